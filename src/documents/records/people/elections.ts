import type { Section } from '../business.ts'
import { type Found, found } from '../found.ts'
import { type Office, officeIn } from '../phrases/names.ts'
import { isOffice } from '../phrases/office-words.ts'
import { piecesIn } from '../phrases/people.ts'
import { sentencesOf } from '../phrases/sentences.ts'
import { saidIn } from './said.ts'

/** Officers are elected when an annual meeting begins. */
const FIRST_ITEMS = 8
const ABOUT_ELECTING = /\b(?:elect|appoint|nominat)/i
const FAILED =
  /\b(?:no seconder|declin\w*|defer\w*|withdr\w*|not (?:accept|elect|carried|second)\w*|\blost\b)/i

/** "Cllr Ash was duly elected", "Cllr Ash accepted the position", "Cllr Ash agreed to continue". */
const WHO_HOLDS =
  /\s(?:(?:was|were|is|be|being|been|had|has|duly|unanimously|then|therefore|again)\s){0,4}(?:(?:re-?)?(?:elected|appointed)\b|accepted\b|agreed to (?:continue|be|stand|act|serve|remain)\b)/i
/** "to elect Cllr Ash as Chair" */
const TO_ELECT = /\b(?:re-?)?(?:elect|appoint)\s(?=\p{Lu})/u
/** "proposed Cllr Ash as Chairman", "proposed that Cllr Ash continue", "proposed by Cllr Cole that Cllr Ash continues" */
const PROPOSES =
  /\b(?:propos\w*|nominat\w*)\s(?!by\b)(?:that\s)?(?=\p{Lu})|\b(?:propos\w*|nominat\w*)\sby\s[^,;]{3,60}?\sthat\s(?=\p{Lu})/iu
const WAS_PROPOSED = /\s(?:was|were)\s(?:duly\s)?(?:nominated|proposed)\b/i

interface Nomination {
  who: string
  /** As the sentence or else the title says. */
  office: Office | undefined
  sure: boolean
}

/** Who was elected to an office, by what is said under the elections; nobody where it names several. */
export function electedTo(office: Office, sections: readonly Section[]): Found<string> | undefined {
  const nominations = sections.slice(0, FIRST_ITEMS).flatMap(({ item, at, body }) => {
    const offices = officesElected(item.title)
    if (offices.length === 0) return []
    const only = offices.length === 1 ? offices[0] : undefined
    // "1. Election of Chairman – Cllr Ash was elected": the answer may stand beside the title.
    return [{ text: item.title, first: at }, ...saidIn(body)].flatMap(({ text, first }) =>
      sentencesOf(text).flatMap((said) => nominationsIn(said, only).map((one) => found(one, first))),
    )
  })
  const forOffice = nominations.filter(({ value }) => value.office === office)
  const sure = forOffice.filter(({ value }) => value.sure)
  const [first, ...others] = sure.length > 0 ? sure : forOffice
  return first && others.every(({ value }) => value.who === first.value.who)
    ? { value: first.value.who, at: first.at }
    : undefined
}

/** The offices that an item is an election to: "Election of Chair and Vice-Chair", "Vice Chair". */
function officesElected(title: string): Office[] {
  if (!ABOUT_ELECTING.test(title) && !isOffice(title)) return []
  const withoutVice = title.replace(/\b(?:vice|deputy|depute)[\s-]*(?:chair\w*|conven[eo]r)/gi, '')
  return [
    ...(officeIn(withoutVice) === 'chair' ? (['chair'] as const) : []),
    ...(withoutVice === title ? [] : (['viceChair'] as const)),
  ]
}

function nominationsIn(said: string, only: Office | undefined): Nomination[] {
  if (FAILED.test(said)) return []
  const nominations: Nomination[] = []
  const add = (who: string | undefined, after: string, sure: boolean): void => {
    // The words behind the verb name the office, before somebody else is named.
    if (who !== undefined) nominations.push({ who, office: officeIn(after.slice(0, 80)) ?? only, sure })
  }
  const holds = WHO_HOLDS.exec(said)
  if (holds) add(lastPerson(said.slice(0, holds.index)), said.slice(holds.index + holds[0].length), true)
  const elect = TO_ELECT.exec(said)
  if (elect) addFirst(said.slice(elect.index + elect[0].length), true)
  const proposes = PROPOSES.exec(said)
  if (proposes) addFirst(said.slice(proposes.index + proposes[0].length), false)
  const proposed = WAS_PROPOSED.exec(said)
  if (proposed) add(lastPerson(said.slice(0, proposed.index)), said.slice(proposed.index), false)
  return nominations

  function addFirst(after: string, sure: boolean): void {
    const person = piecesIn(after)[0]?.person
    if (person && person.before === '') add(person.name, after, sure)
  }
}

function lastPerson(text: string): string | undefined {
  const person = piecesIn(text).at(-1)?.person
  return person?.rest === '' ? person.name : undefined
}
