import { filledIn } from './blocks.ts'
import type { Ack } from './deliveries.ts'
import { isRecord, type Json, record, records, string } from './json.ts'
import { replaceContent, type ShownView, shownView, stackLimit } from './modals.ts'
import type { Person } from './model.ts'
import type { Parts } from './parts.ts'
import { interaction } from './payload.ts'
import { viewProblems } from './validate-blocks.ts'
import { viewObject } from './views.ts'

/** Slack's own words when a submission is not answered in time. */
const trouble = 'We had some trouble connecting. Try again?'

/** A person submits the open modal; the app's answer decides what they see next. */
export async function submitView(parts: Parts, person: Person, view: ShownView): Promise<Ack> {
  view.errors = new Map()
  view.notice = undefined
  const ack = await parts.deliveries.deliver({
    kind: 'interactive',
    name: `view_submission ${string(view.content['callback_id']) ?? ''}`.trim(),
    user: person.id,
    payload: {
      ...interaction(parts, 'view_submission', person),
      view: viewObject(parts, view),
      response_urls: [],
    },
  })
  if (ack.failure) view.notice = trouble
  else await carryOut(parts, person, view, ack.payload)
  parts.changes.touch([person.id])
  return ack
}

async function carryOut(parts: Parts, person: Person, view: ShownView, answer: unknown): Promise<void> {
  const action = isRecord(answer) ? answer['response_action'] : undefined
  switch (action) {
    case 'errors':
      return showErrors(parts, view, record(record(answer)['errors']))
    case 'update':
      return takeView(parts, view, answer, (content) => replaceContent(view, content, parts.clock.seconds()))
    case 'push':
      return takeView(parts, view, answer, (content) => {
        if (parts.modals.stack(person.id).length >= stackLimit) view.notice = trouble
        else parts.modals.push(shownView(person.id, content, parts.clock.seconds(), view))
      })
    case 'clear':
      parts.modals.clear(person.id)
      return
    default:
      if (view.content['clear_on_close'] === true) parts.modals.clear(person.id)
      // The app may have replaced the stack while it was answering; then there is nothing of this view to close.
      else if (parts.modals.top(person.id) === view) parts.modals.pop(person.id)
  }
}

/** Slack accepts errors only for input blocks of the view; anything else is an invalid answer, and the person sees trouble. */
function showErrors(parts: Parts, view: ShownView, errors: Json): void {
  const inputs = records(view.content['blocks']).filter((block) => block['type'] === 'input')
  const known = new Set(inputs.map((block) => block['block_id']))
  const entries = Object.entries(errors)
  const unknown = entries.filter(([blockId, words]) => !known.has(blockId) || typeof words !== 'string')
  if (entries.length === 0 || unknown.length > 0) {
    view.notice = trouble
    parts.journal.write('fault', {
      kind: 'invalid response_action errors',
      view: view.id,
      blocks: unknown.map(([id]) => id),
    })
    return
  }
  view.errors = new Map(
    entries.flatMap(([blockId, words]) => (typeof words === 'string' ? [[blockId, words]] : [])),
  )
}

function takeView(parts: Parts, view: ShownView, answer: unknown, take: (content: Json) => void): void {
  const content = record(answer)['view']
  const problems = viewProblems(content, ['modal'])
  if (isRecord(content) && problems.length === 0) {
    take({ ...content, blocks: filledIn(records(content['blocks'])) })
    return
  }
  view.notice = trouble
  parts.journal.write('fault', {
    kind: 'invalid view in the answer to a submission',
    view: view.id,
    problems,
  })
}

/** A person dismisses the open view, or with `all` the whole stack. */
export async function closeView(parts: Parts, person: Person, all: boolean): Promise<Ack | undefined> {
  const stack = [...parts.modals.stack(person.id)]
  const top = stack.at(-1)
  if (!top) return undefined
  const clears = all || top.content['clear_on_close'] === true
  const closed = clears ? stack.reverse() : [top]
  if (clears) parts.modals.clear(person.id)
  else parts.modals.pop(person.id)
  parts.changes.touch([person.id])
  let last: Ack | undefined
  for (const view of closed) {
    if (view.content['notify_on_close'] === true) last = await tellClosed(parts, person, view, clears)
  }
  return last
}

function tellClosed(parts: Parts, person: Person, view: ShownView, isCleared: boolean): Promise<Ack> {
  const { trigger_id: _, ...common } = interaction(parts, 'view_closed', person)
  return parts.deliveries.deliver({
    kind: 'interactive',
    name: `view_closed ${string(view.content['callback_id']) ?? ''}`.trim(),
    user: person.id,
    payload: { ...common, view: viewObject(parts, view), is_cleared: isCleared },
  })
}
