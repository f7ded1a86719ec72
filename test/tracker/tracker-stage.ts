import type { Outcome } from '../../src/outcome.ts'
import { businessOf } from '../../src/sitting/at-hand.ts'
import { recordQuestion } from '../../src/sitting/question-record.ts'
import { closeRows } from '../../src/tracker/close-rows.ts'
import { editRow, type RowSaid } from '../../src/tracker/edit-row.ts'
import { type OwnersSaid, ownersOfRow } from '../../src/tracker/owners.ts'
import { rowsOfMeeting } from '../../src/tracker/row-ground.ts'
import { trackedRow } from '../../src/tracker/rows.ts'
import { trackMeetings } from '../../src/tracker/track-meeting.ts'
import type { TrackedRow } from '../../src/tracker/types.ts'
import { writeResolution } from '../../src/votes/write-resolution.ts'
import { meetingBegins } from '../sitting/sitting-stage.ts'
import type { InventedPerson } from '../support/council.ts'
import type { TestDatabase } from '../support/databases.ts'

/** Of our own invention: a recommendation to Cabinet, a request, a direction, an event and a standing condition. */
const RESOLVED = `The Committee recommends to Cabinet –
1. that the fracture clinics at Mill Lane stay open on Saturdays;
2. that the bus to the clinics be looked at once the new timetable is known;
3. that waiting times be included in future reports to the Committee.`

/** A meeting that resolved and asked for something, is over, and was taken into the tracker. */
export async function trackedMeeting(database: TestDatabase, resolved = RESOLVED) {
  const it = await meetingBegins(database)
  const { house, meetingId, clerk, id: councilId, prisma } = it
  const by = clerk.id
  await it.open(8)
  it.clock.advance({ minutes: 30 })
  await it.take(2)
  const recordId = (await it.sitting()).current?.recordId ?? ''
  const write = async (text: string, resolutionId?: string) =>
    done(await writeResolution(house, { by, meetingId, recordId, text, resolutionId, isConfirmed: true }))
  const { id: resolutionId } = await write(resolved)
  done(
    await recordQuestion(house, {
      by,
      meetingId,
      recordId,
      question: {
        kind: 'request',
        text: 'How many appointments are cancelled?',
        askerId: it.member.id,
        askerName: '',
        ownerId: it.outsider.id,
        ownerName: '',
        due: 'none',
        dueOn: undefined,
        dueText: '',
      },
    }),
  )
  it.clock.advance({ minutes: 30 })
  done(await it.change('closed'))
  const track = () => trackMeetings(house)
  await track()
  const rows = () => rowsOfMeeting(house, meetingId)
  const row = async (path: string) => found((await rows()).find((one) => one.path === path))
  return {
    ...it,
    by,
    recordId,
    resolutionId,
    write,
    track,
    rows,
    row,
    question: async () => found((await rows()).find(({ source }) => source === 'question')),
    byId: async (id: string) => found(await trackedRow(house, id)),
    edit: async (of: TrackedRow, said: Partial<RowSaid & OwnersSaid>, who: InventedPerson = clerk) =>
      editRow(house, {
        by: who.id,
        rowId: of.id,
        version: of.version,
        said: { ...of, ...ownersOfRow(of), ...said },
      }),
    /** At the meeting that it was made at; the committee may do that. */
    close: (rowsToClose: readonly TrackedRow[], who: InventedPerson = clerk) =>
      closeRows(house, { by: who.id, meetingId, recordId, rows: rowsToClose }),
    history: async (of: TrackedRow) =>
      (
        await prisma.trackerChange.findMany({ where: { councilId, rowId: of.id }, orderBy: { at: 'asc' } })
      ).map(({ kind }) => kind),
    sentToClerks: async () => (await it.messages()).filter(({ kind }) => kind === 'tracked'),
    businessIds: async () => (await businessOf(house, meetingId)).map(({ recordId: id }) => id),
  }
}

/** What was done; a refusal fails the test. */
export function done<T, R extends { readonly code: string }>(outcome: Outcome<T, R>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`)
  return outcome.value
}

function found<T>(it: T | undefined): T {
  if (it === undefined) throw new Error('there is no such row')
  return it
}
