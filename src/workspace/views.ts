import { fileObject } from './file-object.ts'
import { stateValues } from './held.ts'
import { type Json, records } from './json.ts'
import type { ShownView } from './modals.ts'
import type { Parts } from './parts.ts'

/** A view object as answers and payloads carry it, with what the person has put in. */
export function viewObject(parts: Parts, view: ShownView): Json {
  const { content } = view
  const blocks = records(content['blocks'])
  return {
    id: view.id,
    team_id: parts.facts.teamId,
    type: content['type'],
    blocks,
    private_metadata: content['private_metadata'] ?? '',
    callback_id: content['callback_id'] ?? '',
    state: { values: stateValues(blocks, view.held, (id) => fileObject(parts, id)) },
    hash: view.hash,
    title: content['title'] ?? emptyTitle,
    clear_on_close: content['clear_on_close'] ?? false,
    notify_on_close: content['notify_on_close'] ?? false,
    close: content['close'] ?? null,
    submit: content['submit'] ?? null,
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: parts.facts.appId,
    external_id: content['external_id'] ?? '',
    app_installed_team_id: parts.facts.teamId,
    bot_id: parts.facts.botId,
  }
}

/** A Home has no title; Slack puts this in its place. */
const emptyTitle = { type: 'plain_text', text: 'View Title', emoji: true }
