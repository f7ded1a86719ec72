import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import type { MeetingInWords } from '../meetings/words.en.ts'
import { type Choice, context, modal, section, sections, selectField, textField } from '../slack/blocks.ts'
import { type Fields, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { AttendanceForm, FormPerson } from './attendance-form.ts'
import type { Said } from './attendance-rules.ts'
import { attendanceWords as say } from './attendance-words.en.ts'

const { field } = ids.attendance
/** A sentence, as a minute would say it. */
const WHY_LIMIT = 200

/** What the form carries: which meeting, how many rows it was made from, which page of it. */
const metadata = z.object({ id: z.string(), rows: z.number().int(), page: z.number().int() })

export function attendanceMetadataOf(text: string): z.infer<typeof metadata> {
  return metadata.parse(JSON.parse(text))
}

export function personField(personId: string): string {
  return `${field.person}/${personId}`
}

export function attendanceModal(model: AttendanceForm): ModalView {
  return modal({
    id: ids.attendance.form,
    title: say.form.title,
    submit: model.page < model.pages - 1 ? say.form.next : say.form.submit,
    close: say.form.cancel,
    metadata: JSON.stringify({ id: model.meetingId, rows: model.rows, page: model.page }),
    blocks: [
      section(say.form.intro(model.meeting, model.rows > 0)),
      context(say.form.remoteIs(model.nation, model.remote)),
      ...(model.pages > 1 ? [context(say.form.page(model.page + 1, model.pages))] : []),
      ...model.people.map((person) => personBlock(person, model)),
      ...(model.rows > 0
        ? [
            textField({
              id: field.why,
              label: say.form.why,
              hint: say.form.whyHint,
              optional: true,
              maxLength: WHY_LIMIT,
            }),
          ]
        : []),
    ],
  })
}

function personBlock(person: FormPerson, model: AttendanceForm): KnownBlock {
  return selectField({
    id: personField(person.personId),
    label: person.isMember ? person.name : say.form.substitute(person.name),
    choices: person.isMember ? memberChoices(model) : substituteChoices(model),
    chosen: person.said && choiceOf(person.said),
    placeholder: say.form.choose,
  })
}

function memberChoices({ remote }: AttendanceForm): Choice[] {
  return [
    { value: 'present', text: say.form.said.present },
    { value: 'apologies', text: say.form.said.apologies },
    { value: 'absent', text: say.form.said.absent },
    { value: 'remote', text: say.form.said[remote] },
  ]
}

function substituteChoices({ members, remote }: AttendanceForm): Choice[] {
  const remotely = remote === 'remoteMember' ? members : []
  return [
    { value: 'not-there', text: say.form.said.notThere },
    ...members.map(({ personId, name }) => ({ value: `for/${personId}`, text: say.form.satFor(name) })),
    ...remotely.map(({ personId, name }) => ({
      value: `remote-for/${personId}`,
      text: say.form.satRemotelyFor(name),
    })),
  ]
}

function choiceOf(said: Said): string {
  return said.code === 'for' ? `${said.remote ? 'remote-for' : 'for'}/${said.memberId}` : said.code
}

/** What was chosen for each person of the page; the fields of those for whom nothing was. */
export function attendanceSubmitted(fields: Fields): {
  readonly said: ReadonlyMap<string, Said>
  readonly missing: readonly string[]
  readonly why: string
} {
  const said = new Map<string, Said>()
  const missing: string[] = []
  for (const name of Object.keys(fields)) {
    const [kind, personId] = name.split('/')
    if (kind !== field.person || personId === undefined) continue
    const one = saidBy(textOf(fields, name))
    if (one) said.set(personId, one)
    else missing.push(name)
  }
  return { said, missing, why: textOf(fields, field.why) }
}

function saidBy(value: string): Said | undefined {
  const [code, memberId] = value.split('/')
  switch (code) {
    case 'present':
    case 'apologies':
    case 'absent':
    case 'remote':
    case 'not-there':
      return { code }
    case 'for':
    case 'remote-for':
      return memberId === undefined ? undefined : { code: 'for', memberId, remote: code === 'remote-for' }
    default:
      return undefined
  }
}

export function attendanceRecordedView(
  meeting: MeetingInWords,
  of: { readonly fresh: number; readonly corrected: number },
): ModalView {
  return modal({
    title: say.done.title,
    close: say.form.close,
    blocks: [section(say.done.recorded(meeting, of.fresh, of.corrected))],
  })
}

export function notRecordedView(why: Mrkdwn): ModalView {
  return modal({ title: say.refusals.title, close: say.form.close, blocks: sections(why) })
}
