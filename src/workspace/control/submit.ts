import { z } from 'zod'
import { inlineErrors } from '../check-form.ts'
import { fieldsOf } from '../fill.ts'
import { keyOf } from '../held.ts'
import { records } from '../json.ts'
import type { ShownView } from '../modals.ts'
import type { Parts } from '../parts.ts'
import { closeView, submitView } from '../submit.ts'
import { fillFields } from './fill-fields.ts'
import { acted, actor, bodyOf, type ControlCall, ControlError } from './request.ts'

const submission = z.object({
  as: z.string(),
  fields: z.record(z.string(), z.unknown()).default({}),
  byAction: z.record(z.string(), z.unknown()).default({}),
  screen: z.boolean().optional(),
})

/** `POST /_local/submit`: fill the open modal and submit it. What Slack's own client refuses is not sent. */
export const submitModal: ControlCall = async ({ parts, request }) => {
  const order = await bodyOf(request, submission)
  const person = actor(parts, order.as)
  const view = await formOf(parts, person.id)
  if (!view) throw new ControlError(400, `${person.realName} has no form open.`)
  if (!view.content['submit'])
    throw new ControlError(400, 'The open view has nothing to submit; close it or press a control.')
  await fillFields(parts, person, view, { ...order.fields, ...order.byAction })
  const blocks = records(view.content['blocks'])
  const errors = inlineErrors(parts, blocks, view.held)
  if (errors.size > 0) {
    view.errors = errors
    view.notice = undefined
    parts.changes.touch([person.id])
    return {
      ...acted(parts, person, order.screen, undefined),
      acknowledged: false,
      sent: false,
      errors: Object.fromEntries(errors),
    }
  }
  giveFilesToApp(parts, view)
  const ack = await submitView(parts, person, view)
  return { ...acted(parts, person, order.screen, ack), sent: true }
}

/** As long as a person would look at the screen before wondering where the form is. */
const FORM_WITHIN_MS = 3_000

/**
 * The form on top. The app opens it, or fills it, after it has acknowledged what the person did: whoever
 * acts for the person need not know how long that takes.
 */
async function formOf(parts: Parts, personId: string): Promise<ShownView | undefined> {
  const top = () => parts.modals.top(personId)
  if (top()?.content['submit']) return top()
  await new Promise<void>((resolve) => {
    const settle = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const stop = parts.changes.listen(() => {
      if (top()?.content['submit']) settle()
    })
    const timer = setTimeout(settle, FORM_WITHIN_MS)
  })
  return top()
}

/** Only a submitted form gives its files to the app. */
function giveFilesToApp(parts: Parts, view: ShownView): void {
  for (const field of fieldsOf(records(view.content['blocks']))) {
    if (field.type !== 'file_input') continue
    for (const id of view.held.get(keyOf(field)) ?? []) {
      const file = parts.state.files.get(id)
      if (file) parts.state.putFile({ ...file, givenToApp: true })
    }
  }
}

const dismissal = z.object({
  as: z.string(),
  all: z.boolean().default(false),
  screen: z.boolean().optional(),
})

/** `POST /_local/close`: dismiss the open view, or with `all` every view of the stack. */
export const closeModal: ControlCall = async ({ parts, request }) => {
  const order = await bodyOf(request, dismissal)
  const person = actor(parts, order.as)
  if (!parts.modals.top(person.id)) throw new ControlError(400, `${person.realName} has no form open.`)
  return acted(parts, person, order.screen, await closeView(parts, person, order.all))
}
