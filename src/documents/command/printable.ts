/**
 * A text as a terminal may show it: it is somebody's, and nothing in it may move the cursor, colour the
 * screen or turn letters round.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
}
