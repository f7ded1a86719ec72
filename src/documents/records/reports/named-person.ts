import { looksLikeName, plainName } from '../phrases/names.ts'
import { namesOffice } from '../phrases/office-words.ts'
import { peopleIn } from '../phrases/people.ts'

/** Where the name ends and the address of the person begins. */
const ADDRESS =
  /[<(]?\S{1,80}@\S+|\b(?:tel(?:ephone)?|phone|ext(?:ension)?|e-?mail|mobile)\b|\+?\d[\d\s]{6,}/i
/** Words of places and offices that are surnames too: behind a first name on a front sheet they are one. */
const SURNAME_TOO = /^(?:ward|head|page|law|place|constable|warden|parish|mayor|leader|school|trust|police)$/i

/** An office that is whole: what stands behind it is a name, and not more of the office ("Director, Street Scene"). */
const WHOLE_OFFICE = /\b(?:of|for|officer|clerk|solicitor|treasurer)\b/i

/** The people that a front sheet names, without role, department or address; nothing where it gives an office alone. */
export function namedPeople(value: string): string | undefined {
  const address = ADDRESS.exec(value)
  const text = (address ? value.slice(0, address.index) : value).replace(/^name\s*:\s*/i, '')
  const [head = '', ...rest] = text.split(/([,;(:/]|\s[-–—]\s?|[–—])/)
  const behind = rest.join('')
  const first = namesIn(head)
  const titled = peopleIn(behind).filter(({ title }) => title !== '')
  const names = [...first, ...titled.map(({ name }) => name)]
  if (names.length > 0) return names.join(' and ')
  return (
    nameLikeAnOffice(head) ??
    (WHOLE_OFFICE.test(head) ? namesIn(behind.replace(/^[\s,;:(/–—-]+/, ''))[0] : undefined)
  )
}

function namesIn(text: string): string[] {
  return peopleIn(text)
    .filter(({ title, name }) => title !== '' || !namesOffice(name))
    .map(({ name }) => name)
}

/** "Ann Ward, Highways Manager". */
function nameLikeAnOffice(text: string): string | undefined {
  const name = plainName(text)
  const words = name.split(' ')
  const surname = words.at(-1) ?? ''
  const first = words.slice(0, -1).join(' ')
  const is = first !== '' && SURNAME_TOO.test(surname) && !namesOffice(first) && looksLikeName(name)
  return is ? name : undefined
}
