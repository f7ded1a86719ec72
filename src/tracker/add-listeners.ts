import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { v7 as newId } from 'uuid'
import { committeesWhereClerk } from '../committees/people.ts'
import { type Choice, modal, sections, selectField, textField } from '../slack/blocks.ts'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asSubmit, type CommandVisit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import { openings, type Shown } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { addRow } from './add-row.ts'
import { clerksCommittee } from './committee-ground.ts'
import { dueFields, dueIn, kindField, ownerFields, ownersIn } from './row-form.ts'
import { deskShown, openedMeetings } from './row-ground.ts'
import { rowRefusalAnswer, saidInstead } from './row-refusals.ts'
import { type RowWords, rowWords as say } from './row-words.en.ts'
import { TRACKED_KINDS } from './types.ts'

const { field } = ids.row

const TEXT_LIMIT = 3_000
const MINUTE_LIMIT = 50

/** `/tracker add`: a row that no meeting's record makes, for clerks. */
export const addWord = {
  word: 'add',
  async open({ visitor, client, triggerId, answer }: CommandVisit): Promise<void> {
    const shown = await addShown(visitor)
    if ('why' in shown) return answer(shown.why)
    await client.views.open({ trigger_id: triggerId, view: shown.view })
  },
}

export function registerAdding(app: App, reception: Reception): void {
  openings(app, reception)(ids.trackerDesk.add, ({ visitor, value }) => addShown(visitor, value))

  app.view(
    ids.row.addForm,
    asSubmit(reception, async ({ visitor, fields, metadata: formKey }): Promise<SubmitAnswer> => {
      const { house, personId: by } = visitor
      const [committeeId = '', meetingId = ''] = textOf(fields, field.meeting).split('/')
      // Whoever may not add anything is told so before anything about what they wrote.
      if ((await committeesWhereClerk(house, by)).every(({ id }) => id !== committeeId))
        return saidInstead(say.refusals.notAClerk(), say)
      const owners = await ownersIn(house, fields, undefined, say)
      if ('errors' in owners) return owners
      const due = dueIn(fields, undefined, say)
      if ('errors' in due) return due
      const outcome = await addRow(house, {
        by,
        committeeId,
        formKey,
        kind: TRACKED_KINDS.find((one) => one === textOf(fields, field.kind)) ?? 'action',
        text: textOf(fields, field.text),
        meetingId: meetingId || undefined,
        minute: textOf(fields, field.minute),
        owners: owners.owners,
        heads: owners.heads,
        due: due.due,
        dueText: textOf(fields, field.dueText),
      })
      if (!outcome.ok) return rowRefusalAnswer(outcome.refusal, say)
      const { id, reference } = outcome.value
      const shown = await deskShown(visitor, id, say.desk.added(reference))
      return 'view' in shown ? { show: shown.view } : { close: true }
    }),
  )
}

/** @param committeeId which stands first */
async function addShown(visitor: Visitor, committeeId?: string): Promise<Shown> {
  const found = await clerksCommittee(visitor, committeeId)
  if ('why' in found) return found
  const { house } = visitor
  const committees = found.committees.toSorted(
    (one, other) => Number(other.id === committeeId) - Number(one.id === committeeId),
  )
  const choices: Choice[] = []
  for (const { id, name } of committees) {
    choices.push({ value: `${id}/`, text: say.form.noMeeting(name) })
    for (const meeting of await openedMeetings(house, id))
      choices.push({ value: `${id}/${meeting.id}`, text: say.form.meetingOf(name, meeting.date) })
  }
  return { view: addModal(choices, newId(), say) }
}

/** @param formKey of this form: sent twice, it adds one row */
export function addModal(choices: readonly Choice[], formKey: string, words: RowWords): ModalView {
  const { form } = words
  const own = (id: string) => id
  return modal({
    id: ids.row.addForm,
    title: form.addTitle,
    submit: words.save,
    close: words.cancel,
    metadata: formKey,
    blocks: [
      ...sections(form.addIntro()),
      selectField({ id: field.meeting, label: form.meeting, choices, chosen: choices[0]?.value }),
      textField({ id: field.minute, label: form.minute, optional: true, maxLength: MINUTE_LIMIT }),
      textField({ id: field.text, label: form.text, multiline: true, maxLength: TEXT_LIMIT }),
      kindField('action', own, words),
      ...ownerFields(undefined, own, words),
      ...dueFields(undefined, own, words),
    ],
  })
}
