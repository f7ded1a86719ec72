import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { z } from 'zod'
import { displayName, memberOn } from '../committees/people.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import {
  asOpening,
  asRecord,
  asSubmit,
  type CommandVisit,
  type PressVisit,
  type Reception,
} from '../slack/listen.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { shortened } from '../slack/shorten.ts'
import { turnsPages } from '../slack/turn-pages.ts'
import type { Visitor } from '../slack/visitor.ts'
import { answerSubstitution } from './answer-substitution.ts'
import { nameSubstitute, takeSubstituteBack } from './name-substitute.ts'
import { isAboutSubstitute, sayRefusal, saySubstituteRefusal } from './say-refusal.ts'
import { absentFor } from './substitute-desk.ts'
import { poolFor, substituteRule } from './substitute-pool.ts'
import { openRules, registerRules } from './substitute-rules-listeners.ts'
import { absentOf, deskModal, namingModal, saidModal } from './substitute-views.ts'
import { substituteWords } from './substitute-words.ts'
import { apologiesWords } from './words.ts'

export { openRules }

const OPTION_TEXT = 75
const deskShown = z.object({ meetingId: z.string().optional(), page: z.number().int().default(0) })

/** Who sits for an absent member: asked, answered, taken back, by whoever may. */
export function registerSubstitutes(app: App, reception: Reception): void {
  for (const [id, answer] of [
    [ids.substitution.accept, 'accepted'],
    [ids.substitution.decline, 'declined'],
    [ids.substitution.accepts, 'accepted'],
    [ids.substitution.declines, 'declined'],
  ] as const)
    app.action(
      { type: 'block_actions', action_id: id },
      asRecord(reception, async (visit) => {
        const { visitor, value } = visit
        const act = { substitutionId: value, by: visitor.personId, answer }
        const outcome = await answerSubstitution(visitor.house, act)
        if (!outcome.ok) {
          const why = await sayRefusal(visitor.house, outcome.refusal, '', apologiesWords(visitor.language))
          return () => visit.answer(why)
        }
        // In a message nothing more is said: it is edited itself.
        if (!visit.view) return undefined
        const { naming } = substituteWords(visitor.language)
        const name = displayName(outcome.value.substitution.substitute)
        return () => showDesk(visit, naming.recorded(name, answer === 'accepted'))
      }),
    )

  app.action(
    { type: 'block_actions', action_id: ids.substitution.desk },
    asOpening(reception, (visit) => openDesk(visit, visit.value)),
  )
  turnsPages(app, reception, ids.substitution.desk, async (visitor, value) => {
    const [meetingId = '', page] = value.split('/')
    const of = { meetingId: meetingId === '' ? undefined : meetingId, page: Number(page) || 0 }
    return { view: await deskFor(visitor, of) }
  })

  app.action(
    { type: 'block_actions', action_id: ids.substitution.name },
    asOpening(reception, async ({ visitor, client, view, value, answer }) => {
      if (!view) return
      const form = await namingForm(visitor, value)
      if (!form) return answer(apologiesWords(visitor.language).refusals.gone())
      // In the place of the list, which would stand below it with what is no longer so.
      await client.views.update({ view_id: view.id, view: form })
    }),
  )

  app.view(
    ids.substitution.nameForm,
    asSubmit(reception, async ({ visitor, fields, metadata }) => {
      const say = substituteWords(visitor.language)
      const { house } = visitor
      const substituteId = textOf(fields, ids.substitution.field.substitute)
      if (substituteId === '') return { errors: { [ids.substitution.field.substitute]: say.naming.missing } }
      const of = absentOf(metadata)
      const outcome = await nameSubstitute(house, { ...of, by: visitor.personId, substituteId })
      if (!outcome.ok) {
        const { refusal } = outcome
        if (isAboutSubstitute(refusal))
          return {
            errors: {
              [ids.substitution.field.substitute]: saySubstituteRefusal(
                refusal,
                house.timeZone,
                visitor.language,
              ),
            },
          }
        const why = await sayRefusal(house, refusal, of.meetingId, apologiesWords(visitor.language))
        return { show: saidModal(say.naming.title, [why], say) }
      }
      const { absent, substitute } = outcome.value.named
      return {
        show: saidModal(
          say.naming.title,
          [
            say.naming.asked(displayName(substitute), displayName(absent)),
            ...(substitute.slackUserId === undefined ? [say.naming.byHand(displayName(substitute))] : []),
          ],
          say,
        ),
      }
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.substitution.takeBack },
    asRecord(reception, async (visit) => {
      const { visitor, value } = visit
      const of = absentOf(value)
      const outcome = await takeSubstituteBack(visitor.house, { ...of, by: visitor.personId })
      if (outcome.ok) return () => showDesk(visit, substituteWords(visitor.language).naming.takenBack())
      const say = apologiesWords(visitor.language)
      const why = await sayRefusal(visitor.house, outcome.refusal, of.meetingId, say)
      return () => visit.answer(why)
    }),
  )

  registerRules(app, reception)
}

/** @param meetingId of this meeting alone, from its list in the clerks' channel */
export async function openDesk(
  { visitor, client, triggerId }: Pick<CommandVisit | PressVisit, 'visitor' | 'client' | 'triggerId'>,
  meetingId: string | undefined,
): Promise<void> {
  await client.views.open({ trigger_id: triggerId, view: await deskFor(visitor, { meetingId, page: 0 }) })
}

async function showDesk({ visitor, client, view }: PressVisit, said: Mrkdwn): Promise<void> {
  if (!view) return
  const of = deskShown.parse(JSON.parse(view.metadata))
  await client.views.update({ view_id: view.id, view: await deskFor(visitor, of, said) })
}

async function deskFor(
  { house, personId, language }: Visitor,
  { meetingId, page }: { readonly meetingId?: string | undefined; readonly page: number },
  said?: Mrkdwn,
): Promise<ModalView> {
  const entries = await absentFor(house, personId, meetingId)
  const model = { entries, meetingId, page, timeZone: house.timeZone, said }
  return deskModal(model, substituteWords(language))
}

async function namingForm({ house, language }: Visitor, value: string): Promise<ModalView | undefined> {
  const { meetingId, absentId } = absentOf(value)
  const meeting = await meetingAtHand(house, meetingId)
  const member =
    meeting && (await memberOn(house.db, house.councilId, meeting.committeeId, meeting.date, absentId))
  if (!meeting || !member) return undefined
  const pool = await poolFor(house, meeting, member, await substituteRule(house, meeting))
  const choices = pool
    .filter(({ why }) => why === undefined)
    .map(({ person }) => ({ value: person.id, text: shortened(displayName(person), OPTION_TEXT) }))
  const model = { absent: displayName(member.person), meeting, metadata: value, choices }
  return namingModal(model, substituteWords(language))
}
