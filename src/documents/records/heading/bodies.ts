import { dateIn } from '../phrases/dates.ts'

/** The kinds of body that a council meets as. */
const BODY =
  'committees?|sub-?committee|panel|board|commission|cabinet|forum|executive|council|working (?:group|party)|task (?:and finish )?group|group|partnership|authority|assembly|scrutiny|tribunal|cttee|inquiry|conference'
/** Also "Licensing Sub-Committee B", "Area Committee North", "Scrutiny Panel No 2". */
const ENDS_AS_BODY = new RegExp(
  `\\b(?:${BODY})(?:\\s(?:[A-F1-9]|no\\s?\\d|north|south|east|west|central))?(?:\\s*\\([^()]{2,60}\\))?$`,
  'i',
)
/** "Scrutiny Commission for Culture and Leisure", "Select Committee on Health". */
const BODY_FOR = new RegExp(
  `^(?:\\p{Lu}[\\p{L}&]*\\s){0,6}(?:${BODY})\\s(?:for|on)\\s(?:the\\s)?\\p{Lu}[\\p{L} ,&’'-]{2,60}$`,
  'iu',
)
/** "Call-In Panel, Environment": which of the panels of one name it is. */
const BODY_AND_SUBJECT =
  /^(?:\p{Lu}[\p{L}&-]*\s(?:and\s)?){0,6}(?:(?:sub-?)?committee|panel|commission|board),\s\p{Lu}[\p{L} &’'-]{3,40}$/iu
const NO_SUBJECT =
  /\b(?:\p{L}{3,6}day|council|authority|room|hall|house|chamber|centre|offices?|street|road|chair\w*|director|head)\b/iu
const COUNCIL_WORD =
  '(?:city|county|borough|district|town|parish|community|metropolitan|london|royal|unitary|annual|and|of|the|combined|mayoral)'
const COUNCIL =
  /(?:(?:The )?(?:(?:London Borough|Royal Borough|City|County|Borough|Metropolitan Borough) of|(?:LONDON BOROUGH|ROYAL BOROUGH|CITY|COUNTY|BOROUGH) OF) \p{Lu}[\p{L}'’-]{1,40}(?:(?: (?:and|upon|on|&|the|with|of))? \p{Lu}[\p{L}'’-]{1,40}){0,3}|(?:The )?(?:Isle of |Vale of |City of )?\p{Lu}[\p{L}'’-]{1,40}(?:(?:,? (?:and|upon|on|of|the|in|cum|with|&)(?: the)?)? \p{Lu}[\p{L}'’-]{1,40}){0,5} (?:Council|COUNCIL|Combined Authority|COMBINED AUTHORITY|Fire Authority|National Park Authority))(?![\p{L}’'])/u

/** "the Annual Meeting of": which meeting it was, before the name of the body. */
export const OCCASION =
  /^(?:(?:the|a|an)\s+)?(?:[\p{L}-]{2,20}\s+){0,4}?meeting\s+of\s+(?:(?:the|a|an)\s+)?/iu

/** Whether a line can be the printed name of a body that meets: short, no sentence, and ends as such names end. */
export function looksLikeBody(text: string): boolean {
  if (text.length < 4 || text.length > 140 || text.split(' ').length > 16) return false
  if (
    /[.;:?!@]|\b(?:to|will|is|are|be|was|were|please|held|via|members|councillors?|minutes|report|item|pages?|www|clerk|officer|contact|service|services? team|chief|above)\b/i.test(
      text,
    )
  ) {
    return false
  }
  return (
    (ENDS_AS_BODY.test(text) && /^[\p{Lu}(]/u.test(text)) ||
    (BODY_AND_SUBJECT.test(text) &&
      /,\s\p{Lu}/u.test(text) &&
      !NO_SUBJECT.test(text.slice(text.indexOf(',')))) ||
    (BODY_FOR.test(text) && /\s(?:for|on|FOR|ON)\s(?:the\s)?\p{Lu}/u.test(text) && dateIn(text) === undefined)
  )
}

/** The council's name where it is the whole text. */
export function councilAlone(text: string): string | undefined {
  const match = COUNCIL.exec(text)
  return match && match[0].trim().length >= text.length - 1 && isNamed(match[0]) ? match[0].trim() : undefined
}

/** The council that a line begins with: "LITTLE AYE PARISH COUNCIL Minutes of the Ordinary Meeting". */
export function councilAtStart(text: string): string | undefined {
  const match = COUNCIL.exec(text.slice(0, 200))
  return match?.index === 0 && isNamed(match[0]) ? match[0].trim() : undefined
}

/** Every council named in a text. */
export function councilsIn(text: string): string[] {
  const names: string[] = []
  for (const match of text.matchAll(new RegExp(COUNCIL.source, 'gu'))) {
    const name = match[0].trim().replace(/^The (?!Vale)/, '')
    if (isNamed(name)) names.push(name)
  }
  return names
}

/** "Town Council" names no council; "Ayebridge Town Council" does. */
function isNamed(name: string): boolean {
  const distinct = name
    .replace(
      new RegExp(
        `\\b(?:${COUNCIL_WORD}|council|authority|full|whole|extraordinary|ordinary|meeting|fire|national|park|joint|agenda|previous|shadow|this)\\b`,
        'gi',
      ),
      '',
    )
    .trim()
  return (
    /\p{L}{3}/u.test(distinct) &&
    !/\b(?:committee|panel|meetings?|minutes|members?|attending|leader|full)\b/i.test(name)
  )
}
