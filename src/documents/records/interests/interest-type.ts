/** What an interest is called in the codes of conduct of the four nations. */
const KIND =
  /^(?:disclosable|discloseable|pecuniary|non-?|nonpecuniary|non-?pecuniary|personal|non-?personal|prejudicial|non-?prejudicial|other|registrable|registerable|non-?registrable|non-?registerable|financial|non-?financial|direct|indirect|significant|non-?significant|declarable|non-?declarable|non-?disclosable|affected|sensitive|ordinary|material|beneficial|private|general|voluntary|code|conduct|dpi|ori|nri|npi|opi|odi)$/i
const LINKING = /^(?:and|or|but|not|of|a|an|the|also|\/|&|both)$/i
const ABBREVIATED = /^(?:DPI|ORI|NRI|NPI|OPI|ODI)s?$/

/** The words before "interest" as a type of interest, or nothing where they are no such words. */
export function typeIn(words: string, noun = 'interest'): string | undefined {
  if (ABBREVIATED.test(noun)) return noun.replace(/s$/, '').toLowerCase()
  const all = words
    .replace(/[(),‘’'"“”]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
  const kinds: string[] = []
  for (const word of all) {
    if (KIND.test(word) || LINKING.test(word)) kinds.push(word.toLowerCase())
    else if (kinds.some((kind) => KIND.test(kind))) return undefined
  }
  const type = kinds
    .join(' ')
    .replace(/^(?:(?:an?|the|of|and|or|but|also|both)\s+)+/, '')
    // "personal but not prejudicial" is personal.
    .replace(/\s+(?:but|and)?\s*not\s.*$/, '')
    .replace(/(?:\s+(?:an?|the|of|and|or|but|also|&|\/))+$/, '')
    .replace(/\bnon- ?(?=\p{L})/gu, 'non-')
    .trim()
  return KIND.test(type.split(' ')[0] ?? '') ? type : undefined
}

const BESIDE =
  /\b(?:disclosable pecuniary|significant other|other disclosable|affected|discloseable pecuniary|other registrable|non-?registrable|personal (?:and|&|but not|and not|or) (?:a )?(?:non-?)?(?:prejudicial|pecuniary)|non-?\s?(?:disclosable )?(?:pecuniary|prejudicial|financial|statutory|registrable)|pecuniary|prejudicial|personal|financial|DPI|ORI|NRI)\b/i

/** The type that stands beside an interest rather than before it: "Interest (non-pecuniary)", a column of types. */
export function typeBeside(text: string): string | undefined {
  const found = BESIDE.exec(text)?.[0].toLowerCase()
  return found
    ?.replace(/\s(?:but|and) not (?:a )?.*$/, '')
    .replace(/non\s?(?=\p{L})(?!-)/u, 'non-')
    .replace('non--', 'non-')
}
