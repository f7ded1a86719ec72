import type { App } from '@slack/bolt'
import { civilDate } from '../calendar/civil.ts'
import { committeesWhereClerk } from '../committees/people.ts'
import type { MeetingWord } from '../meetings/listeners.ts'
import { modal, section } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, asSubmit, type Reception } from '../slack/listen.ts'
import { metadataOf } from '../slack/metadata.ts'
import { platformError } from '../slack/platform-error.ts'
import { shortened } from '../slack/shorten.ts'
import type { Visitor } from '../slack/visitor.ts'
import { type QuorumForm, quorumModal, quorumSetView, quorumSubmitted } from './quorum-form.ts'
import { quorumFormWords as say } from './quorum-form-words.en.ts'
import { quorumOn, quorumSettings, setQuorum } from './quorum-settings.ts'

const OPTION_TEXT = 75

/** `/meeting quorum`: for clerks. */
export const quorumWord: MeetingWord = {
  word: 'quorum',
  async open({ visitor, client, triggerId, answer }) {
    const form = await formOf(visitor, undefined)
    if (!form) return answer(say.notAClerk())
    await client.views.open({ trigger_id: triggerId, view: quorumModal(form) })
  },
}

/** The form in which clerks set a committee's quorum. */
export function registerQuorum(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', action_id: ids.quorum.open },
    asOpening(reception, async ({ visitor, client, triggerId, value, view, answer }) => {
      const form = await formOf(visitor, value === 'first' ? undefined : value)
      if (!form) return answer(say.notAClerk())
      const opened = { trigger_id: triggerId, view: quorumModal(form) }
      await (view ? client.views.push(opened) : client.views.open(opened))
    }),
  )

  app.action(
    { type: 'block_actions', block_id: ids.quorum.field.committee },
    asOpening(reception, async ({ visitor, client, value, view, answer }) => {
      if (!view) return
      const form = await formOf(visitor, value)
      if (!form) return answer(say.notAClerk())
      try {
        await client.views.update({ view_id: view.id, hash: view.hash, view: quorumModal(form) })
      } catch (error) {
        // Chosen anew before this answer: the later choice shows its own committee.
        if (platformError(error) !== 'hash_conflict') throw error
      }
    }),
  )

  app.view(
    ids.quorum.form,
    asSubmit(reception, async ({ visitor, fields, metadata }) => {
      const settings = quorumSubmitted(fields)
      if (!settings.ok) return { errors: settings.refusal.errors }
      const { id: committeeId } = metadataOf({ private_metadata: metadata })
      const act = { by: visitor.personId, committeeId, settings: settings.value }
      const outcome = await setQuorum(visitor.house, act)
      if (!outcome.ok)
        return {
          show: modal({ title: say.title, close: say.close, blocks: [section(say.notAClerk())] }),
        }
      const committee = (await committeesWhereClerk(visitor.house, visitor.personId)).find(
        ({ id }) => id === committeeId,
      )
      return { show: quorumSetView(committee?.name ?? '', outcome.value.quorum) }
    }),
  )
}

async function formOf(
  { house, personId }: Visitor,
  chosen: string | undefined,
): Promise<QuorumForm | undefined> {
  const committees = await committeesWhereClerk(house, personId)
  const committee = chosen === undefined ? committees[0] : committees.find(({ id }) => id === chosen)
  if (!committee) return undefined
  const today = civilDate(house.now(), house.timeZone).toString()
  return {
    committeeId: committee.id,
    committees: committees.map(({ id, name }) => ({ value: id, text: shortened(name, OPTION_TEXT) })),
    settings: await quorumSettings(house, committee.id),
    quorum: await quorumOn(house, committee.id, today),
  }
}
