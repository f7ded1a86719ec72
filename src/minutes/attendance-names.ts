import type { AttendanceStyle } from './attendance-styles.ts'

/** Somebody as papers print them. */
export interface NamedPerson {
  /** Without the title. */
  readonly name: string
  /** "Councillor", "Councillor Mrs", "Mr". */
  readonly title: string
}

const COUNCILLOR = /^Councillor\b\s*/
/** What belongs to the surname that follows it. */
const PARTICLES = /^(?:van|von|der|den|de|del|della|du|la|le|da|di|dos|st\.?|ap|ab|bin|al|el)$/i

/** "Councillor Mrs Aspinall", "Cllr Eileen Johnson", "Stewart HUNTER". */
export function nameIn(person: NamedPerson, style: AttendanceStyle): string {
  if (style.names === 'capitals') return inCapitals(person.name)
  const title = person.title.replace(COUNCILLOR, (found) => found.replace('Councillor', style.title))
  return [title.trim(), bareName(person, style)].filter((part) => part !== '').join(' ')
}

/**
 * Several, with the councillors under one title: "Councillors Mrs Bridgeman, Dann and Dr Mahony". Who is none is
 * named with their own title.
 *
 * @param after what follows a name in brackets or otherwise, such as whom a substitute sits for
 */
export function namesIn<T extends NamedPerson>(
  people: readonly T[],
  style: AttendanceStyle,
  after: (person: T) => string = () => '',
): string {
  const councillors = people.filter(({ title }) => COUNCILLOR.test(title))
  if (style.names === 'capitals' || councillors.length < 2)
    return listed(people.map((person) => `${nameIn(person, style)}${after(person)}`))
  const plural = style.title === 'Cllr' ? 'Cllrs' : 'Councillors'
  const others = people.filter(({ title }) => !COUNCILLOR.test(title))
  const named = [
    ...councillors.map((person) => `${withoutCouncillor(person, style)}${after(person)}`),
    ...others.map((person) => `${nameIn(person, style)}${after(person)}`),
  ]
  return `${plural} ${listed(named)}`
}

/** "A, B and C", as British councils list. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** By surname, as the lists of minutes are. */
export function bySurname(one: NamedPerson, other: NamedPerson): number {
  const byLast = surnameOf(one.name).localeCompare(surnameOf(other.name), 'en-GB')
  return byLast === 0 ? one.name.localeCompare(other.name, 'en-GB') : byLast
}

export function surnameOf(name: string): string {
  const words = name.split(/\s+/)
  let at = words.length - 1
  while (at > 1 && PARTICLES.test(words[at - 1] ?? '')) at -= 1
  return words.slice(Math.max(at, 0)).join(' ')
}

function withoutCouncillor(person: NamedPerson, style: AttendanceStyle): string {
  const rest = person.title.replace(COUNCILLOR, '')
  return [rest, bareName(person, style)].filter((part) => part !== '').join(' ')
}

function bareName({ name }: NamedPerson, style: AttendanceStyle): string {
  return style.names === 'surname' ? surnameOf(name) : name
}

function inCapitals(name: string): string {
  const surname = surnameOf(name)
  return `${name.slice(0, name.length - surname.length)}${surname.toUpperCase()}`
}
