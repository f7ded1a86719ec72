import type { App } from '@slack/bolt'
import { z } from 'zod'
import { type CommitteeFacts, isClerk } from '../committees/people.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { opensOnTop } from '../sitting/stacked.ts'
import { modal, sections } from '../slack/blocks.ts'
import { listOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import { joinMrkdwn } from '../slack/mrkdwn.ts'
import { type Shown, showInPlace } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { type CloseRefusal, closeRows } from './close-rows.ts'
import { choiceToClose, closingModal } from './closing-view.ts'
import { clerksCommittee, liveRows } from './committee-ground.ts'
import { deskWords as words } from './desk-words.en.ts'
import { noteStillWaiting } from './note-event.ts'
import { openedMeetings, todayOf } from './row-ground.ts'
import { saidInstead } from './row-refusals.ts'
import { rowWords as say } from './row-words.en.ts'

const { field } = ids.trackerDesk

const metadata = z.object({ meetingId: z.string(), recordId: z.string().optional() })

/** What the committee closed: from the tracking item in the control of a meeting, or from the committee's desk. */
export function registerClosing(app: App, reception: Reception): void {
  opensOnTop(app, reception)(ids.trackerDesk.closing, ({ visitor, value }) => {
    const [first = '', recordId] = value.split('/')
    return recordId === undefined
      ? closingOfCommittee(visitor, first)
      : closingAt(visitor, { meetingId: first, recordId: recordId || undefined })
  })

  app.action(
    { type: 'block_actions', block_id: ids.trackerDesk.closeAt },
    asOpening(reception, async ({ visitor, client, value, view, answer }) => {
      const meeting = await meetingAtHand(visitor.house, value)
      const shown = await closingOfCommittee(visitor, meeting?.committeeId ?? '', value)
      if ('why' in shown) return answer(shown.why)
      if (view) await showInPlace({ client, view }, shown.view)
    }),
  )

  app.view(
    ids.trackerDesk.closingForm,
    asSubmit(reception, async ({ visitor, fields, metadata: text }): Promise<SubmitAnswer> => {
      const { house, personId: by } = visitor
      const { meetingId, recordId } = metadata.parse(JSON.parse(text))
      const meeting = await meetingAtHand(house, meetingId)
      if (!meeting || !(await isClerk(house, meeting.committeeId, by)))
        return saidInstead(say.refusals.notAClerk(), say)
      const [chosen, waiting] = [listOf(fields, field.rows), listOf(fields, field.waiting)]
      if (chosen.length + waiting.length === 0) return { errors: { [field.rows]: words.closing.nothing } }
      const picked = chosen.map(choiceToClose)
      if (picked.some(({ id }) => waiting.includes(id)))
        return { errors: { [field.waiting]: words.closing.either } }
      const closed =
        chosen.length === 0 ? undefined : await closeRows(house, { by, meetingId, recordId, rows: picked })
      if (closed && !closed.ok) return refusalAnswer(closed.refusal)
      const noted =
        waiting.length === 0 ? undefined : await noteStillWaiting(house, { by, meetingId, rowIds: waiting })
      if (noted && !noted.ok) return refusalAnswer(noted.refusal)
      const { closed: done = [], already = [], left = [] } = closed?.value ?? {}
      const said = joinMrkdwn([
        ...(done.length + already.length + waiting.length === 0
          ? []
          : [words.closing.done(done.length + already.length, noted?.value.waiting ?? 0)]),
        ...(left.length === 0 ? [] : [words.closing.changed(left.map(({ reference }) => reference))]),
      ])
      return { show: modal({ title: words.closing.title, close: say.close, blocks: sections(said) }) }
    }),
  )
}

/** At a meeting that was opened, and under an item of it. */
async function closingAt(visitor: Visitor, at: z.infer<typeof metadata>): Promise<Shown> {
  const { house, personId } = visitor
  const meeting = await meetingAtHand(house, at.meetingId)
  if (!meeting || !(await isClerk(house, meeting.committeeId, personId)))
    return { why: say.refusals.notAClerk() }
  return closingShown(visitor, { id: meeting.committeeId, name: meeting.committeeName }, meeting, [], at)
}

/** At a meeting of the committee that the clerk chooses; the latest, to begin with. */
async function closingOfCommittee(visitor: Visitor, committeeId: string, meetingId?: string): Promise<Shown> {
  const found = await clerksCommittee(visitor, committeeId)
  if ('why' in found) return found
  const meetings = await openedMeetings(visitor.house, found.committee.id)
  const meeting = meetings.find(({ id }) => id === meetingId) ?? meetings[0]
  if (!meeting) return { why: words.closing.noMeeting() }
  return closingShown(visitor, found.committee, meeting, meetings, { meetingId: meeting.id })
}

async function closingShown(
  { house }: Visitor,
  { id, name: committee }: Pick<CommitteeFacts, 'id' | 'name'>,
  { date }: { readonly date: string },
  meetings: readonly { readonly id: string; readonly date: string }[],
  at: z.infer<typeof metadata>,
): Promise<Shown> {
  const rows = (await liveRows(house, id)).filter(({ metOn }) => metOn === undefined || metOn <= date)
  const form = {
    metadata: JSON.stringify(at),
    committee,
    meetingId: at.meetingId,
    date,
    meetings,
    rows,
    today: todayOf(house),
  }
  return { view: closingModal(form, words, say) }
}

function refusalAnswer({ code }: CloseRefusal): SubmitAnswer {
  switch (code) {
    case 'rows-missing':
      return { errors: { [field.rows]: words.closing.nothing } }
    case 'not-open':
      return saidInstead(words.closing.noMeeting(), say)
    case 'not-a-clerk':
      return saidInstead(say.refusals.notAClerk(), say)
  }
}
