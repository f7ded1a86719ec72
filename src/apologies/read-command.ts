import type { Temporal } from 'temporal-polyfill'
import type { CommandWords } from './command-words.en.ts'
import { dayIn, daysIn, type SaidDays, wordsIn } from './said-days.ts'

/** Whom a clerk answers for: somebody mentioned, or a name, since not everybody is on Slack. */
export type SaidMember = { readonly slackUserId: string } | { readonly name: string }

/** What somebody wants of `/apologies`. */
export type ApologiesCommand =
  | { readonly wants: 'form' | 'help' | 'list' | 'substitute' | 'rules' }
  | { readonly wants: 'day'; readonly day: Temporal.PlainDate }
  | { readonly wants: 'withdraw'; readonly day: Temporal.PlainDate | undefined }
  | { readonly wants: 'relay'; readonly member: SaidMember; readonly day: Temporal.PlainDate | undefined }
  | { readonly wants: 'away'; readonly days: SaidDays }
  /** With what was not understood. */
  | { readonly wants: 'unknown'; readonly said: string }

/** With `should_escape`, Slack gives a person who is mentioned as `<@U123|name>` (docs.slack.dev, slash commands). */
const MENTION = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/

/**
 * Read what was typed after `/apologies`. What is not understood is given back, so that it can be said and nothing
 * is guessed: apologies for a wrong day are worse than none.
 */
export function readCommand(text: string, today: Temporal.PlainDate, say: CommandWords): ApologiesCommand {
  const words = wordsIn(text)
  const [first = '', ...rest] = words
  const unknown = { wants: 'unknown' as const, said: text.trim() }
  if (words.length === 0) return { wants: 'form' }
  if (words.length === 1) {
    for (const wants of ['help', 'list', 'substitute', 'rules'] as const)
      if (say[wants].includes(first)) return { wants }
  }
  if (say.withdraw.includes(first)) {
    if (rest.length === 0) return { wants: 'withdraw', day: undefined }
    const day = dayIn(rest, today, say)
    return day ? { wants: 'withdraw', day } : unknown
  }
  if (say.relayed.includes(first)) return readRelay(text, today, say) ?? unknown
  const away = words.findIndex((word) => say.away.includes(word))
  if (away >= 0 && words.slice(0, away).every((word) => say.filler.includes(word))) {
    const days = daysIn(words.slice(away + 1), today, say)
    return days ? { wants: 'away', days } : unknown
  }
  const day = dayIn(words, today, say)
  if (day) return { wants: 'day', day }
  // "3-20 October", without the word.
  const days = daysIn(words, today, say)
  return days ? { wants: 'away', days } : unknown
}

function readRelay(text: string, today: Temporal.PlainDate, say: CommandWords): ApologiesCommand | undefined {
  const said = text.trim().replace(/^\S+\s*/, '')
  const mention = MENTION.exec(said)
  if (mention) {
    const rest = wordsIn(said.slice(mention[0].length))
    const day = rest.length === 0 ? undefined : dayIn(rest, today, say)
    if (rest.length > 0 && !day) return undefined
    return { wants: 'relay', member: { slackUserId: mention[1] ?? '' }, day }
  }
  const words = said.split(/\s+/).filter((word) => word !== '')
  // The name comes first: the longest end that is a day is the day.
  for (let at = 1; at < words.length; at += 1) {
    const day = dayIn(wordsIn(words.slice(at).join(' ')), today, say)
    if (day) return { wants: 'relay', member: { name: words.slice(0, at).join(' ').replace(/^@/, '') }, day }
  }
  const name = words.join(' ').replace(/^@/, '')
  return name === '' ? undefined : { wants: 'relay', member: { name }, day: undefined }
}
