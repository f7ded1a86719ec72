import type { App } from '@slack/bolt'
import { stamp } from '../calendar/words.en.ts'
import { displayName, isClerk, membersOn, personById } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { type Fields, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, asSubmit, type Reception } from '../slack/listen.ts'
import { metadataOf, toMetadata } from '../slack/metadata.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { shortened } from '../slack/shorten.ts'
import type { Answering } from './answering.ts'
import { correctionsOf, isOver } from './corrections.ts'
import { sayComing } from './say-coming.ts'
import { sayRefusal } from './say-refusal.ts'
import { tenderApologies } from './tender-apologies.ts'
import { RELAYED_ANSWERS, type RelayForm, recordedView, refusalView, relayModal } from './views.ts'
import { withdrawApologies } from './withdraw-apologies.ts'
import type { ApologiesWords } from './words.en.ts'
import { apologiesWords } from './words.ts'

const field = ids.apologies.field
const OPTION_TEXT = 75

/** The clerk answers for a member: somebody without Slack, or one who telephoned. */
export function registerRelay(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', action_id: ids.apologies.answerFor },
    asOpening(reception, async ({ visitor, client, triggerId, value, answer }) => {
      const say = apologiesWords(visitor.language)
      const { house } = visitor
      const meeting = await meetingAtHand(house, value)
      if (!meeting) return answer(say.refusals.gone())
      if (!(await isClerk(house, meeting.committeeId, visitor.personId)))
        return answer(say.refusals.notAClerk())
      const view = relayModal(await relayForm(house, meeting, say), say)
      await client.views.open({ trigger_id: triggerId, view })
    }),
  )

  app.view(
    ids.apologies.relay,
    asSubmit(reception, async ({ visitor, fields, metadata }) => {
      const say = apologiesWords(visitor.language)
      const answer = RELAYED_ANSWERS.find((it) => it === textOf(fields, field.answer))
      if (!answer) return { errors: { [field.answer]: say.form.missing } }
      const { house } = visitor
      const shown = metadataOf({ private_metadata: metadata })
      const act = {
        meetingId: shown.id,
        day: shown.day,
        memberId: textOf(fields, field.member),
        by: visitor.personId,
        way: 'relayed' as const,
        why: textOf(fields, field.why),
      }
      const outcome = await record(house, act, answer, fields)
      if (!outcome.ok) {
        const refusal = outcome.refusal
        const why =
          refusal.code === 'nothing-to-withdraw'
            ? say.refusals.nothingToWithdrawFor(refusal.meeting)
            : await sayRefusal(house, refusal, act.meetingId, say)
        return { show: refusalView(why, say) }
      }
      const member = await personById(house, act.memberId)
      return {
        show: recordedView(
          {
            name: member ? displayName(member) : '',
            answer: say.relay.answers[answer],
            meeting: outcome.value.meeting,
          },
          say,
        ),
      }
    }),
  )
}

/** The form to answer for a member of a meeting; once it is over, to correct what is recorded. */
export async function relayForm(
  house: House,
  meeting: MeetingAtHand,
  say: ApologiesWords,
  member?: string,
): Promise<RelayForm> {
  const members = await membersOn(house.db, house.councilId, meeting.committeeId, meeting.date, {
    substitutes: true,
  })
  return {
    metadata: toMetadata({ id: meeting.id, version: meeting.version, day: meeting.date }),
    meeting,
    member,
    members: members.map((it) => ({
      value: it.person.id,
      text: shortened(displayName(it.person), OPTION_TEXT),
    })),
    correcting: isOver(meeting, house.now()) ? await historyOf(house, meeting.id, say) : undefined,
  }
}

async function historyOf(house: House, meetingId: string, say: ApologiesWords): Promise<Mrkdwn[]> {
  return (await correctionsOf(house, meetingId)).map(({ before, after, at, ...of }) =>
    say.correct.line({
      ...of,
      before: say.states[before],
      after: say.states[after],
      at: stamp(at, house.timeZone),
    }),
  )
}

function record(house: House, act: Answering, answer: (typeof RELAYED_ANSWERS)[number], fields: Fields) {
  if (answer === 'coming') return sayComing(house, act)
  if (answer === 'withdraw') return withdrawApologies(house, act)
  return tenderApologies(house, {
    ...act,
    kind: answer,
    reason: textOf(fields, field.reason),
    relayedNote: textOf(fields, field.note),
  })
}
