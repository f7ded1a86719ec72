import { givePack } from '../../src/publications/give-pack.ts'
import { emptyReading } from '../../src/publications/pack-reading.ts'
import type { PublishPack } from '../../src/publications/publish-pack.ts'
import { type ReadingResult, recordReading } from '../../src/publications/record-reading.ts'
import type { PackFields } from '../../src/publications/types.ts'
import { type InventedCouncil, MEETING_DAY } from '../support/council.ts'

/** What a clerk fills in for the committee's next meeting. */
export function fieldsOf({ committee }: InventedCouncil, changes: Partial<PackFields> = {}): PackFields {
  return {
    committeeId: committee.id,
    date: MEETING_DAY,
    startTime: '10:00',
    venue: 'Committee Room 2',
    items: [
      { number: '1', title: 'Apologies' },
      { number: '2', title: 'Minutes', pageFrom: 1, pageTo: 6 },
      { number: '', title: 'Buses' },
    ],
    publicAddress: 'https://democracy.underfell.example/pack.pdf',
    opened: { date: '2017-09-06', time: '09:00' },
    online: undefined,
    convenedOn: undefined,
    publicCopyConfirmed: false,
    ...changes,
  }
}

export function publishing(council: InventedCouncil, changes: Partial<PublishPack> = {}): PublishPack {
  return { by: council.clerk.id, packId: undefined, version: 0, fields: fieldsOf(council), ...changes }
}

export const agendaRead: Extract<ReadingResult, { ok: true }> = {
  ok: true,
  name: 'pack.pdf',
  size: { bytes: 1234, sha256: 'ab'.repeat(32) },
  reading: { ...emptyReading, committee: 'Wellbeing and Care', pages: 32 },
  marks: [],
}

/** A pack that was given and read, and waits for the clerk. */
export async function draftOf(
  council: InventedCouncil,
  result: ReadingResult = agendaRead,
  by = council.clerk.id,
): Promise<string> {
  const given = await givePack(council.house, {
    by,
    pack: { source: 'file', fileName: 'pack.pdf', slackFileId: `F${Math.random()}` },
    tellFor: 'given',
  })
  if (!given.ok) throw new Error('the pack was refused')
  await recordReading(council.house, { packId: given.value.packId, result })
  return given.value.packId
}
