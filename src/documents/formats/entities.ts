/** What a text that was copied out of a page's source still has instead of letters. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  nbsp: ' ',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  pound: '£',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
}

/** A text with the letters that its entities stand for; what is no entity stays. */
export function withoutEntities(text: string): string {
  if (!/&#?\w{2,6};/.test(text)) return text
  return text.replace(
    /&(?:#(\d{2,5})|([a-z]{2,6}));/g,
    (all, code: string | undefined, name: string | undefined) =>
      code ? letterOf(Number(code), all) : (NAMED[name ?? ''] ?? all),
  )
}

function letterOf(code: number, all: string): string {
  return code >= 32 && code < 0xd800 ? String.fromCodePoint(code) : all
}
