import type { KnownBlock, ModalView } from '@slack/types'
import { actions, button, context, modal, section, textField } from '../slack/blocks.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { NamedMessage, Settled, TroubleWords } from './trouble-words.en.ts'

export const troubleIds = {
  sendAgain: 'trouble.send-again',
  arrived: 'trouble.arrived',
  arrivedForm: 'trouble.arrived-form',
  field: { link: 'trouble.link' },
} as const

/** One trouble with one message, ready to be read. */
export interface TroubleModel {
  readonly messageId: string
  readonly reference: string
  readonly kind: 'unsure' | 'undelivered'
  readonly code: string
  readonly message: NamedMessage
  /** When it arose, in words. */
  readonly at: string
  readonly settled: Settled | undefined
}

/** What a button carries: which trouble it decides, so that a late press does not decide the next one. */
export interface TroubleAtHand {
  readonly messageId: string
  readonly reference: string
}

export function troubleValue(of: TroubleAtHand): string {
  return `${of.messageId}/${of.reference}`
}

/** @throws when the value is not one of ours: a person cannot cause it. */
export function troubleOf(value: string): TroubleAtHand {
  const [messageId, reference, ...rest] = value.split('/')
  if (!messageId || !reference || rest.length > 0) throw new Error(`"${value}" names no trouble`)
  return { messageId, reference }
}

export function troubleNotice(
  model: TroubleModel,
  say: TroubleWords,
): { readonly text: string; readonly blocks: readonly KnownBlock[] } {
  const { kind, code, message } = model
  const happened = kind === 'unsure' ? say.unsure(message, code) : say.undelivered(message)
  const advice = kind === 'unsure' ? say.unsureAdvice(message, code) : say.undeliveredAdvice(message, code)
  const reference = context(say.reference(model.reference, model.at))
  return {
    text: say.short(message, kind),
    blocks: model.settled
      ? [section(happened), section(say.settled(model.settled)), reference]
      : [section(happened), section(advice), buttons(model, say), reference],
  }
}

function buttons(model: TroubleModel, say: TroubleWords): KnownBlock {
  const value = troubleValue(model)
  if (model.kind === 'undelivered') {
    return actions(button({ id: troubleIds.sendAgain, text: say.tryAgain, value, style: 'primary' }))
  }
  return actions(
    button({ id: troubleIds.arrived, text: say.arrived, value }),
    button({ id: troubleIds.sendAgain, text: say.sendAgain, value, confirm: say.confirmAgain }),
  )
}

export function arrivedForm(of: TroubleAtHand, say: TroubleWords): ModalView {
  const form = say.arrivedForm
  return modal({
    id: troubleIds.arrivedForm,
    title: form.title,
    submit: form.submit,
    close: form.close,
    metadata: troubleValue(of),
    blocks: [textField({ id: troubleIds.field.link, label: form.link, hint: form.linkHint, optional: true })],
  })
}

/** In place of the form when its answer came too late, or from somebody who may not decide. */
export function arrivedAnswer(text: Mrkdwn, say: TroubleWords): ModalView {
  return modal({ title: say.arrivedForm.title, close: say.close, blocks: [section(text)] })
}
