import { voterNamed } from './voters.ts'

/** Who moved and who seconded what was put to the vote. */
export interface Movers {
  moved?: string
  seconded?: string
}

const PERSON =
  "((?:(?:Councillors?|Cllrs?|Cllr|Alderman|Baillie|Bailie|Provost|Mayor|Lord Mayor|Deputy Mayor|Leader|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|the|The|Chair|Chairman|Vice|Convener)\\.?\\s){0,4}(?:\\p{Lu}[\\p{L}'’.-]{0,30})(?:\\s(?:de|van|der|von|la|le|\\p{Lu}[\\p{L}'’.-]{0,30})){0,4})"
const MOVED = '(?:moved|proposed|nominated)'
const BY = `(?:\\s(?:for\\s(?:approval|adoption|acceptance)\\s)?by\\s|\\s?[:–—-]{1,2}\\s?(?:by\\s)?|\\s(?=(?:Cllr|Councillor|Mrs?|Ms|Dr)\\b|\\p{Lu}{2,3}\\b))`

const MOVED_BY = new RegExp(
  `\\b(?:(?:${MOVED}|Moved|Proposed|Proposer|PROPOSED|MOVED|PROPOSER)${BY}|[Mm]otion\\s(?:from|by|of)\\s|\\b(?:Proposer|PROPOSER|Prop)\\b[.:]?\\s(?=\\p{Lu}))${PERSON}`,
  'u',
)
const SECONDED_BY = new RegExp(
  `\\b(?:seconded|Seconded|Seconder|SECONDED|SECONDER|2nd)${BY}${PERSON}|\\b(?:Seconder|SECONDER|Sec)\\b[.:]?\\s${PERSON}|\\b(?:seconded|Seconded)\\s${PERSON}`,
  'u',
)
const SOMEONE_MOVED = new RegExp(
  `${PERSON}(?:\\s\\([^()]{1,30}\\))?(?:,\\s[^,.;:]{1,80},)?\\s(?:then\\s|formally\\s|also\\s)?${MOVED}\\b`,
  'u',
)
const SOMEONE_SECONDED = new RegExp(
  `${PERSON}(?:\\s\\([^()]{1,30}\\))?\\s(?:then\\s|duly\\s|formally\\s)?seconded\\b`,
  'u',
)

/** The mover and the seconder that a sentence names. */
export function moversIn(text: string): Movers | undefined {
  if (
    !/\b(?:moved|proposed|proposer|nominated|seconded|seconder|motion (?:from|by|of)|prop|sec|2nd)\b/i.test(
      text,
    )
  )
    return undefined
  const moved = nameOf(MOVED_BY.exec(text)?.[1] ?? SOMEONE_MOVED.exec(text)?.[1])
  const secondedBy = SECONDED_BY.exec(text)
  const seconded = nameOf(
    secondedBy?.[1] ?? secondedBy?.[2] ?? secondedBy?.[3] ?? SOMEONE_SECONDED.exec(text)?.[1],
  )
  if (moved === undefined && seconded === undefined) return undefined
  return { ...(moved !== undefined && { moved }), ...(seconded !== undefined && { seconded }) }
}

/** What a pattern took for a name, without the word that follows it in a line without full stops. */
const NEXT_WORD = /\s(?:Seconded|Proposed|That|Seconder|Carried|All|Agreed|Vote)\b.*$/u
/** "5 High Street / Cllr Boyce proposed": what the line above ended with. */
const BEFORE_TITLE = /^.*\s(?=(?:Cllr|Councillor)\b)/u
const NO_NAME = /^(?:It|The|That|This|On|In|He|She|They|Members|Council|Committee)$/

function nameOf(printed: string | undefined): string | undefined {
  const name =
    printed &&
    voterNamed(
      printed
        .replace(BEFORE_TITLE, '')
        .replace(NEXT_WORD, '')
        .replace(/[.'’]+$/, ''),
    )
  return name && !NO_NAME.test(name) ? name : undefined
}
