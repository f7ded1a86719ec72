const TITLE =
  /^(?:(?:county|district|borough|city|town|parish|community|cabinet|independent|co-opted|honorary)\s+)?(?:the\s+)?(?:rt\.?\s+hon\.?|right\s+honourable|councillors?|cllrs?|cllr|aldermen|alderman|baillie|bailie|mayor|lord\s+mayor|deputy\s+mayor|sir|dame|lord|lady|baroness|mrs|mr|miss|ms|mx|dr|prof(?:essor)?|rev(?:erend|d)?|canon|father|the\s+reverend)\b\.?\s*/i
/** Honours, degrees and offices that follow a name. */
const LETTERS =
  /(?:[\s,]+(?:MBE|OBE|CBE|KBE|DBE|DL|JP|MP|MS|MSP|AM|QC|KC|BSc|BA|MA|PhD|FRSA|FCA|TD|BEM))+\.?$/
const PLACE_IN_COMMITTEE =
  /\b(vice|deputy)[\s-]*chair(?:man|woman|person)?\b|\bchair(?:man|woman|person)?\b|\bconvener?\b|\bconvenor\b/i

/** A name as papers tell people apart by: without Councillor, Mrs or Dr before it, or MBE and the party after it. */
export function plainName(printed: string): string {
  let name = withoutBrackets(printed)
    .replace(/\s*\*+\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  for (let shorter = name.replace(TITLE, ''); shorter !== name; shorter = name.replace(TITLE, ''))
    name = shorter
  return name
    .replace(LETTERS, '')
    .replace(/^[\s,;:.–-]+|[\s,;:.–-]+$/g, '')
    .trim()
}

/** Whether this can be the name of one person: one to five words, each with a capital or a particle. */
export function looksLikeName(text: string, titled = false): boolean {
  if (text.length < 2 || text.length > 50 || /[\d@/:!?"“”[\]]/.test(text)) return false
  const words = text.split(' ')
  if (words.length > 5 || NOT_A_NAME.test(text)) return false
  if (!titled && A_PLACE.test(text)) return false
  return words.every((word) =>
    /^(?:\p{Lu}[\p{L}'’.-]*|[dD]['’]\p{Lu}[\p{L}-]*|(?:van|von|der|de|la|le|du|di|da|bin|binti|al|el|ap|ab|ferch|of)|\p{Lu}\.?)$/u.test(
      word,
    ),
  )
}

const NOT_A_NAME =
  /\b(?:vacan\w*|tbc|committee|council|members?|membership|quorum|agenda|meeting|officers?|democratic|services?|substitutes?|apologies|labour|conservatives?|liberal|independents?|group|party|tel|telephone|email|e-mail|contact|please|pages?|executive|director|chief|public|press|venue|to be|non-?voting|voting|co-?opted|representatives?|parent|governor|diocese|healthwatch)\b/i

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

/** Which office in the committee the words beside a name give. */
export function officeIn(text: string): Office | undefined {
  const found = PLACE_IN_COMMITTEE.exec(text)
  if (!found) return undefined
  return found[1] ? 'viceChair' : 'chair'
}

/** A text without the words of office: "Ed Green (Chair)" and "Green, Vice Chair" without chair and brackets. */
export function withoutOffice(text: string): string {
  return text
    .replace(/\(([^()]*)\)/g, (all, inside: string) => (officeIn(inside) ? '' : all))
    .replace(
      /\b(?:in the|the|joint|co-)?\s*(?:vice|deputy)?[\s-]*(?:chair(?:man|woman|person)?|convenor|convener)\b(?:\s+of\s+the\s+\w+)?/gi,
      '',
    )
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, '')
}
