/**
 * Text cut for a place that Slack limits, with a visible mark. Only for what stands in full elsewhere:
 * a council's record is never cut (law 8). Counts code points, as Slack does.
 */
export function shortened(text: string, limit: number): string {
  const points = [...text]
  return points.length <= limit
    ? text
    : `${points
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`
}
