import type { Nation } from '../calendar/nations.ts'
import type { Effect } from '../interests/rules.ts'
import { type NamedPerson, nameIn } from './attendance-names.ts'
import { attendanceStyles } from './attendance-styles.ts'
import type { DeclarationsLineWords } from './declarations-lines.en.ts'
import type { DeclarationsStyle } from './declarations-styles.ts'

/** What a member did about an item in which they had disclosed an interest. */
export type Conduct = 'left' | 'silent' | 'spoke' | 'took-part'

interface About {
  readonly member: NamedPerson
  readonly pronoun?: 'he' | 'she' | 'they'
  /** Absent for the whole meeting. */
  readonly item:
    | {
        readonly number: string
        readonly title: string
        readonly minute: string
        /** The public is excluded from it. */
        readonly isClosed?: boolean
      }
    | undefined
}

/** An interest as it was disclosed at the meeting: of exactly one kind, never of one "or" another. */
export interface DisclosedInterest extends About {
  /** What the council calls it, such as "Disclosable pecuniary interest". */
  readonly kind: string
  /** Said for openness alone. */
  readonly isTransparency: boolean
  /** In what it lies, as a clause: "her sister runs the surgery"; absent of a sensitive one. */
  readonly nature: string | undefined
  readonly isSensitive: boolean
  /** What a dispensation in force was granted for. */
  readonly dispensation: string | undefined
  /** What the interest let the member do, dispensation counted. */
  readonly effect: Effect
  /** Absent while the item has not been reached. */
  readonly conduct: Conduct | undefined
}

export interface DeclaredWhip extends About {
  readonly nature: string
}

/** What was disclosed at a meeting, as recorded. */
export interface DeclarationsOfMeeting {
  readonly council: string
  readonly nation: Nation
  readonly interests: readonly DisclosedInterest[]
  readonly whips: readonly DeclaredWhip[]
  /** What a general dispensation that was applied lets members do: "enabling councillors to discuss matters of the budget". */
  readonly generalDispensation?: string | undefined
}

export interface DeclarationsLines {
  readonly lines: readonly string[]
  /** Where the style has one. */
  readonly table: DeclarationsTable | undefined
  readonly whip: readonly string[]
  /** For the clerk: what is recorded and the law does not allow. It stands in the minutes all the same (law 4). */
  readonly problems: readonly string[]
}

export interface DeclarationsTable {
  readonly leadIn: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The declarations of a meeting in a council's house style. */
export function declarationsLines(
  meeting: DeclarationsOfMeeting,
  style: DeclarationsStyle,
  say: DeclarationsLineWords,
): DeclarationsLines {
  const { interests, council, generalDispensation } = meeting
  const general = generalDispensation === undefined ? [] : [say.generalDispensation(generalDispensation)]
  const table = interests.length > 0 && style.form !== 'prose' ? tableOf(interests, style, say) : undefined
  const said =
    interests.length === 0
      ? [say.none[style.none](council)]
      : table
        ? []
        : interests.map((one) => proseOf(one, style, say))
  return {
    lines: [...said, ...general],
    table,
    whip: whipLines(meeting, style, say),
    problems: interests.flatMap((one) => problemsOf(one, style, say)),
  }
}

function tableOf(
  interests: readonly DisclosedInterest[],
  style: DeclarationsStyle,
  say: DeclarationsLineWords,
): DeclarationsTable {
  const { columns } = say
  const is2010 = style.form === 'table-2010'
  return {
    leadIn: say.leadIn,
    columns: is2010
      ? [columns.name, columns.item, columns.interest, columns.kind]
      : [columns.name, columns.minute, columns.reason],
    rows: interests.map((one) => {
      const name = nameOf(one, style)
      const reason = reasonOf(one, say)
      const { item } = one
      if (is2010) {
        const where = item ? say.itemAndMinute(item.title, item.minute) : say.wholeMeeting
        return [name, where, reason, one.kind]
      }
      return [name, item ? item.minute || item.number : say.wholeMeeting, reason]
    }),
  }
}

function reasonOf(
  { nature, isSensitive, dispensation }: DisclosedInterest,
  say: DeclarationsLineWords,
): string {
  const reason =
    isSensitive || nature === undefined
      ? isSensitive
        ? say.sensitive
        : say.notSaid
      : upperFirst(bare(nature))
  return dispensation === undefined ? reason : say.dispensed(reason)
}

/** "Councillor A declared a personal interest in item 7 as …. She left the room …" */
function proseOf(one: DisclosedInterest, style: DeclarationsStyle, say: DeclarationsLineWords): string {
  const { prose } = say
  const name = nameOf(one, style)
  const where = whereOf(one, say)
  if (one.isTransparency && one.nature !== undefined && !one.isSensitive)
    return prose.transparency(name, where, bare(one.nature))
  const reason = one.isSensitive
    ? say.sensitiveProse
    : one.nature === undefined
      ? ''
      : prose.as(bare(one.nature))
  const kind = lowerFirst(one.kind)
  const declared = prose.declared(name, articleFor(kind), kind, where, reason)
  const dispensed = one.dispensation === undefined ? '' : prose.dispensation(one.dispensation)
  const conduct =
    one.conduct === undefined ? '' : prose.conduct[one.conduct](prose.they[one.pronoun ?? 'they'])
  return `${declared}${dispensed}${conduct}`
}

function whipLines(
  { whips, nation }: DeclarationsOfMeeting,
  style: DeclarationsStyle,
  say: DeclarationsLineWords,
): string[] {
  if (whips.length === 0) {
    const none = say.whip.none[nation === 'wales' ? 'wales' : style.noWhip]
    return none === '' ? [] : [none]
  }
  const declared = nation === 'wales' ? say.whip.declaredInWales : say.whip.declared
  return whips.map((one) => declared(nameOf(one, style), whereOf(one, say), bare(one.nature)))
}

/**
 * What was recorded against the law or the code. A holder of a disclosable pecuniary interest without a dispensation
 * who spoke was out of order, whether or not they voted (Localism Act 2011 s31(4)).
 */
function problemsOf(one: DisclosedInterest, style: DeclarationsStyle, say: DeclarationsLineWords): string[] {
  const { effect, conduct } = one
  const source = effect.sources.join('; ')
  const about = [nameOf(one, style), whereOf(one, say), source] as const
  const spoke = conduct === 'spoke' || conduct === 'took-part'
  return [
    ...(spoke && effect.speaking === 'no' ? [say.problems['spoke-despite'](...about)] : []),
    ...(conduct === 'took-part' && !effect.mayVote ? [say.problems['voted-despite'](...about)] : []),
  ]
}

function nameOf({ member }: About, { names, title }: DeclarationsStyle): string {
  return nameIn(member, { ...attendanceStyles.plymouth, names, title })
}

function whereOf({ item }: About, { prose }: DeclarationsLineWords): string {
  if (!item) return prose.wholeMeeting
  return item.number === '' ? prose.titled(item.title) : prose.item(item.number)
}

/** Without the stop that the sentence brings. */
function bare(text: string): string {
  return text.trim().replace(/\.+$/, '')
}

function articleFor(text: string): string {
  return /^[aeiou]/i.test(text) ? 'an' : 'a'
}

/** "Disclosable pecuniary interest" within a sentence; an abbreviation stays as it is. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text
}

function upperFirst(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
