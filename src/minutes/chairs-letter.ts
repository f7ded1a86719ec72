import { displayName, membersOn } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { FileForSomebody } from '../slack/hand-over.ts'
import { type Delivery, deliveriesOf } from '../tracker/asked-delivery.ts'
import { notedOf } from '../tracker/asked-rows.ts'
import type { EscalationStep } from '../tracker/escalation-rules.ts'
import { owedDay } from '../tracker/owed-day.ts'
import { dueDayOf } from '../tracker/rules.ts'
import type { TrackedRow } from '../tracker/types.ts'
import { letterWords as say } from './chairs-letter-words.en.ts'
import type { Paper, PaperPart } from './paper-parts.ts'
import { wordOf } from './word.ts'

/** What the letter says, as it stands on the day on which it is drafted. */
export interface ChairsLetter {
  readonly councilName: string
  /** Where the power to require attendance is that of the Local Government Act 2000. */
  readonly isEngland: boolean
  readonly committeeName: string
  /** Empty where nobody is in the chair. */
  readonly chairName: string
  /** ISO civil date. */
  readonly date: string
  readonly owed: readonly {
    readonly row: TrackedRow
    readonly asked: readonly {
      readonly step: EscalationStep
      readonly on: string
      /** It went out through Slack; else it is the clerk who knows whether it was sent. */
      readonly isTold: boolean
    }[]
  }[]
}

/**
 * The letter about what final notice has gone by of on a day; nothing where all of it is answered since.
 *
 * @param day ISO civil date on which the clerks were told
 */
export async function chairsLetter(
  house: House,
  committeeId: string,
  day: string,
): Promise<ChairsLetter | undefined> {
  const { councilId, db } = house
  const owed = await owedDay(house, committeeId, day)
  if (!owed || owed.letters.length === 0) return undefined
  const council = await db.council.findUniqueOrThrow({
    where: { id: councilId },
    select: { name: true, nation: true },
  })
  const date = house.now().toZonedDateTimeISO(house.timeZone).toPlainDate().toString()
  const members = await membersOn(db, councilId, committeeId, date)
  const chair = members.find(({ office }) => office === 'chair')
  const rows = owed.letters.map(({ row }) => row)
  const notes = await db.escalation.findMany({
    where: {
      councilId,
      groupKey: { in: [...new Set(rows.map(({ groupKey }) => groupKey))] },
      outcome: { not: 'skipped' },
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const deliveries = await deliveriesOf(
    house,
    notes.map(({ messageKey }) => messageKey),
  )
  return {
    councilName: council.name,
    isEngland: council.nation === 'england',
    committeeName: owed.committeeName,
    chairName: chair ? displayName(chair.person) : '',
    date,
    owed: rows.map((row) => ({
      row,
      asked: notes
        .map((note) => notedOf(note, house.timeZone))
        .filter(({ rowIds }) => rowIds.includes(row.id))
        .map(({ step, on, outcome, messageKey }) => ({
          step,
          on: on.toString(),
          isTold: outcome === 'sent' && !hasNotCome(deliveries.get(messageKey)),
        })),
    })),
  }
}

function hasNotCome(delivery: Delivery | undefined): boolean {
  return delivery === 'failed' || delivery === 'not-needed'
}

/** The letter as a Word file, for the Chair to change and sign. */
export async function letterFile(letter: ChairsLetter): Promise<FileForSomebody> {
  const title = say.title(letter.committeeName)
  const bytes = await wordOf(letterPaper(letter))
  return { name: say.file(letter.committeeName, letter.date), title, alt: title, bytes }
}

export function letterPaper(letter: ChairsLetter): Paper {
  const { committeeName, owed } = letter
  return {
    title: say.title(committeeName),
    under: say.under(letter.councilName, letter.date),
    parts: [
      text(say.salutation),
      { code: 'paragraph', text: say.subject(committeeName), isStrong: true },
      text(say.intro(committeeName)),
      {
        code: 'table',
        caption: say.caption,
        head: say.head,
        rows: owed.map(({ row }) => [
          row.reference,
          asked(row),
          row.metOn === undefined ? say.notKnown : say.metOn(row.metOn, row.minute),
          ownersOf(row),
          dueOf(row),
        ]),
      },
      { code: 'heading', text: say.askedHeading },
      ...owed.flatMap(({ row, asked: steps }): PaperPart[] => [
        { code: 'heading', text: row.reference, level: 3 },
        ...steps.map(
          ({ step, on, isTold }): PaperPart => ({
            code: 'entry',
            label: '•',
            text: isTold ? say.asked[step](on) : say.notDelivered(say.asked[step](on)),
            depth: 0,
          }),
        ),
      ]),
      ...(letter.isEngland ? [text(say.power)] : []),
      text(say.request),
      text(say.close),
      ...say.chair(letter.chairName, committeeName).map(text),
    ],
  }
}

/** Of closed business nothing but where it stands: the file reaches the clerk by Slack (law 3). */
function asked(row: TrackedRow): string {
  if (row.isClosed) return say.closed(say.kinds[row.kind], row.metOn)
  return [row.leadIn, row.text].filter((part) => part !== '').join(' ')
}

function ownersOf({ owners }: TrackedRow): string {
  const names = owners.filter(({ role }) => role === 'owner').map(({ name }) => name)
  return names.length === 0 ? say.notKnown : names.join(', ')
}

function dueOf(row: TrackedRow): string {
  const due = dueDayOf(row)
  return due === undefined ? say.notKnown : say.metOn(due, '')
}

function text(said: string): PaperPart {
  return { code: 'paragraph', text: said }
}
