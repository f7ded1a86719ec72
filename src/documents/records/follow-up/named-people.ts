import type { FoundFields } from '../found.ts'
import { FOLLOW_UP, NO_DEED } from './deeds.ts'
import { AGREED, isReported, type Undertaking } from './undertakings.ts'

const NAME = "\\p{Lu}[\\p{L}’'-]{1,30}"
const DOES = new RegExp(
  `^(?<who>${NAME}(?:\\s${NAME}){0,2})\\s(?:${AGREED}${NO_DEED}\\p{Ll}|will\\s(?:also\\s)?(?:${FOLLOW_UP}|come back)\\b)`,
  'u',
)
/** Community councils write "Ann will ask": a name without a title, which may else be a firm's or a body's. */
export class NamedPeople {
  private readonly firstNames = new Set<string>()
  private readonly surnames = new Set<string>()

  /** Those whom the paper lists. */
  constructor({ present, inAttendance, members, apologies }: FoundFields) {
    for (const name of [present, inAttendance, members, apologies].flatMap((list) => list?.value ?? [])) {
      const [first = '', ...others] = name.split(' ')
      this.surnames.add(others.at(-1) ?? first)
      if (others.length > 0 && first.length > 2) this.firstNames.add(first)
    }
  }

  /** What one of them is said, by name alone, to do. */
  undertakingIn(sentence: string): Undertaking | undefined {
    if (isReported(sentence)) return undefined
    const owner = DOES.exec(sentence)?.groups?.['who']
    return owner !== undefined && this.lists(owner) ? { owner } : undefined
  }

  private lists(name: string): boolean {
    const [first = '', ...others] = name.split(' ')
    const surname = others.at(-1)
    return surname === undefined ? this.firstNames.has(first) : this.surnames.has(surname)
  }
}
