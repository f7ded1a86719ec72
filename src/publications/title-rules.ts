/** Whether two papers mean one item by their titles: case, accents and punctuation do not matter. */
export function sameTitle(one: string, other: string): boolean {
  return plain(one) !== '' && plain(one) === plain(other)
}

/** Whether two titles have so little in common that a person should look at them. */
export function unlikeTitles(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  // "Performance, quarter 1" and "Performance, quarter 2" are two papers.
  const [ours, theirs] = [numbersOf(one), numbersOf(other)]
  if (ours.length > 0 && theirs.length > 0 && !ours.some((number) => theirs.includes(number))) return true
  if (a.size === 0 || b.size === 0) return false
  const shared = [...a].filter((word) => b.has(word)).length
  return shared * 2 < Math.min(a.size, b.size)
}

function numbersOf(title: string): string[] {
  return plain(title).match(/\d+/g) ?? []
}

/** Words that stand in every title. */
const SMALL = new Set(['the', 'and', 'for', 'from', 'with', 'report', 'update'])

function wordsOf(title: string): Set<string> {
  return new Set(
    plain(title)
      .split(' ')
      .filter((word) => word.length > 2 && !SMALL.has(word)),
  )
}

function plain(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
