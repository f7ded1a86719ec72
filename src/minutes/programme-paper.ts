import { municipalYearOf } from '../apologies/substitute-rules.ts'
import { civilDate, columnOfDate, toInstant } from '../calendar/civil.ts'
import { displayName } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { changeFactsOf } from '../programme/change-facts.ts'
import { programmeOf } from '../programme/entries.ts'
import { type ProgrammeSections, sectionsOf } from '../programme/programme-model.ts'
import { dayOf, isDay } from '../programme/rules.ts'
import { NOT_SCORED } from '../programme/scorings.ts'
import type { EntryAtHand } from '../programme/types.ts'
import { trackerSettingsOf } from '../tracker/settings.ts'
import type { PaperFile } from './attendance-paper.ts'
import { csvOf } from './csv.ts'
import { htmlOf } from './html.ts'
import type { Paper, PaperPart } from './paper-parts.ts'
import type { ProgrammeColumn, ProgrammeColumns } from './programme-columns.ts'
import { programmePaperWords as say } from './programme-words.en.ts'
import { wordOf } from './word.ts'

/** The programme of a committee as it is printed: what the committee has agreed, and no proposal. */
export interface PrintedProgramme {
  readonly committee: string
  /** ISO civil date. */
  readonly date: string
  /** By day, what was taken this year first. */
  readonly scheduled: readonly EntryAtHand[]
  readonly toReschedule: readonly EntryAtHand[]
  readonly toSchedule: readonly EntryAtHand[]
  readonly reviews: readonly EntryAtHand[]
  /** Who may vary it between meetings; empty: nobody. */
  readonly variedBy: string
  /** What was varied between meetings in this municipal year. */
  readonly varied: readonly { on: string; title: string; by: string; why: string }[]
}

export const PROGRAMME_FORMATS = ['docx', 'html', 'csv'] as const
export type ProgrammeFormat = (typeof PROGRAMME_FORMATS)[number]

const READER = { isClerk: false, isChair: false, isMember: false }

/** What is printed of a committee's programme today; `undefined` where this council has no such committee. */
export async function printedProgramme(
  house: House,
  committeeId: string,
): Promise<PrintedProgramme | undefined> {
  const { councilId, db } = house
  const committee = await db.committee.findFirst({
    where: { councilId, id: committeeId },
    select: { name: true },
  })
  if (!committee) return undefined
  const date = civilDate(house.now(), house.timeZone).toString()
  const sections = sectionsOf(await programmeOf(house, committeeId), date, READER, '')
  const { variedBy } = await trackerSettingsOf(house, committeeId)
  return {
    committee: committee.name,
    date,
    scheduled: inDays(sections),
    toReschedule: sections.toReschedule,
    toSchedule: sections.toSchedule,
    reviews: sections.reviews,
    variedBy,
    varied: await variedSince(house, committeeId, municipalYearOf(date).from),
  }
}

function inDays({ taken, days }: ProgrammeSections): EntryAtHand[] {
  const all = [...taken, ...days.flatMap(({ entries }) => entries)]
  return all.sort((one, other) => dayOf(one).localeCompare(dayOf(other)))
}

/** What became of proposals only is no change of the programme, and no proposal is ever printed. */
async function variedSince(
  house: House,
  committeeId: string,
  from: string,
): Promise<PrintedProgramme['varied']> {
  const { councilId, db } = house
  const changes = await db.programmeChange.findMany({
    where: {
      councilId,
      delegated: true,
      at: { gte: columnOfDate(from) },
      entry: { councilId, committeeId, state: { notIn: ['proposed', 'declined'] } },
    },
    include: { entry: { select: { title: true } } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const rows = changes.filter(({ after }) => {
    const { state } = changeFactsOf(after)
    return state !== 'declined' && state !== 'proposed'
  })
  const people = await db.person.findMany({
    where: { councilId, id: { in: rows.map(({ byId }) => byId) } },
    select: { id: true, name: true, title: true },
  })
  return rows.map(({ at, byId, why, entry }) => {
    const by = people.find(({ id }) => id === byId)
    return {
      on: civilDate(toInstant(at), house.timeZone).toString(),
      title: entry.title,
      by: by ? displayName(by) : '',
      why,
    }
  })
}

/** The file in the form that was asked for. */
export async function programmeFile(
  programme: PrintedProgramme,
  columns: ProgrammeColumns,
  format: ProgrammeFormat,
): Promise<PaperFile> {
  const bytes =
    format === 'csv'
      ? programmeCsv(programme, columns)
      : format === 'html'
        ? htmlOf(programmePaper(programme, columns))
        : await wordOf(programmePaper(programme, columns))
  return {
    name: say.file(programme.committee, programme.date, format),
    bytes,
    alt: say.title(programme.committee),
  }
}

function programmePaper(programme: PrintedProgramme, { columns }: ProgrammeColumns): Paper {
  const head = columns.map((one) => one.head)
  const table = (entries: readonly EntryAtHand[], heading?: string): PaperPart[] =>
    entries.length === 0
      ? []
      : [
          ...(heading === undefined ? [] : [{ code: 'heading' as const, text: heading }]),
          {
            code: 'table',
            head,
            rows: entries.map((entry) => columns.map(({ holds }) => cellOf(entry, holds))),
          },
        ]
  const parts = [
    ...table(programme.scheduled),
    ...table(programme.toReschedule, say.sections.toReschedule),
    ...table(programme.toSchedule, say.sections.toSchedule),
    ...table(programme.reviews, say.sections.reviews),
  ]
  return {
    title: say.title(programme.committee),
    under: [say.asOf(programme.date)],
    parts: [
      ...(parts.length === 0 ? [{ code: 'paragraph' as const, text: say.none }] : parts),
      ...variedParts(programme),
    ],
  }
}

function variedParts({ varied, variedBy }: PrintedProgramme): PaperPart[] {
  if (varied.length === 0) return []
  return [
    { code: 'heading', text: say.sections.varied },
    ...(variedBy === '' ? [] : [{ code: 'paragraph' as const, text: say.variedBy(variedBy) }]),
    ...varied.map((one): PaperPart => ({ code: 'entry', label: '•', text: say.varied(one), depth: 0 })),
  ]
}

/** One table, the section in a column of its own: rows of a spreadsheet have no headings between them. */
function programmeCsv(programme: PrintedProgramme, { columns }: ProgrammeColumns): Uint8Array {
  const rows = (section: string, entries: readonly EntryAtHand[]) =>
    entries.map((entry) => [section, ...columns.map(({ holds }) => cellOf(entry, holds))])
  return csvOf([
    [say.section, ...columns.map(({ head }) => head)],
    ...rows('', programme.scheduled),
    ...rows(say.sections.toReschedule, programme.toReschedule),
    ...rows(say.sections.toSchedule, programme.toSchedule),
    ...rows(say.sections.reviews, programme.reviews),
  ])
}

function cellOf(entry: EntryAtHand, holds: ProgrammeColumn): string {
  switch (holds) {
    case 'date':
      return dateCell(entry)
    case 'title':
      return entry.title
    case 'score':
      return entry.scoreText === '' ? NOT_SCORED : entry.scoreText
    case 'reason':
      return lines(entry.reason, entry.scope && say.scope(entry.scope)) || '-'
    case 'details':
      return lines(
        entry.reason,
        entry.outcomeWanted && say.outcome(entry.outcomeWanted),
        entry.scope && say.scope(entry.scope),
      )
    case 'lead':
      return entry.lead || '-'
  }
}

function dateCell({ standing, meeting, printedDate }: EntryAtHand): string {
  if (standing === 'toReschedule') return meeting ? say.off(meeting.date) : ''
  if (standing === 'toSchedule') return ''
  if (meeting) return say.day(meeting.date)
  return isDay(printedDate) ? say.day(printedDate) : printedDate
}

function lines(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n')
}
