import { Temporal } from 'temporal-polyfill'
import type { PrintedRow, TrackerModel } from '../../src/minutes/tracker-model.ts'
import { dueDayOf, standingOf } from '../../src/tracker/rules.ts'
import type { TrackedRow } from '../../src/tracker/types.ts'

export const TODAY = '2017-09-06'

/** A row of a tracker as a paper has it, with what a test is about. */
export function printedRow(of: Partial<TrackedRow> = {}, more: Partial<PrintedRow> = {}): PrintedRow {
  const row: TrackedRow = {
    id: of.reference ?? 'R1/17',
    committeeId: 'c',
    reference: 'R1/17',
    kind: 'recommendation',
    state: 'open',
    source: 'resolution',
    groupKey: 'g',
    meetingId: undefined,
    recordId: undefined,
    metOn: '2017-08-09',
    minute: '24',
    path: '2.a',
    leadIn: '',
    text: 'that a strategy for benches be written',
    topic: 'Benches',
    isClosed: false,
    asker: undefined,
    askerName: '',
    addressee: '',
    executiveMember: '',
    verbClass: '',
    how: '',
    successMeasure: '',
    due: { kind: 'none' },
    dueText: '',
    rag: undefined,
    status: '',
    topicWords: [],
    backReference: '',
    supersededById: undefined,
    transferredToId: undefined,
    pausedOn: undefined,
    pausedWhy: '',
    proposedAt: undefined,
    completedOn: undefined,
    closedAt: undefined,
    createdAt: Temporal.Instant.from('2017-08-09T12:00:00Z'),
    owners: [],
    clockDueOn: undefined,
    isAnswered: false,
    version: 1,
    ...of,
  }
  return {
    row,
    standing: standingOf(row, TODAY),
    dueDay: dueDayOf(row),
    timesMoved: 0,
    ragsBefore: [],
    updates: [],
    responses: [],
    answers: [],
    closedAt: undefined,
    goesOnAs: undefined,
    asked: new Set(),
    ...more,
  }
}

export function trackerOf(...rows: readonly PrintedRow[]): TrackerModel {
  return {
    committeeId: 'c',
    committee: 'Wellbeing & Care <Scrutiny> Committee',
    on: TODAY,
    meetingOn: '2017-09-20',
    since: '2017-08-09',
    rows,
  }
}
