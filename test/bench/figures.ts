/** One line of DESIGN §9's table: what was measured beside what, and the goal. */
export interface Measure {
  readonly what: string
  readonly unit: 'ms' | 'MB'
  readonly ours: number
  readonly reference?: { readonly what: string; readonly value: number }
  /** Ours divided by, or less, the reference; or ours at most. */
  readonly goal?: { readonly kind: 'times' | 'more' | 'most'; readonly limit: number }
  readonly detail?: Readonly<Record<string, number | readonly number[]>>
}

/** The value that `share` of them do not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** How far ours is from the reference, in the goal's terms; `undefined` where there is none. */
export function distance({ ours, reference, goal }: Measure): number | undefined {
  if (!reference) return undefined
  return goal?.kind === 'more' ? ours - reference.value : ours / reference.value
}

export function isMet(measure: Measure): boolean | undefined {
  const far = measure.goal?.kind === 'most' ? measure.ours : distance(measure)
  return far === undefined || !measure.goal ? undefined : far <= measure.goal.limit
}

export function printTable(measures: readonly Measure[]): void {
  const rows = [
    ['what', 'Scrutineer', 'reference', 'apart', 'goal', ''],
    ...measures.map((measure) => [
      measure.what,
      inUnit(measure, measure.ours),
      measure.reference ? `${inUnit(measure, measure.reference.value)}  ${measure.reference.what}` : '',
      apart(measure, distance(measure)),
      measure.goal ? `≤ ${apart(measure, measure.goal.limit)}` : '',
      { true: 'met', false: 'MISSED', undefined: '' }[String(isMet(measure))] ?? '',
    ]),
  ]
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    )
}

function inUnit({ unit }: Measure, value: number): string {
  return `${value < 100 ? value.toFixed(1) : Math.round(value)} ${unit}`
}

function apart(measure: Measure, value: number | undefined): string {
  const { goal, reference } = measure
  if (value === undefined) return ''
  if (goal?.kind === 'most') return inUnit(measure, value)
  if (!reference) return ''
  return goal?.kind === 'more' ? `${inUnit(measure, value)} more` : `${value.toFixed(2)} ×`
}
