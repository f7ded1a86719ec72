import type { PrintedRow } from './tracker-model.ts'
import { day, trackerPaperWords as say, type TrackerSection } from './tracker-paper-words.en.ts'
import type { TrackerColumn } from './tracker-profiles.ts'

/** In which part of the paper a row stands. */
export function sectionOf({ row, standing }: PrintedRow): TrackerSection {
  if (standing === 'over') return 'over'
  if (standing === 'paused') return 'paused'
  if (row.state === 'proposed') return 'proposed'
  if (standing === 'waiting-for-event') return 'event'
  return standing === 'standing-condition' ? 'standing' : 'open'
}

/** What a cell says, a line for each thing. */
export function cellOf(printed: PrintedRow, column: TrackerColumn): string {
  return LINES[column](printed)
    .filter((line) => line !== '')
    .join('\n')
}

const LINES: Readonly<Record<TrackerColumn, (printed: PrintedRow) => readonly string[]>> = {
  reference: ({ row }) => [row.reference, row.backReference === '' ? '' : say.earlier(row.backReference)],
  meetingAndMinute: (printed) => [meetingAndMinute(printed)],
  asked: (printed) => askedLines(printed),
  who: (printed) => whoLines(printed),
  byWhen: (printed) => byWhenLines(printed),
  response: (printed) => responseLines(printed),
  progress: (printed) => progressLines(printed),
  status: (printed) => [...ragLines(printed), ...statusLines(printed)],
  resolution: (printed) => [`${printed.row.reference}, ${meetingAndMinute(printed)}`, ...askedLines(printed)],
  officerAndResponse: (printed) => [...whoLines(printed), ...responseLines(printed)],
  progressAndStatus: (printed) => [
    ...byWhenLines(printed),
    ...progressLines(printed),
    ...ragLines(printed),
    ...statusLines(printed),
  ],
  recommendation: (printed) => [printed.row.reference, ...askedLines(printed)],
  rag: (printed) => {
    const lines = ragLines(printed)
    return lines.length === 0 ? [say.notRated] : lines
  },
  comments: (printed) => [
    ...progressLines(printed),
    ...responseLines(printed),
    ...whoLines(printed),
    ...byWhenLines(printed),
    ...statusLines(printed),
  ],
}

export function meetingAndMinute({ row }: PrintedRow): string {
  const minute = say.minute(row.minute, row.path)
  return [
    ...(row.metOn === undefined ? [] : [day(row.metOn)]),
    ...(minute === '' ? (row.path === '' ? [] : [say.part(row.path)]) : [minute]),
  ].join(', ')
}

function askedLines({ row }: PrintedRow): string[] {
  const { leadIn, text, topic, askerName, addressee, how, successMeasure } = row
  return [
    topic,
    leadIn === '' ? text : `${leadIn} ${text}`,
    ...(askerName === '' ? [] : [say.askedBy(askerName)]),
    ...(addressee === '' ? [] : [say.to(addressee)]),
    ...(how === '' ? [] : [say.how(how)]),
    ...(successMeasure === '' ? [] : [say.success(successMeasure)]),
  ]
}

export function whoLines({ row }: PrintedRow): string[] {
  const names = row.owners.map(({ role, name }) => (role === 'head' ? say.head(name) : name))
  return [
    ...(names.length === 0 ? [say.nobody] : names),
    ...(row.executiveMember === '' ? [] : [say.executive(row.executiveMember)]),
  ]
}

/** The time as it was said or printed, beside the day that it is. */
export function byWhenLines({ row, timesMoved }: PrintedRow): string[] {
  const { due, dueText, clockDueOn } = row
  const isOpen = row.state === 'open' || row.state === 'proposed'
  const structured = (() => {
    switch (due.kind) {
      case 'date':
        return due.recurs ? `${say.by(due.on)}, ${say.andOn}` : say.by(due.on)
      case 'range':
        return say.between(due.from, due.on)
      case 'recurrence':
        return due.on === undefined ? say.again : say.by(due.on)
      case 'event':
      case 'standing':
      case 'none':
        return ''
    }
  })()
  const lines = [
    dueText,
    structured,
    ...(clockDueOn === undefined || !isOpen ? [] : [say.clock(clockDueOn)]),
    ...(timesMoved === 0 ? [] : [say.moved(timesMoved)]),
  ].filter((line) => line !== '')
  return lines.length === 0 ? [say.noTime] : lines
}

function responseLines({ row, responses, answers }: PrintedRow): string[] {
  const given = responses.flatMap((response) => [
    say.responded(response, say.responses[response.state]),
    ...(response.reasons === '' ? [] : [say.reasons(response.reasons)]),
    ...(response.proposed === '' ? [] : [say.proposes(response.proposed)]),
    ...(response.publishedOn === undefined ? [] : [say.published(response.publishedOn)]),
  ])
  const answered = answers.map(({ on, text }) =>
    text === undefined ? say.answeredApart(on) : say.answered(on, text),
  )
  if (given.length + answered.length > 0) return [...given, ...answered]
  return row.kind === 'action' ? [] : [say.noResponse]
}

function progressLines({ updates }: PrintedRow): string[] {
  if (updates.length === 0) return [say.noProgress]
  return updates.map(({ kind, quarter, on, text, by }) =>
    kind === 'outcome' ? say.outcome(quarter, text) : say.update(on, text, by),
  )
}

/** The colour by its word, and those it had before. */
export function ragLines({ row, ragsBefore }: PrintedRow): string[] {
  const word = (rag: typeof row.rag) => (rag === undefined ? say.notRated : say.rags[rag])
  if (row.rag === undefined && ragsBefore.length === 0) return []
  return [word(row.rag), ...ragsBefore.map(({ rag, until }) => say.ragBefore(word(rag), until))]
}

/** How it stands, in words: no colour and no grey says it alone. */
export function statusLines(printed: PrintedRow): string[] {
  const { row } = printed
  return [standingLine(printed), ...(row.status === '' ? [] : [row.status])]
}

export function standingLine(printed: PrintedRow): string {
  const { row, standing, dueDay, closedAt, goesOnAs } = printed
  switch (standing) {
    case 'overdue':
      return [say.standing.overdue(dueDay ?? ''), ...howFar(printed)].join('; ')
    case 'due-today':
      return say.standing.dueToday
    case 'in-time':
      return say.standing.inTime(dueDay ?? '')
    case 'waiting-for-event':
      return say.standing.waiting(row.dueText)
    case 'standing-condition':
      return say.standing.condition
    case 'no-day':
      return say.standing.noDay
    case 'for-the-committee':
      return row.state === 'proposed' ? say.standing.proposed(row.completedOn) : say.standing.answered
    case 'paused':
      return say.standing.paused(row.pausedOn, row.pausedWhy)
    case 'over':
      return overLine(row.state, closedAt, goesOnAs)
  }
}

function howFar({ asked }: PrintedRow): string[] {
  return [
    ...(asked.has('agenda')
      ? [say.standing.headInvited]
      : asked.has('headOfService')
        ? [say.standing.headHeard]
        : []),
    ...(asked.has('finalNotice') ? [say.standing.finalNotice] : []),
    ...(asked.has('letter') ? [say.standing.letter] : []),
  ]
}

function overLine(
  state: PrintedRow['row']['state'],
  closedAt: PrintedRow['closedAt'],
  goesOnAs: string | undefined,
): string {
  if (state === 'superseded') return say.standing.superseded(goesOnAs)
  if (state === 'transferred') return say.standing.transferred(goesOnAs)
  return state === 'withdrawn' ? say.standing.withdrawn : say.standing.closed(closedAt)
}
