import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { z } from 'zod'
import { apologiesForm } from '../apologies/apologies-form.ts'
import { askedOf } from '../apologies/asked-day.ts'
import { sayComing } from '../apologies/say-coming.ts'
import { sayRefusal } from '../apologies/say-refusal.ts'
import { apologiesModal } from '../apologies/views.ts'
import { whyNotThis } from '../apologies/why-no-form.ts'
import { apologiesWords } from '../apologies/words.ts'
import { committeesWhereClerk } from '../committees/people.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { ids } from '../slack/ids.ts'
import { asCommand, asOpening, asRecord, type Reception } from '../slack/listen.ts'
import { platformError } from '../slack/platform-error.ts'
import type { Visitor } from '../slack/visitor.ts'
import { agendaModel, committeeOfChannel, meetingsToShow, nextOf } from './agenda-model.ts'
import { agendaView } from './agenda-view.ts'
import { agendaWords } from './agenda-words.ts'
import { cardWords } from './words.ts'

/** `/agenda`: the next meeting, its papers, one's own answer and what is due. */
export function register(app: App, reception: Reception): void {
  app.command(
    '/agenda',
    asCommand(reception, async ({ visitor, client, triggerId, channelId, text, answer }) => {
      const say = agendaWords(visitor.language)
      if (text === 'help') return answer(say.help())
      const committeeId = await committeeOfChannel(visitor.house, channelId)
      const clerks = await committeesWhereClerk(visitor.house, visitor.personId)
      // Where nothing is planned for the channel's committee, a clerk sees what is planned for those they clerk.
      const view =
        (await viewOf(visitor, { committeeId })) ??
        (clerks.length > 0 ? await viewOf(visitor, { committeeId: undefined }) : undefined)
      if (view) return void (await client.views.open({ trigger_id: triggerId, view }))
      if (clerks.length > 0) return answer(say.noneForClerk())
      return answer(committeeId === undefined ? say.none() : say.noneHere())
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.agenda.meeting },
    asOpening(reception, async ({ visitor, client, value, view, answer }) => {
      if (!view) return
      const shown = await viewOf(visitor, shownBy(view.metadata), value)
      if (!shown) return answer(agendaWords(visitor.language).gone())
      try {
        await client.views.update({ view_id: view.id, hash: view.hash, view: shown })
      } catch (error) {
        // Chosen anew before this answer: the later choice shows its own meeting.
        if (platformError(error) !== 'hash_conflict') throw error
      }
    }),
  )

  // The form takes the place of the agenda: one that lay on top would leave an old answer standing below it.
  app.action(
    { type: 'block_actions', action_id: ids.agenda.apologies },
    asOpening(reception, async ({ visitor, client, value, view, answer }) => {
      if (!view) return
      const say = apologiesWords(visitor.language)
      const form = await apologiesForm(visitor.house, visitor.personId, 'button', value)
      if (form?.meetingId !== value) return answer(await whyNotThis(visitor, value, say))
      await client.views.update({ view_id: view.id, view: apologiesModal(form, say) })
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.agenda.coming },
    asRecord(reception, async ({ visitor, client, value, view, answer }) => {
      const { house, personId } = visitor
      const { meetingId, day } = askedOf(value)
      const outcome = await sayComing(house, {
        meetingId,
        day,
        memberId: personId,
        by: personId,
        way: 'button',
      })
      if (!outcome.ok) {
        const why = await sayRefusal(house, outcome.refusal, meetingId, apologiesWords(visitor.language))
        return () => answer(why)
      }
      if (!view) return undefined
      const shown = await viewOf(visitor, shownBy(view.metadata), meetingId)
      return async () => {
        if (shown) await client.views.update({ view_id: view.id, view: shown })
      }
    }),
  )
}

/** Which committee's meetings the view offers. */
const agendaShown = z.object({ committeeId: z.string().optional() })

function shownBy(metadata: string): { committeeId: string | undefined } {
  return { committeeId: agendaShown.parse(JSON.parse(metadata)).committeeId }
}

/** @param chosen the meeting to show; the next one when absent */
async function viewOf(
  visitor: Visitor,
  { committeeId }: { readonly committeeId: string | undefined },
  chosen?: string,
): Promise<ModalView | undefined> {
  const { house, personId, language } = visitor
  const meetings = await meetingsToShow(house, personId, committeeId)
  // Over since the view was opened, it is still what was chosen.
  const meeting = chosen === undefined ? nextOf(meetings) : await meetingAtHand(house, chosen)
  if (!meeting) return undefined
  const metadata = JSON.stringify({ committeeId })
  const model = await agendaModel(house, personId, meeting, { meetings, metadata })
  return agendaView(model, agendaWords(language), cardWords(language))
}
