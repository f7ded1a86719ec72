import { municipalYearOf } from '../apologies/substitute-rules.ts'
import { civilDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { FileForSomebody } from '../slack/hand-over.ts'
import { type FiguresPeriod, figuresOfCommittee, overdueByCommittee } from '../tracker/load-figures.ts'
import { trackerSettingsOf } from '../tracker/settings.ts'
import { handedOverRows } from '../tracker/transfer-rows.ts'
import { htmlOf } from './html.ts'
import type { PaperPart } from './paper-parts.ts'
import { figuresParts, type PrintedFigures } from './tracker-figures-paper.ts'
import { figuresWords } from './tracker-figures-words.en.ts'
import { printedRows, trackerModel } from './tracker-model.ts'
import { closedTracker, handOverPaper, openTracker, trackerCsv } from './tracker-paper.ts'
import { trackerPaperWords as say } from './tracker-paper-words.en.ts'
import { profileNamed, type TrackerProfileName, trackerProfiles } from './tracker-profiles.ts'
import { wordOf } from './word.ts'

export const TRACKER_FORMATS = ['docx', 'html', 'csv'] as const
export type TrackerFormat = (typeof TRACKER_FORMATS)[number]

export interface TrackerPaperWanted {
  readonly committeeId: string
  /** The committee's own where none is named. */
  readonly profile?: TrackerProfileName | undefined
  readonly format: TrackerFormat
}

/** The tracker as a file; in Word, what came from closed business as a file of its own beside it. */
export async function trackerFiles(
  house: House,
  { committeeId, profile: wanted, format }: TrackerPaperWanted,
): Promise<FileForSomebody[]> {
  const model = await trackerModel(house, committeeId)
  if (!model) return []
  const { committee, on } = model
  const open = {
    name: say.file(committee, on, format),
    title: say.title(committee),
    alt: say.title(committee),
  }
  if (format === 'csv') return [{ ...open, bytes: trackerCsv(model) }]
  const { profile: own } = await trackerSettingsOf(house, committeeId)
  const profile = trackerProfiles[wanted ?? profileNamed(own)]
  const paper = openTracker(model, profile, await inNumbers(house, committeeId, committee))
  if (format === 'html') return [{ ...open, bytes: htmlOf(paper) }]
  const closed = closedTracker(model, profile)
  return [
    { ...open, bytes: await wordOf(paper) },
    ...(closed
      ? [
          {
            name: say.closedFile(committee, on),
            title: say.closedTitle(committee),
            alt: say.closedTitle(committee),
            bytes: await wordOf(closed),
          },
        ]
      : []),
  ]
}

async function inNumbers(house: House, committeeId: string, committee: string): Promise<PaperPart[]> {
  const printed = await printedFigures(house, { id: committeeId, name: committee }, [], yearOf(house))
  if (printed.figures.made === 0) return []
  return [{ code: 'heading', text: figuresWords.heading(printed.of) }, ...(await figuresParts(printed))]
}

export function yearOf(house: House): FiguresPeriod {
  return municipalYearOf(civilDate(house.now(), house.timeZone).toString())
}

/** @param beside the committees whose overdue rows are counted beside it: those of whoever asks */
export async function printedFigures(
  house: House,
  committee: { readonly id: string; readonly name: string },
  beside: readonly { readonly id: string; readonly name: string }[],
  period: FiguresPeriod,
): Promise<PrintedFigures> {
  return {
    of: { committee: committee.name, ...period },
    figures: await figuresOfCommittee(house, committee.id, period, figuresWords.nobody),
    byCommittee: beside.length === 0 ? [] : await overdueByCommittee(house, beside),
  }
}

/** What a committee handed to another, as Word; nothing where nothing was handed over. */
export async function handOverFiles(house: House, from: string): Promise<FileForSomebody[]> {
  const { councilId, db } = house
  const own = await db.committee.findFirst({ where: { councilId, id: from }, select: { name: true } })
  if (!own) return []
  const on = civilDate(house.now(), house.timeZone).toString()
  const files: FileForSomebody[] = []
  for (const { id: to, name } of await successorsOf(house, from)) {
    const rows = await handedOverRows(house, { from, to })
    if (rows.length === 0) continue
    const printed = new Map(
      (
        await printedRows(
          house,
          rows.flatMap(({ before, after }) => [before, after]),
          on,
        )
      ).map((one) => [one.row.id, one]),
    )
    const both = rows.flatMap(({ before, after }) => {
      const [was, is] = [printed.get(before.id), printed.get(after.id)]
      return was && is ? [{ before: was, after: is }] : []
    })
    const papers = handOverPaper({ from: own.name, to: name, on }, both)
    const title = say.handOver.title(own.name, name)
    files.push({
      name: say.handOver.file(own.name, name, on),
      title,
      alt: title,
      bytes: await wordOf(papers.open),
    })
    if (papers.closed) {
      const closedTitle = say.handOver.closedTitle(own.name, name)
      files.push({
        name: say.handOver.closedFile(own.name, name, on),
        title: closedTitle,
        alt: closedTitle,
        bytes: await wordOf(papers.closed),
      })
    }
  }
  return files
}

/** The committees in which rows of this one go on. */
async function successorsOf({ councilId, db }: House, from: string) {
  const gone = await db.trackerRow.findMany({
    where: { councilId, committeeId: from, state: 'transferred' },
    select: { transferredToId: true },
  })
  const after = await db.trackerRow.findMany({
    where: { councilId, id: { in: gone.flatMap(({ transferredToId }) => transferredToId ?? []) } },
    distinct: ['committeeId'],
    select: { committeeId: true },
  })
  return db.committee.findMany({
    where: { councilId, id: { in: after.map(({ committeeId }) => committeeId) } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
}
