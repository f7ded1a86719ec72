import type { HomeView, ModalView } from '@slack/types'
import { expect } from 'vitest'
import { lengthOf } from '../../src/slack/limits.ts'
import { type ComposedMessage, problemsOf } from '../../src/slack/validate.ts'
import { mrkdwnOf } from './shown.ts'

/** What somebody writes who wants to call the whole channel, or only does not know what Slack reads as control. */
export const CONTROL = '<!channel> <@U0OTHER> <#C0OTHER> <https://evil.example|click> & *bold* `code`'
export const RIGHT_TO_LEFT = 'لجنة التدقيق والمتابعة'
export const EMOJI = '👩🏽‍🦽🏴󠁧󠁢󠁷󠁬󠁳󠁿🚲'

/** A text of exactly so many characters as Slack counts, with all of the above in it and its own beginning. */
export function long(beginning: string, length: number): string {
  const hard = `${beginning} ${CONTROL} ${RIGHT_TO_LEFT} ${EMOJI} `
  const points = [...hard.repeat(Math.ceil(length / [...hard].length) + 1)]
  return points
    .slice(0, length - 1)
    .join('')
    .trimEnd()
    .padEnd(length, '.')
}

/** The longest that an import takes (`committees/file-cells.ts`). */
export const longCommittee = long('Overview', 200)
export const longPerson = (place: number) => long(`Councillor ${place}`, 180)
/** Nothing but characters that grow fivefold when they are escaped. */
export const allEscaped = (length: number) => '&'.repeat(length)

/** Slack takes it, and no text of a person became anything else than text. */
export function expectShowable(shown: ModalView | HomeView | ComposedMessage): void {
  expect(problemsOf(shown)).toEqual([])
  const texts = mrkdwnOf(shown)
  if (!('type' in shown)) {
    expect(lengthOf(shown.text)).toBeLessThanOrEqual(3_000)
    texts.push(shown.text)
  }
  for (const text of texts) expectEscaped(text)
}

/** Links of our own: a channel, or an address with words. Everything else is escaped. */
const OURS = /<#[CG][A-Z0-9]+>|<https?:\/\/[^<>|]+\|[^<>|]+>/g

export function expectEscaped(text: string): void {
  const rest = text.replaceAll(OURS, '')
  expect(rest).not.toMatch(/[<>]/)
  expect(rest.replaceAll(/&(amp|lt|gt);/g, '')).not.toContain('&')
  expect(text).not.toContain('<https://evil')
}
