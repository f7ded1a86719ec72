import type { KnownBlock } from '@slack/types'
import { Temporal } from 'temporal-polyfill'
import { columnOfDate } from '../calendar/civil.ts'
import { displayName, personOf } from '../committees/people.ts'
import { messageKey } from '../database/intended-message.ts'
import { officesOf } from '../meetings/duty-rows.ts'
import { remindersMessage } from '../meetings/reminder-messages.ts'
import { actions, button, context, section } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { mostThatFit } from '../slack/most-that-fit.ts'
import { finalDay, ofSubject } from '../tracker/escalation-rules.ts'
import { owes } from '../tracker/owner-acting.ts'
import { owedRowBlocks } from '../tracker/owner-views.ts'
import { ownerWords } from '../tracker/owner-words.ts'
import { trackedRows } from '../tracker/rows.ts'
import { dueDayOf } from '../tracker/rules.ts'
import { trackerSettingsOf } from '../tracker/settings.ts'
import type { TrackedRow } from '../tracker/types.ts'
import type { PartOf } from './bundle-parts.ts'
import { owedWords } from './owed-words.en.ts'

/**
 * What somebody owes a committee, each with its answer in place: the rows that were asked for on that day, as they
 * stand now. To a head of service, whose they are; with the final notice, what comes after it.
 */
export const actionsPart: PartOf = async (house, { subject, personId, day, language }) => {
  const { councilId, db } = house
  const { groupKey, dueOn } = ofSubject(subject)
  const notes = await db.escalation.findMany({
    where: {
      councilId,
      groupKey,
      dueOn: columnOfDate(dueOn),
      personId,
      outcome: 'sent',
      messageKey: messageKey(remindersMessage({ personId, day })),
    },
    orderBy: { id: 'asc' },
  })
  const [first] = notes
  if (!first) return undefined
  const rows = await trackedRows(house, { id: { in: notes.flatMap(({ rowIds }) => rowIds) } })
  if (rows.length === 0) return undefined
  const today = house.now().toZonedDateTimeISO(house.timeZone).toPlainDate().toString()
  const theirs = new Set<TrackedRow>()
  for (const row of rows) if (await owes(house, row, personId, today)) theirs.add(row)
  const open = rows.filter((row) => row.state === 'open' && !row.isAnswered && theirs.has(row))
  const committee = await db.committee.findFirst({ where: { councilId, id: first.committeeId } })
  const say = ownerWords(language)
  const forHead = notes.every(({ step }) => step === 'headOfService')
  const isFinal = notes.some(({ step }) => step === 'finalNotice')
  const away = await db.person.findMany({
    where: { councilId, id: { in: notes.flatMap(({ insteadOfId }) => insteadOfId ?? []) } },
    orderBy: { id: 'asc' },
  })
  const before: KnownBlock[] = [
    // A deputy reads first in whose place they are asked.
    ...away.map((person) => section(say.list.inPlaceOf(displayName(personOf(person))))),
    section(
      forHead
        ? owedWords.bundle.forHead(committee?.name ?? '')
        : owedWords.bundle.group(
            committee?.name ?? '',
            open[0]?.topic ?? '',
            open.some(({ isClosed }) => isClosed),
          ),
    ),
    ...(isFinal && open.length > 0 ? [section(await finalSaid(first.committeeId))] : []),
  ]
  return {
    isOpen: open.length > 0,
    group: 'actions',
    order: open.flatMap((row) => dueDayOf(row) ?? []).toSorted()[0] ?? dueOn,
    heading: section(owedWords.bundle.heading()),
    build: (fits) => {
      // Answered meanwhile, or another's: it says how it stands, with nothing to press.
      const shown = open.length > 0 ? open : rows
      const blocksFor = (count: number) => [
        ...before,
        ...shown
          .slice(0, count)
          .flatMap((row) => owedRowBlocks(row, today, say, { withButtons: theirs.has(row) })),
        ...(count < shown.length
          ? [
              context(owedWords.bundle.more(shown.length - count)),
              actions(button({ id: ids.owed.list, text: say.buttons.all, value: 'all/0' })),
            ]
          : []),
      ]
      const count = mostThatFit(shown.length, (many) => fits(blocksFor(many)))
      const blocks = blocksFor(count)
      return fits(blocks) ? blocks : []
    },
  }

  async function finalSaid(committeeId: string) {
    const { finalDays } = await trackerSettingsOf(house, committeeId)
    const offices = await officesOf(house)
    const until = finalDay(Temporal.PlainDate.from(day), finalDays, offices)
    return owedWords.bundle.final(until.toString(), finalDays, offices.covers(day, until))
  }
}
