import type { App } from '@slack/bolt'
import { registerVotePictures } from '../../src/minutes/vote-listeners.ts'
import { FIELD_ACTION } from '../../src/slack/ids.ts'
import type { Reception } from '../../src/slack/listen.ts'
import { registerVotes } from '../../src/votes/listeners.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import { type Given, valuesOf } from '../slack/values-of.ts'
import type { InventedCouncil } from '../support/council.ts'
import { textsOf } from '../support/shown.ts'

/** Everything that is listened for about votes. */
export function registerAll(app: App, reception: Reception): void {
  registerVotes(app, reception)
  registerVotePictures(app, reception)
}

/** Somebody in Slack who presses and sends what is about votes, with everything that they read in answer. */
export async function atVotes(council: InventedCouncil, who: { readonly slackUserId: string | undefined }) {
  const slackUserId = who.slackUserId ?? ''
  const bolt = await boltStage(council, registerAll, { slackUserId })
  const answered = async (body: Record<string, unknown>): Promise<string> => {
    bolt.calls.length = 0
    const acks = await bolt.deliver({
      token: 't',
      team: { id: council.teamId, domain: 'underfell' },
      user: { id: slackUserId, name: 'somebody', team_id: council.teamId },
      trigger_id: '1.2',
      response_url: 'https://hooks.slack.test/actions/1',
      ...body,
    })
    const errors = acks.map((ack) => JSON.stringify(ack ?? ''))
    return [bolt.told(), ...textsOf(acks), ...errors].join('\n')
  }
  const view = (metadata: string, given: Given) => ({
    id: 'V1',
    type: 'modal',
    hash: 'h',
    private_metadata: metadata,
    state: { values: valuesOf(given) },
  })
  return {
    methods: bolt.methods,
    press: (name: string, value: string) =>
      answered({
        type: 'block_actions',
        actions: [{ type: 'button', action_ts: '1.0', block_id: 'b', action_id: name, value }],
        channel: { id: 'D1' },
        message: { ts: '17.0' },
      }),
    /** A choice in a form that tells of it at once. */
    choose: (name: string, value: string, metadata: string) =>
      answered({
        type: 'block_actions',
        actions: [{ type: 'button', action_ts: '1.0', block_id: name, action_id: FIELD_ACTION, value }],
        view: view(metadata, { [name]: value }),
      }),
    submit: (name: string, metadata: string, given: Given) =>
      answered({
        type: 'view_submission',
        response_urls: [],
        view: { ...view(metadata, given), callback_id: name },
      }),
    type: (text: string) =>
      answered({
        command: '/vote',
        text,
        team_id: council.teamId,
        user_id: slackUserId,
        channel_id: council.committee.channelId,
      }),
  }
}
