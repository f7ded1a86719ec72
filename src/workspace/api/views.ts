import { filledIn } from '../blocks.ts'
import { isRecord, type Json, records, string } from '../json.ts'
import { replaceContent, type ShownView, shownView, stackLimit } from '../modals.ts'
import type { Parts } from '../parts.ts'
import { viewProblems } from '../validate-blocks.ts'
import { viewObject } from '../views.ts'
import { type Call, type Methods, required, SlackError } from './call.ts'
import { refuseProblems } from './refuse-problems.ts'

/** docs.slack.dev, views.open: "greater than 250kb". */
const viewLimit = 250_000

export const views: Methods = {
  'views.open': {
    run: (call) => {
      const { parts } = call
      const content = modalContent(call)
      const user = exchange(call)
      refuseTakenExternalId(parts, content, undefined)
      const view = shownView(user, content, parts.clock.seconds())
      parts.modals.open(view)
      return shown(call, view)
    },
  },

  'views.push': {
    run: (call) => {
      const { parts } = call
      const content = modalContent(call)
      const user = exchange(call)
      const below = parts.modals.top(user)
      if (!below) throw new SlackError('not_found')
      if (parts.modals.stack(user).length >= stackLimit) throw new SlackError('push_limit_reached')
      refuseTakenExternalId(parts, content, undefined)
      const view = shownView(user, content, parts.clock.seconds(), below)
      parts.modals.push(view)
      return shown(call, view)
    },
  },

  'views.update': {
    run: (call) => {
      const { parts, args } = call
      const viewId = args.text('view_id')
      const externalId = args.text('external_id')
      const home = [...parts.homes.values()].find((one) => one.id === viewId)
      const view = parts.modals.find({ viewId, externalId }) ?? home
      if (!view) throw new SlackError('not_found')
      const content = view === home ? homeContent(call) : modalContent(call)
      refuseStaleHash(call, view)
      refuseTakenExternalId(parts, content, view)
      replaceContent(view, content, parts.clock.seconds())
      if (view === home) parts.state.putHome({ user: view.user, view: { ...content, id: view.id } })
      return shown(call, view)
    },
  },

  'views.publish': {
    run: (call) => {
      const { parts } = call
      const user = required(call, 'user_id')
      const content = homeContent(call)
      if (!parts.state.people.has(user)) throw new SlackError('user_not_found')
      if (!parts.app.homeTab) throw new SlackError('not_enabled')
      const known = parts.homes.get(user)
      if (known) {
        refuseStaleHash(call, known)
        replaceContent(known, content, parts.clock.seconds())
      } else if (call.args.text('hash')) throw new SlackError('hash_conflict')
      const view = known ?? shownView(user, content, parts.clock.seconds())
      parts.homes.set(user, view)
      parts.state.putHome({ user, view: { ...content, id: view.id } })
      return shown(call, view)
    },
  },
}

function modalContent(call: Call): Json {
  return content(call, 'modal')
}

function homeContent(call: Call): Json {
  return content(call, 'home')
}

function content({ args }: Call, type: 'modal' | 'home'): Json {
  const view = args.nested('view')
  if (!isRecord(view)) {
    throw new SlackError('invalid_arguments', {
      response_metadata: { messages: ['[ERROR] missing required field: view'] },
    })
  }
  if (Buffer.byteLength(JSON.stringify(view)) > viewLimit) throw new SlackError('view_too_large')
  refuseProblems('invalid_arguments', viewProblems(view, [type]), '/view')
  return { ...view, blocks: filledIn(records(view['blocks'])) }
}

function exchange(call: Call): string {
  const trigger = call.parts.triggers.exchange(required(call, 'trigger_id'))
  if ('refusal' in trigger) throw new SlackError(trigger.refusal)
  return trigger.user
}

function refuseStaleHash({ args }: Call, view: ShownView): void {
  const hash = args.text('hash')
  if (hash && hash !== view.hash) throw new SlackError('hash_conflict')
}

function refuseTakenExternalId(parts: Parts, content: Json, except: ShownView | undefined): void {
  const externalId = string(content['external_id'])
  if (!externalId) return
  const taken = parts.modals.find({ externalId })
  if (taken && taken !== except) throw new SlackError('duplicate_external_id')
}

function shown(call: Call, view: ShownView): Json {
  call.parts.changes.touch([view.user])
  Object.assign(call.effect, { view: view.id, user: view.user })
  return { view: viewObject(call.parts, view) }
}
