import { Temporal } from 'temporal-polyfill'
import { recordsOf } from '../../src/apologies/attendance-records.ts'
import { sittingAtHand } from '../../src/sitting/at-hand.ts'
import { changeSitting } from '../../src/sitting/change-state.ts'
import { enterRoll } from '../../src/sitting/enter-roll.ts'
import { openSitting } from '../../src/sitting/open-sitting.ts'
import { presentAt } from '../../src/sitting/roll-rules.ts'
import type { StateChange } from '../../src/sitting/state-rules.ts'
import { takeItem } from '../../src/sitting/take-item.ts'
import { meetingAhead } from '../apologies/answering.ts'
import type { InventedPerson } from '../support/council.ts'
import type { TestDatabase } from '../support/databases.ts'

/** 10 am British Summer Time on the meeting's day. */
const BEGINNING = Temporal.Instant.from('2017-09-20T09:00:00Z')

/** So many minutes after the meeting's beginning. */
export const minute = (minutes: number) => BEGINNING.add({ minutes })

interface How {
  readonly by?: InventedPerson
  readonly at?: Temporal.Instant
}

/** A meeting with an agenda of three items, at its very beginning, and the acts of its clerks. */
export async function meetingBegins(
  database: TestDatabase,
  before: (it: Awaited<ReturnType<typeof meetingAhead>>) => Promise<unknown> = async () => {},
) {
  const it = await meetingAhead(database)
  await before(it)
  const { house, meetingId, clerk, id: councilId } = it
  const { prisma } = it.ground
  await prisma.agendaItem.createMany({
    data: ['Apologies', 'Fracture clinics', 'Work programme'].map((title, place) => ({
      councilId,
      meetingId,
      position: place + 1,
      number: String(place + 1),
      title,
    })),
  })
  it.clock.advance({ hours: 24 * 14 + 1 })
  const sitting = async () => {
    const found = await sittingAtHand(house, meetingId)
    if (!found) throw new Error('the meeting has not been opened')
    return found
  }
  const act = ({ by = clerk, at }: How) => ({ by: by.id, meetingId, at })
  const wishes = (people: readonly InventedPerson[], kind: 'arrived' | 'left') =>
    people.map((person) => ({ personId: person.id, kind, mode: 'inRoom' as const, forId: undefined }))
  return {
    ...it,
    prisma,
    /** The first so many members are there. */
    open: (there = 6, how: How = {}) =>
      openSitting(house, {
        ...act(how),
        people: it.members
          .slice(0, there)
          .map(({ id }) => ({ personId: id, mode: 'inRoom', forId: undefined })),
      }),
    arrive: (people: readonly InventedPerson[], how: How = {}) =>
      enterRoll(house, { ...act(how), people: wishes(people, 'arrived') }),
    leave: (people: readonly InventedPerson[], how: How = {}) =>
      enterRoll(house, { ...act(how), people: wishes(people, 'left') }),
    change: (change: StateChange, how: How = {}) => changeSitting(house, { ...act(how), change }),
    take: async (place: number, how: How & { from?: string } = {}) => {
      const item = (await sitting()).business.find(({ position }) => position === place)
      return takeItem(house, { ...act(how), recordId: item?.recordId ?? meetingId, from: how.from })
    },
    sitting,
    there: async (at = house.now()) => presentAt((await sitting()).roll, at).map(({ personId }) => personId),
    records: () => recordsOf(house, [meetingId]),
  }
}
