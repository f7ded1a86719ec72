/** Whether two names of one paper can be one person's: the surname with or without first name or initials. */
export function isSamePerson(one: string, other: string): boolean {
  const [first, second] = [wordsOf(one), wordsOf(other)]
  if (first.at(-1) !== second.at(-1)) return false
  const [a, b] = [first.slice(0, -1), second.slice(0, -1)]
  if (a.length === 0 || b.length === 0) return true
  return a[0]?.charAt(0) === b[0]?.charAt(0) && (a[0] === b[0] || a[0]?.length === 1 || b[0]?.length === 1)
}

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .replaceAll('.', ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
}
