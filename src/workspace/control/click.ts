import { z } from 'zod'
import { placedElements } from '../blocks.ts'
import { NotOffered, plain, said } from '../fill.ts'
import { holdsNothing, keyOf } from '../held.ts'
import type { Person } from '../model.ts'
import type { Parts } from '../parts.ts'
import { blocksOn, heldOn, press, type Surface } from '../press.ts'
import { readable } from '../readable.ts'
import { useShortcut } from '../shortcuts.ts'
import { fillFields } from './fill-fields.ts'
import { type Found, findControl, newestFirst, wordsInReach } from './find-control.ts'
import { acted, actor, bodyOf, type ControlCall, ControlError } from './request.ts'

const click = z.object({
  as: z.string(),
  text: z.string().optional(),
  within: z.string().optional(),
  channel: z.string().optional(),
  ts: z.string().optional(),
  viewId: z.string().optional(),
  home: z.boolean().optional(),
  blockId: z.string().optional(),
  actionId: z.string().optional(),
  value: z.unknown().optional(),
  fields: z.record(z.string(), z.unknown()).optional(),
  screen: z.boolean().optional(),
})
type Click = z.output<typeof click>

/** `POST /_local/click`: press a control, by its words or by its exact address. */
export const pressControl: ControlCall = async ({ parts, request }) => {
  const order = await bodyOf(request, click)
  const person = actor(parts, order.as)
  const shortcut = order.text ? shortcutCalled(parts, order.text) : undefined
  const found = order.actionId ? addressed(parts, person, order) : byWords(parts, person, order)
  if (!found && shortcut) {
    const message = shortcut.type === 'message' ? messageWith(parts, person, order.within) : undefined
    return acted(parts, person, order.screen, await useShortcut(parts, person, shortcut, message))
  }
  if (!found) {
    const where = order.within ? ` within "${order.within}"` : ''
    const reach = wordsInReach(parts, person)
    throw new ControlError(
      404,
      `${person.realName} sees nothing to press that says "${order.text ?? ''}"${where}.`,
      { controls: reach },
    )
  }
  if (order.fields && found.surface.kind === 'view') {
    await fillFields(parts, person, found.surface.view, order.fields)
  }
  const value = valueAfter(parts, person, found, order.value)
  const ack = await press(parts, { person, surface: found.surface, placed: found.placed, value })
  return acted(parts, person, order.screen, ack)
}

function byWords(parts: Parts, person: Person, order: Click): Found | undefined {
  if (!order.text)
    throw new ControlError(
      400,
      'Say what to press: "text", or "blockId" and "actionId" with "viewId" or "channel" and "ts".',
    )
  return findControl(parts, person, order.text, order.within)
}

function addressed(parts: Parts, person: Person, order: Click): Found {
  const surface = surfaceOf(parts, person, order)
  const placed = placedElements(blocksOn(surface)).find(
    (one) => one.actionId === order.actionId && (!order.blockId || one.blockId === order.blockId),
  )
  if (placed) return { surface, placed }
  throw new ControlError(
    404,
    `There is no control ${order.blockId ?? ''}/${order.actionId ?? ''} there any more.`,
  )
}

function surfaceOf(parts: Parts, person: Person, order: Click): Surface {
  const home = parts.homes.get(person.id)
  if (order.home && home) return { kind: 'view', view: home }
  if (order.viewId) {
    const view = parts.modals.stack(person.id).find((one) => one.id === order.viewId)
    if (view) return { kind: 'view', view }
    if (home?.id === order.viewId) return { kind: 'view', view: home }
    throw new ControlError(404, `${person.realName} has no view ${order.viewId} open.`)
  }
  const found = newestFirst(parts, person).find(
    ({ message }) => message.ts === order.ts && message.channel === order.channel,
  )
  if (found) return { kind: 'message', ...found }
  throw new ControlError(
    404,
    `${person.realName} sees no message ${order.ts ?? ''} in ${order.channel ?? ''}.`,
  )
}

function valueAfter(parts: Parts, person: Person, { surface, placed, option }: Found, given: unknown) {
  const chosen = given ?? option
  try {
    if (placed.type === 'overflow') {
      const entry = String(chosen ?? '')
      const choice = said(parts, { ...placed, type: 'static_select' }, entry)
      if (!choice) throw new ControlError(400, 'Say which entry of the menu: "value".')
      return choice
    }
    if (holdsNothing(placed.type)) return undefined
    const before = heldOn(parts, person, surface).get(keyOf(placed))
    if (given === undefined && option === undefined) return before
    // Pressing one box of several ticks or unticks it; a list says what all of them are to be.
    if (placed.type === 'checkboxes' && !Array.isArray(given)) {
      const [box = ''] = said(parts, placed, chosen) ?? []
      const ticked = typeof before === 'string' ? [before] : (before ?? [])
      return ticked.includes(box) ? ticked.filter((one) => one !== box) : [...ticked, box]
    }
    return said(parts, placed, chosen)
  } catch (error) {
    if (error instanceof NotOffered) throw new ControlError(400, error.message)
    throw error
  }
}

function shortcutCalled(parts: Parts, text: string) {
  return parts.app.shortcuts.find((shortcut) => plain(shortcut.name) === plain(text))
}

function messageWith(parts: Parts, person: Person, within: string | undefined) {
  const found = newestFirst(parts, person).find(({ message, ephemeral }) => {
    const text = `${readable(parts.state, message.blocks)} ${message.text}`
    return !ephemeral && (!within || plain(text).includes(plain(within)))
  })
  if (found) return found.message
  throw new ControlError(404, `${person.realName} sees no message that says "${within ?? ''}".`)
}
