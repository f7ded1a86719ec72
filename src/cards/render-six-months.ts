import type { KnownBlock } from '@slack/types'
import { Temporal } from 'temporal-polyfill'
import { sixMonthReaders } from '../apologies/six-month-readers.ts'
import { type SixMonthList, sixMonthList, type WatchedCouncillor } from '../apologies/six-month-watch.ts'
import { sixMonthWords as say } from '../apologies/six-month-words.en.ts'
import { civilDate, instantOf, toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { recipientText } from '../database/intended-message.ts'
import type { Renderer } from '../delivery/rendering.ts'
import { messageKinds } from '../meetings/messages.ts'
import { actions, button, context, contexts, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'

/** A message holds 50 blocks; each councillor takes three. */
const IN_FULL = 12

/** To the clerks of the committees on which they sit, and to nobody else; true at the moment of sending. */
const renderSixMonths: Renderer = async (house, message) => {
  const today = civilDate(house.now(), house.timeZone).toString()
  const to = recipientText(message.recipient)
  const readers = (await sixMonthReaders(house, today)).find(
    ({ recipient }) => recipientText(recipient) === to,
  )
  if (!readers) return { drop: 'not-a-clerk' }
  const warned = await warnedOn(house, message.slot)
  const list = await sixMonthList(house, today, warned)
  const due = list.councillors.filter(
    ({ personId, step }) => step !== undefined && readers.councillors.has(personId),
  )
  if (due.length === 0)
    return { post: { text: say.warning.short().text, blocks: sections(say.warning.settled()) } }
  const inFull = due.slice(0, IN_FULL)
  const rest = due.slice(IN_FULL)
  const blocks: KnownBlock[] = [
    section(say.warning.heading(due.length)),
    ...inFull.flatMap((one) => councillorBlocks(one, list)),
    ...(rest.length === 0 ? [] : sections(say.warning.others(rest))),
    ...contexts(say.bodies(list)),
    actions(button({ id: ids.sixMonths.open, text: say.title, value: 'all' })),
  ]
  return { post: { text: say.warning.short().text, blocks } }
}

function councillorBlocks(one: WatchedCouncillor, list: SixMonthList): KnownBlock[] {
  const council = say.council(one, list)
  return [
    section(say.councillor(one, list.today)),
    context(say.working(one)),
    ...(council ? [section(council)] : []),
  ]
}

/** Of whom the message of that day was to tell. */
async function warnedOn(house: House, day: string): Promise<string[]> {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString()
  const [from, until] = [day, next].map((one) => toDate(instantOf(one, '00:00', house.timeZone)))
  const rows = await house.db.reminderSlot.findMany({
    where: {
      councilId: house.councilId,
      kind: messageKinds.sixMonths,
      ...(from && until ? { at: { gte: from, lt: until } } : {}),
    },
    select: { personId: true },
  })
  return rows.map(({ personId }) => personId)
}

/** For the map of renderers. */
export const sixMonthRenderers: readonly (readonly [string, Renderer])[] = [
  [messageKinds.sixMonths, renderSixMonths],
]
