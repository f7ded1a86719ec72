import { createHash } from 'node:crypto'
import { toDate } from '../calendar/civil.ts'
import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { PaperDocument, PaperError, PaperFile } from '../documents/paper.ts'
import type { ReadingDesk } from '../documents/reading-desk.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnMinutes, type MinutesRefusal, onMinutes } from './acting.ts'
import { type Difference, differencesOf } from './differences.ts'
import type { MinutesModel } from './minutes-model.ts'
import { minutesOf } from './minutes-of.ts'
import { openMinutes } from './minutes-paper.ts'
import { styleOfCommittee } from './style-of-committee.ts'
import { type MinutesStyle, minutesStyles } from './styles.ts'
import { wordOf } from './word.ts'

/** Minutes are text; what is larger holds pictures of pages and is not read. */
export const LARGEST_MINUTES_MB = 10

/**
 * - `not-drafted`: make the draft first: it is what the text is compared with
 * - `unreadable`: the file is damaged, locked or of a kind that is not read
 */
export type KeepRefusal =
  | MinutesRefusal
  | { readonly code: 'not-drafted' }
  | { readonly code: 'unreadable'; readonly error: PaperError }

export interface KeepPaper extends ActOnMinutes {
  readonly file: PaperFile
}

export interface PaperReceipt {
  readonly number: number
  readonly sha256: string
  readonly differences: readonly Difference[]
  /** The very file was kept before. */
  readonly already: boolean
}

/**
 * Keep the text that the council finished in Word beside the record, and point out what it says otherwise of
 * people, votes and resolutions. The record stays as it is: it is the truth, and a clerk decides.
 */
export async function keepPaper(
  house: House,
  desk: Pick<ReadingDesk, 'read'>,
  act: KeepPaper,
): Promise<Outcome<PaperReceipt, KeepRefusal>> {
  // Reading takes its time: it is done before anything is held.
  const compared = await compare(house, desk, act)
  if (!compared.ok) return compared
  const differences = compared.value
  const sha256 = createHash('sha256').update(act.file.bytes).digest('hex')
  return onMinutes<PaperReceipt, KeepRefusal>(house, act, async ({ tx, sitting, minutes }) => {
    if (!minutes) return refused({ code: 'not-drafted' })
    const where = { councilId: tx.councilId, minutesId: minutes.id }
    const kept = await tx.db.signedPaper.findMany({
      where,
      select: { number: true, sha256: true },
      orderBy: { number: 'asc' },
    })
    const last = kept.at(-1)
    if (last?.sha256 === sha256) return done({ number: last.number, sha256, differences, already: true })
    const number = (last?.number ?? 0) + 1
    await tx.db.signedPaper.create({
      data: {
        ...where,
        number,
        name: act.file.name,
        sha256,
        bytes: Buffer.from(act.file.bytes),
        differences: [...differences],
        byId: act.by,
        at: toDate(tx.now),
      },
    })
    const facts = { meeting: act.meetingId, number, sha256, differences: differences.length }
    tx.audit('minutes.paper-kept', facts, sitting.meeting.committeeId)
    return done({ number, sha256, differences, already: false })
  })
}

async function compare(
  house: House,
  desk: Pick<ReadingDesk, 'read'>,
  { by, meetingId, file }: KeepPaper,
): Promise<Outcome<Difference[], KeepRefusal>> {
  const meeting = await meetingAtHand(house, meetingId)
  const model = meeting && (await minutesOf(house, meetingId))
  if (!model) return refused({ code: 'not-open' })
  if (!(await isClerk(house, meeting.committeeId, by))) return refused({ code: 'not-a-clerk' })
  const theirs = await desk.read(file)
  if (!theirs.ok) return refused({ code: 'unreadable', error: theirs.error })
  const style = minutesStyles[await styleOfCommittee(house, meeting.committeeId)]
  return done(await differencesFrom(desk, model, theirs.paper.documents, style))
}

/** The record is printed and read as the council's text was. */
async function differencesFrom(
  desk: Pick<ReadingDesk, 'read'>,
  model: MinutesModel,
  theirs: readonly PaperDocument[],
  style: MinutesStyle,
): Promise<Difference[]> {
  const bytes = await wordOf(openMinutes(model, style))
  const ours = await desk.read({ name: 'draft.docx', bytes })
  const mine = ours.ok ? minutesIn(ours.paper.documents, model.date) : undefined
  const other = minutesIn(theirs, model.date)
  return mine && other ? differencesOf(mine, other) : [{ about: 'reading' }]
}

/** A file may hold more than one document: the minutes of that day, else the only minutes without one. */
function minutesIn(documents: readonly PaperDocument[], date: string): PaperDocument | undefined {
  const minutes = documents.filter(({ kind }) => kind === 'minutes' || kind === 'agenda+minutes')
  return minutes.find((one) => one.date === date) ?? minutes.find((one) => one.date === undefined)
}
