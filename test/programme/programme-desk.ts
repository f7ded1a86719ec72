import type { App } from '@slack/bolt'
import { readPaper } from '../../src/documents/read-paper.ts'
import { registerProgrammePaper } from '../../src/minutes/programme-listeners.ts'
import { register } from '../../src/programme/listeners.ts'
import type { Reception } from '../../src/slack/listen.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import { type Given, valuesOf } from '../slack/values-of.ts'
import type { InventedCouncil, InventedPerson } from '../support/council.ts'
import { readable } from '../support/shown.ts'

/** Everything about the work programme and call-in, with the papers that are printed of it. */
export function registerAll(app: App, reception: Reception): void {
  register(app, reception, { read: readPaper })
  registerProgrammePaper(app, reception)
}

/** Somebody at their Slack: what they press, type and send, through the real Bolt app. */
export async function atDesk(
  council: InventedCouncil,
  who: InventedPerson | { readonly slackUserId: string },
) {
  const bolt = await boltStage(council, registerAll, who)
  const common = {
    token: 't',
    team: { id: council.teamId, domain: 'underfell' },
    user: { id: who.slackUserId, name: 'somebody', team_id: council.teamId },
    trigger_id: '1.2',
    api_app_id: 'A1',
  }
  const begin = () => {
    bolt.calls.length = 0
  }
  return {
    bolt,
    command: async (text: string, channel = council.committee.channelId) => {
      begin()
      await bolt.deliver({
        command: '/programme',
        text,
        team_id: council.teamId,
        user_id: who.slackUserId,
        channel_id: channel,
        response_url: 'https://hooks.slack.test/actions/1',
        trigger_id: '1.2',
      })
      return bolt.told()
    },
    /** In a message, or in a view that carries this. */
    press: async (actionId: string, value: string, metadata?: string, block = 'b') => {
      begin()
      await bolt.deliver({
        ...common,
        type: 'block_actions',
        actions: [{ type: 'button', action_id: actionId, block_id: block, value, action_ts: '1.0' }],
        response_url: 'https://hooks.slack.test/actions/1',
        ...(metadata === undefined
          ? { channel: { id: 'D1' }, message: { ts: '17.0' } }
          : {
              view: { id: 'V1', type: 'modal', hash: 'h', private_metadata: metadata, state: { values: {} } },
            }),
      })
      return bolt.told()
    },
    /** What the form answers: errors at fields, or the view that takes its place. */
    submit: async (form: string, metadata: string, given: Given = {}) => {
      begin()
      const [answer] = await bolt.submit(valuesOf(given), metadata, form)
      return answered(answer)
    },
  }
}

function answered(answer: unknown): string {
  const it = typeof answer === 'object' && answer !== null ? answer : {}
  if ('errors' in it) return JSON.stringify(it.errors)
  const view = 'view' in it ? it.view : undefined
  return typeof view === 'object' && view !== null && 'blocks' in view
    ? readable({ title: 'title' in view ? view.title : '', blocks: view.blocks })
    : JSON.stringify(it)
}
