import type { KnownBlock } from '@slack/types'
import { isClerk } from '../committees/people.ts'
import type { Renderer } from '../delivery/rendering.ts'
import { messageKinds } from '../meetings/messages.ts'
import { actions, button, context, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { mostThatFit } from '../slack/most-that-fit.ts'
import { joinMrkdwn } from '../slack/mrkdwn.ts'
import { dayInFull } from '../tracker/list-words.en.ts'
import { type OwedDay, owedDay } from '../tracker/owed-day.ts'
import { owedWords } from './owed-words.en.ts'
import { fitsMessage } from './whole.ts'

const say = owedWords.clerks

/** To the clerks alone: who could not be told, what goes on the next agenda, and whose letter is drafted. */
const renderOwed: Renderer = async (house, { recipient, subject, slot }) => {
  const owed = await owedDay(house, subject, slot)
  if (!owed) return { drop: 'committee-gone' }
  const committee = await house.db.committee.findFirst({ where: { councilId: house.councilId, id: subject } })
  const isTheirs =
    'channel' in recipient
      ? recipient.channel === committee?.clerksChannelId
      : await isClerk(house, subject, recipient.person)
  if (!isTheirs) return { drop: 'not-a-clerk' }
  return { post: { text: say.short(owed.committeeName).text, blocks: owedBlocks(owed) } }
}

function owedBlocks(owed: OwedDay): KnownBlock[] {
  const lines = [
    ...(owed.notTold.length === 0 ? [] : [say.undeliverable()]),
    ...owed.notTold.map(({ name, why, rows }) => say.notTold(name, why, references(rows))),
    ...owed.agendas.map(({ date, rows, heads }) => say.agenda(dayInFull(date), references(rows), heads)),
    ...(owed.letters.length === 0 ? [] : [say.letter(references(owed.letters.map(({ row }) => row)))]),
  ]
  if (lines.length === 0) return [section(say.heading(owed.committeeName, owed.day)), section(say.settled())]
  const value = `${owed.committeeId}/${owed.day}`
  const buttons = [
    ...(owed.notTold.length === 0 ? [] : [button({ id: ids.owed.email, text: say.email, value })]),
    ...(owed.letters.length === 0 ? [] : [button({ id: ids.owed.letter, text: say.letterButton, value })]),
  ]
  const blocksFor = (count: number): KnownBlock[] => [
    section(say.heading(owed.committeeName, owed.day)),
    ...sections(joinMrkdwn(lines.slice(0, count))),
    ...(count < lines.length ? [context(say.more(lines.length - count))] : []),
    ...(buttons.length === 0 && count === lines.length
      ? []
      : [
          actions(
            ...buttons,
            ...(count < lines.length
              ? [button({ id: ids.trackerList.search, text: say.overdue, value: 'overdue' })]
              : []),
          ),
        ]),
  ]
  return blocksFor(mostThatFit(lines.length, (count) => fitsMessage(blocksFor(count))))
}

function references(rows: readonly { readonly reference: string }[]): string[] {
  return [...new Set(rows.map(({ reference }) => reference))]
}

/** For the map of renderers. */
export const owedRenderers: readonly (readonly [string, Renderer])[] = [
  [messageKinds.trackerOwed, renderOwed],
]
