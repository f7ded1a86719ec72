import { Temporal } from 'temporal-polyfill'
import type { ClerksAnswer, ClerksModel } from '../../src/cards/clerks-view.ts'
import type { MemberModel } from '../../src/cards/member-view.ts'
import type { PackCardModel } from '../../src/cards/pack-card-view.ts'
import { CONTROL, long, longCommittee, longPerson } from '../support/worst-case.ts'

const at = Temporal.Instant.from('2017-09-12T13:05:00Z')
const timeZone = 'Europe/London'
const meetingId = '0198a000-0000-7000-8000-000000000001'
const meeting = { committeeName: 'Wellbeing Scrutiny Committee', date: '2017-09-20', startTime: '10:00' }
export const worstMeeting = { ...meeting, committeeName: longCommittee }
const address = 'https://democracy.underfell.example/pack.pdf?a=1&b=2'
const worstAddress = `${address}&x=${'%7C<!channel>|'.repeat(20)}`

const asInPack = { toFollow: false, papers: [] }

export const card: PackCardModel = {
  meetingId,
  meeting,
  venue: 'Committee Room 2',
  state: 'scheduled',
  items: [
    {
      number: '1',
      title: 'Apologies',
      pageFrom: undefined,
      pageTo: undefined,
      open: true,
      lateness: 'none',
      ...asInPack,
    },
    { number: '2', title: 'Minutes', pageFrom: 1, pageTo: 6, open: true, lateness: 'none', ...asInPack },
    {
      number: '3',
      title: 'A secret contract',
      pageFrom: 7,
      pageTo: 9,
      open: false,
      lateness: 'none',
      ...asInPack,
    },
    {
      number: '',
      title: 'Any other business',
      pageFrom: 10,
      pageTo: 10,
      open: true,
      lateness: 'none',
      ...asInPack,
    },
  ],
  publicAddress: address,
  publishedAt: at,
  supplements: [],
  agendaLate: false,
  openedOn: '2017-09-12',
  timeZone,
  clerks: ['Ines Penhaligon', 'Greta Mossop'],
}

export const worstCard: PackCardModel = {
  ...card,
  meeting: worstMeeting,
  venue: long('Room', 500),
  items: Array.from({ length: 60 }, (_, place) => ({
    number: `OSMB.${place + 1}/2017`,
    title: long(`Item ${place + 1}:`, 500),
    pageFrom: 10_000 + place,
    pageTo: 10_000 + place,
    open: true,
    lateness: 'item-late' as const,
    toFollow: true,
    papers: [0, 1, 2].map((number) => ({
      supplement: number === 0 ? undefined : { number, printedNo: 900 + number },
      pages: { from: 10_000, to: 10_100 },
      replaced: [{ from: 10_001, to: 10_002 }],
    })),
  })),
  publicAddress: worstAddress,
  supplements: Array.from({ length: 30 }, (_, place) => ({
    number: place + 1,
    printedNo: 100 + place,
    publishedAt: at,
    address: worstAddress,
  })),
  clerks: Array.from({ length: 12 }, (_, place) => longPerson(place)),
}

export const member: MemberModel = {
  meetingId,
  meeting,
  venue: 'Committee Room 2',
  phase: 'ahead',
  items: 4,
  publicAddress: address,
  supplements: [],
  state: 'unanswered',
  at: undefined,
  relayedBy: undefined,
  timeZone,
}

export const worstMember: MemberModel = {
  ...member,
  meeting: worstMeeting,
  venue: long('Room', 500),
  publicAddress: worstAddress,
  supplements: Array.from({ length: 300 }, (_, place) => ({ number: place + 1, printedNo: undefined })),
  at,
  relayedBy: longPerson(1),
}

const answer = (name: string, changes: Partial<ClerksAnswer> = {}): ClerksAnswer => ({
  name,
  state: 'absent',
  isSubstitute: false,
  stateSaid: 'apologies',
  at: '14:05 on Tue 12 Sep',
  way: 'button',
  relayedBy: undefined,
  relayedNote: '',
  hasReason: false,
  ...changes,
})

export const clerks: ClerksModel = {
  meetingId,
  meeting,
  channelId: 'C0WELLBEING',
  state: 'scheduled',
  answers: [
    answer('Councillor Ottilie Brandreth', { state: 'coming', stateSaid: 'coming', way: 'command' }),
    answer('Councillor Hamish Ferncastle', { hasReason: true }),
    answer('Councillor Priya Ravensworth', { state: 'late', stateSaid: 'will be late' }),
    answer('Mrs Winifred Oakapple', {
      way: 'relayed',
      relayedBy: 'Ines Penhaligon',
      relayedNote: 'by telephone',
    }),
    answer('Councillor Rory Winterbourne', { state: 'unanswered', stateSaid: 'no answer yet', at: '' }),
  ],
  members: 5,
  isChanged: false,
  isOpen: true,
  withoutSlack: ['Mrs Winifred Oakapple'],
  supplements: 0,
}

const states = ['coming', 'absent', 'late', 'leavingEarly', 'unanswered'] as const

export const worstClerks: ClerksModel = {
  ...clerks,
  meeting: worstMeeting,
  state: 'postponed',
  answers: Array.from({ length: 80 }, (_, place) =>
    answer(longPerson(place), {
      state: states[place % states.length] ?? 'coming',
      stateSaid: 'will leave early',
      way: 'relayed',
      relayedBy: longPerson(100 + place),
      relayedNote: `${CONTROL} ${long('by telephone', 120)}`,
      hasReason: true,
    }),
  ),
  members: 80,
  isChanged: true,
  isOpen: true,
  withoutSlack: Array.from({ length: 80 }, (_, place) => longPerson(place)),
  supplements: 30,
}
