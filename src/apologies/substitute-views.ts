import type { KnownBlock, ModalView } from '@slack/types'
import type { MeetingInWords } from '../meetings/words.en.ts'
import {
  actions,
  button,
  type Choice,
  context,
  modal,
  section,
  sections,
  selectField,
  textField,
  tickField,
  timeField,
} from '../slack/blocks.ts'
import { freshId } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { pageOf, pagesOf } from '../slack/pages.ts'
import { turnButtons } from '../slack/turn-pages.ts'
import type { AbsentEntry } from './substitute-desk.ts'
import type { SubstituteWords } from './substitute-words.en.ts'

const { field, desk } = ids.substitution

/** Which absent member of which meeting a button is about, and the day that was looked at. */
export function absentValue({ meeting, absentId }: Pick<AbsentEntry, 'meeting' | 'absentId'>): string {
  return `${meeting.id}/${meeting.date}/${absentId}`
}

export function absentOf(value: string): { meetingId: string; day: string | undefined; absentId: string } {
  const [meetingId = '', day, absentId = ''] = value.split('/')
  return { meetingId, day, absentId }
}

/** Who is away, and who sits for them: for the member, the clerk and the whip alike. */
export function deskModal(
  model: {
    readonly entries: readonly AbsentEntry[]
    readonly timeZone: string
    /** What has just been done. */
    readonly said?: Mrkdwn | undefined
    /** Of this meeting alone. */
    readonly meetingId: string | undefined
    /** From 0. */
    readonly page: number
  },
  say: SubstituteWords,
): ModalView {
  const { entries, meetingId } = model
  const pages = pagesOf(entries.map((one) => entryBlocks(one, model.timeZone, say)))
  const { page = [], at } = pageOf(pages, model.page)
  return modal({
    title: say.desk.title,
    close: say.close,
    metadata: JSON.stringify({ meetingId, page: at }),
    blocks: [
      ...(model.said ? sections(model.said) : []),
      section(entries.length === 0 ? say.desk.none() : say.desk.intro()),
      ...page,
      ...(pages.length > 1 ? [context(say.desk.page(at + 1, pages.length))] : []),
      ...turnButtons(desk, meetingId ?? '', { at, pages: pages.length }, say.desk),
    ],
  })
}

function entryBlocks(entry: AbsentEntry, timeZone: string, say: SubstituteWords): KnownBlock[] {
  const { substitution, cutOff } = entry
  const value = absentValue(entry)
  const name = substitution ? `${substitution.substitute.title} ${substitution.substitute.name}`.trim() : ''
  const stands = substitution
    ? substitution.acceptedAt
      ? say.standing.accepted(name, substitution.acceptedAt, timeZone)
      : say.standing.asked(name, substitution.namedAt, timeZone)
    : say.desk.nobody
  return [
    section(say.desk.entry(entry.absent, entry.meeting)),
    context(stands, say.desk.until(cutOff.at, timeZone, cutOff.covered)),
    actions(
      button({
        id: ids.substitution.name,
        text: substitution ? say.desk.another : say.desk.name,
        value,
        ...(substitution ? {} : { style: 'primary' }),
      }),
      ...(substitution && entry.mayAnswer
        ? [
            ...(substitution.state === 'asked'
              ? [button({ id: ids.substitution.accepts, text: say.desk.accepts, value: substitution.id })]
              : []),
            button({ id: ids.substitution.declines, text: say.desk.declines, value: substitution.id }),
          ]
        : []),
      ...(substitution ? [button({ id: ids.substitution.takeBack, text: say.desk.takeBack, value })] : []),
    ),
  ]
}

export function namingModal(
  model: {
    readonly absent: string
    readonly meeting: MeetingInWords
    readonly metadata: string
    readonly choices: readonly Choice[]
  },
  say: SubstituteWords,
): ModalView {
  const { choices } = model
  return modal({
    title: say.naming.title,
    close: say.cancel,
    metadata: model.metadata,
    ...(choices.length === 0 ? {} : { id: ids.substitution.nameForm, submit: say.naming.submit }),
    blocks: [
      section(say.naming.intro(model.absent, model.meeting)),
      choices.length === 0
        ? section(say.naming.empty())
        : selectField({ id: field.substitute, label: say.naming.substitute, choices }),
    ],
  })
}

export const POOLS = ['none', 'named', 'group'] as const
/** The one tick of its field. */
export const SAME_GROUP = 'same-group'

export interface RulesForm {
  readonly committees: readonly Choice[]
  readonly committeeId: string
  readonly committee: string
  readonly pool: (typeof POOLS)[number]
  readonly sameGroup: boolean
  readonly perYear: number | undefined
  readonly days: number | undefined
  readonly time: string | undefined
}

/** What the committee's standing orders say about substitutes, for its clerks. */
export function rulesModal(model: RulesForm, say: SubstituteWords): ModalView {
  const { committeeId: mark } = model
  const number = (value: number | undefined) => (value === undefined ? undefined : String(value))
  return modal({
    id: ids.substitution.rulesForm,
    title: say.rules.title,
    submit: say.rules.submit,
    close: say.cancel,
    blocks: [
      selectField({
        id: field.committee,
        label: say.rules.which,
        choices: model.committees,
        chosen: mark,
        tellsAtOnce: model.committees.length > 1,
      }),
      section(say.rules.intro(model.committee)),
      selectField({
        id: freshId(field.pool, mark),
        label: say.rules.pool,
        choices: POOLS.map((value) => ({ value, text: say.rules.pools[value] })),
        chosen: model.pool,
      }),
      tickField({
        id: freshId(field.sameGroup, mark),
        label: say.rules.sameGroup,
        choices: [{ value: SAME_GROUP, text: say.rules.sameGroupOnly }],
        chosen: model.sameGroup ? [SAME_GROUP] : [],
        optional: true,
      }),
      textField({
        id: freshId(field.perYear, mark),
        label: say.rules.perYear,
        hint: say.rules.perYearHint,
        value: number(model.perYear),
        optional: true,
      }),
      textField({
        id: freshId(field.days, mark),
        label: say.rules.days,
        hint: say.rules.daysHint,
        value: number(model.days),
        optional: true,
      }),
      timeField({ id: freshId(field.time, mark), label: say.rules.time, value: model.time, optional: true }),
      actions(button({ id: ids.substitution.roles, text: say.rules.person })),
    ],
  })
}

export const DUTIES = ['executive', 'groupWhip'] as const

/** Who sits in the executive, and who are the groups' whips. */
export function rolesModal(
  model: {
    readonly people: readonly Choice[]
    readonly personId: string | undefined
    readonly duties: readonly (typeof DUTIES)[number][]
  },
  say: SubstituteWords,
): ModalView {
  return modal({
    id: ids.substitution.rolesForm,
    title: say.roles.title,
    submit: say.roles.submit,
    close: say.cancel,
    blocks: [
      section(say.roles.intro()),
      selectField({
        id: field.person,
        label: say.roles.person,
        choices: model.people,
        chosen: model.personId,
        tellsAtOnce: true,
      }),
      tickField({
        id: freshId(field.duties, model.personId ?? ''),
        label: say.roles.duties,
        choices: DUTIES.map((value) => ({
          value,
          text: value === 'executive' ? say.roles.executive : say.roles.whip,
        })),
        chosen: model.duties,
        optional: true,
      }),
    ],
  })
}

export function saidModal(title: string, said: readonly Mrkdwn[], say: SubstituteWords): ModalView {
  return modal({ title, close: say.done, blocks: said.flatMap((one) => sections(one)) })
}
