/** Which council a councillor sits on: "County Councillor", "Borough Cllr". */
const AREA =
  '(?:county|district|borough|city|town|parish|community|unitary|ward|cabinet|independent|co-opted|honorary)'
const TITLES =
  '(?:rt\\.?\\s+hon\\.?|right\\s+honourable|councillors?|councilors?|cllrs?|clrs?|coun|cynghorwyr|cynghorydd|cyng|aldermen|alderman|ald|baillie|bailie|provost|lord\\s+provost|mayor|lord\\s+mayor|deputy\\s+mayor|deputy|alderwoman|verderer|sir|dame|lord|lady|baroness|messrs|mrs|mr|miss|ms|mx|dr|prof(?:essor)?|rev(?:erend|d)?|canon|father|fr|the\\s+reverend|lt\\.?\\s+col|col|major|capt(?:ain)?|brigadier|cdr|pcso|pc|sgt|sergeant|inspector)'
const TITLE = new RegExp(`^(?:${AREA}\\s+){0,2}(?:the\\s+)?${TITLES}\\b\\.?\\s*`, 'i')
/** A title with a name after it, within a text; only titles that no place or street bears. */
export const TITLE_WITHIN =
  /\s(?=(?:(?:(?:[Cc]ounty|[Dd]istrict|[Bb]orough|[Cc]ity|[Tt]own|[Pp]arish|[Cc]ommunity|[Uu]nitary)\s)?(?:[Cc]ouncillors?|COUNCILLORS?|[Cc]llrs?|CLLRS?|[Cc]lrs?|[Aa]lderm[ae]n)|Mrs?|Messrs|Miss|M[sx]|Drs?|Prof(?:essor)?|Revd?|Reverend|Sir|Dame|Baroness|PCSO|Sgt)\b\.?\s?\p{Lu})/u
/** Honours, degrees and offices that follow a name. */
const LETTERS =
  /(?:[\s,]+(?:MBE|OBE|CBE|KBE|DBE|DL|JP|MP|MS|MSP|AM|QC|KC|BSc|BA|MA|PhD|FRSA|FCA|TD|BEM|CC|cc))+\.?$/
const PLACE_IN_COMMITTEE =
  /\b(vice|deputy|depute)[\s-]*(?:chair(?:man|woman|person)?|conven[eo]r)\b|\bchair(?:man|woman|person|ing)?\b|\bconven[eo]r\b|\bpresiding\b/i

/** More than a name with its titles, a ward and a role in brackets. */
const LONGEST = 600

/** A name as papers tell people apart by: without Councillor, Mrs or Dr before it, or MBE and the party after it. */
export function plainName(printed: string): string {
  const name = withoutBrackets(printed.slice(0, LONGEST))
    .replace(/\s+/g, ' ')
    .replace(/ ?\*+ ?$/, '')
    .trim()
  return name
    .slice(titleOf(name).length)
    .replace(LETTERS, '')
    .replace(/^[\s,;:.–-]+|[\s,;:.–-]+$/g, '')
    .trim()
}

/** Whether this can be the name of one person: one to five words, each with a capital or a particle. */
export function looksLikeName(text: string, titled = false): boolean {
  if (text.length < 2 || text.length > 50 || /[\d@/:!?"“”[\]]/.test(text)) return false
  const words = text.split(' ')
  if (words.length > 5 || (titled ? NEVER_A_NAME : NOT_A_NAME).test(text)) return false
  if (!titled && A_PLACE.test(text)) return false
  return words.every((word) =>
    /^(?:\p{Lu}[\p{L}'’.-]*|[dD]['’]\p{Lu}[\p{L}-]*|(?:van|von|der|de|la|le|du|di|da|bin|binti|al|el|ap|ab|ferch|of)|\p{Lu}\.?)$/u.test(
      word,
    ),
  )
}

/** "Councillor Page" is somebody, "Councillor Vacancy" nobody. */
const NEVER_A_NAME =
  /\b(?:vacan\w*|tbc|committee|council|members?|membership|meeting|apologies|substitutes?|present|attending|attendance|absent|to be)\b/i
const NOT_A_NAME =
  /\b(?:vacan\w*|tbc|committee|council|members?|membership|quorum|agenda|meeting|officers?|democratic|services?|substitutes?|apologies|labour|conservatives?|liberal|independents?|group|party|tel|telephone|email|e-mail|contact|please|executive|director|chief|public|press|venue|to be|non-?voting|voting|co-?opted|representatives?|parent|governor|diocese|healthwatch)\b|^pages?\b/i

/** Words that are surnames after "Councillor", but by themselves more likely a place. */
const A_PLACE = /\b(?:road|street|hall|house|room|centre|chamber|square|court|floor)$/i

/** Brackets inside brackets too: "(Church Representative (Catholic))". */
function withoutBrackets(text: string): string {
  return [1, 2, 3].reduce((less) => less.replace(/\([^()]*\)/g, ' '), text)
}

/** Whether a title of a person stands before the name. */
export function isTitled(printed: string): boolean {
  return TITLE.test(printed.trim())
}

export type Office = 'chair' | 'viceChair'

/** "Vice Chair, in the chair", "Chairman of this meeting": whoever else is Chair. */
const FOR_THIS_MEETING =
  /\bin the chair\b|\bchair(?:man|woman|person)? (?:of|for) (?:this|the) meeting\b|\bacting[- ]chair/i
/** "outgoing Chairman", "Chair elect" */
const NOT_NOW =
  /\b(?:outgoing|retiring|former|past|previous|ex)[\s-]{1,3}(?:vice[\s-]|deputy[\s-])?(?:chair|conven)|\b(?:chair\w*|conven[eo]r)[\s-]elect\b/i
/** "Chair of Governors", "Chairman of the Planning Committee's working group": of something else. */
const OF_SOMETHING_ELSE =
  /^(?:\s+of\s+(?!(?:the\s+|this\s+|our\s+)?(?:[\p{L}&-]+\s+){0,6}?(?:council|committee|sub-committee|panel|board|commission|meeting|forum|authority)\b)|['’]s\s)/iu

/** Which office in the committee the words beside a name give. */
export function officeIn(text: string): Office | undefined {
  const found = PLACE_IN_COMMITTEE.exec(text)
  if (!found || NOT_NOW.test(text)) return undefined
  if (FOR_THIS_MEETING.test(text)) return 'chair'
  if (OF_SOMETHING_ELSE.test(text.slice(found.index + found[0].length))) return undefined
  return found[1] ? 'viceChair' : 'chair'
}

/** A text without the words of office: "Ed Green (Chair)" and "Green, Vice Chair" without chair and brackets. */
export function withoutOffice(text: string): string {
  return text
    .replace(/\(([^()]*)\)/g, (all, inside: string) => (officeIn(inside) ? '' : all))
    .replace(
      /\b(?:in the|the|joint|co-|was in the|took the)?\s*(?:vice|deputy|depute)?[\s-]*(?:chair(?:man|woman|person|ing)?|conven[eo]r|presiding)\b(?:\s+(?:of|for)\s+th(?:e|is)\s+\w+)?/gi,
      '',
    )
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:–—-]+|[\s,;:–—.-]+$/g, '')
}

/** The titles that a text begins with, as printed: "County Councillor Mrs". */
export function titleOf(printed: string): string {
  let rest = printed.slice(0, LONGEST)
  const { length } = rest
  for (let shorter = rest.replace(TITLE, ''); shorter !== rest; shorter = rest.replace(TITLE, ''))
    rest = shorter
  return printed.slice(0, length - rest.length)
}
