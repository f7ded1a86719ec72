/** What spreadsheets take for a formula at the beginning of a cell (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/

/**
 * Rows as CSV that opens in a spreadsheet: UTF-8 with its mark, lines ended as RFC 4180 has them. Text that
 * would be taken for a formula gets an apostrophe before it (law 11); numbers stay numbers.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const text = rows.map((row) => row.map(cell).join(',')).join('\r\n')
  return new TextEncoder().encode(`\uFEFF${text}\r\n`)
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
