/** The candidate that somebody most likely meant, or `undefined` when none is near: for "did you mean …?". */
export function nearest(said: string, candidates: readonly string[]): string | undefined {
  const reach = Math.max(1, Math.floor(said.length / 3))
  return candidates
    .map((candidate) => ({ candidate, distance: editsBetween(said.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= reach || (said.length > 2 && candidate.startsWith(said)))
    .sort((one, other) => one.distance - other.distance)[0]?.candidate
}

/** Levenshtein's distance: letters to add, drop or change. */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (const [column, against] of [...other].entries())
      next.push(
        Math.min(
          (next[column] ?? 0) + 1,
          (row[column + 1] ?? 0) + 1,
          (row[column] ?? 0) + (letter === against ? 0 : 1),
        ),
      )
    row = next
  }
  return row.at(-1) ?? 0
}
