import { looksLikeName, plainName } from '../phrases/names.ts'

/** Who is named by office only. */
const OFFICE =
  /^(?:the\s)?(?:vice[\s-]|deputy\s|lord\s|depute\s)?(?:chair(?:man|woman|person)?|conven[eo]r|mayor|leader|provost|president)$/i

/** What stands below or beside the names of a vote, and begins with a capital as they do. */
const NO_VOTER =
  /^(?:carried|lost|resolved|agreed|motion|amendment|decision|tied?|votes?|voting|result|noted|approved|reasons?|recommendations?|totals?)\b/i

/** A member as papers name those who move and vote: by name without titles, or by office where no name stands. */
export function voterNamed(printed: string): string | undefined {
  const text = printed.trim()
  if (OFFICE.test(text)) return text.replace(/^The\b/, 'the')
  if (NO_VOTER.test(text)) return undefined
  const name = plainName(text)
  return looksLikeName(name, true) ? name : undefined
}

/** "the Convener": who that was may stand elsewhere by name. */
export function isOffice(name: string): boolean {
  return OFFICE.test(name)
}
