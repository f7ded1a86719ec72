// A meeting's minutes made up, and what is printed of them as lines.
import { Temporal } from 'temporal-polyfill'
import yauzl from 'yauzl'
import type { Minute, MinutesModel } from '../../src/minutes/minutes-model.ts'
import type { PaperPart } from '../../src/minutes/paper-parts.ts'
import type { VoteOfMinutes, VoteSide } from '../../src/votes/types.ts'

export const said = (parts: readonly PaperPart[]) =>
  parts.map((part) =>
    part.code === 'entry'
      ? `${'  '.repeat(part.depth)}${part.label} ${part.text}`
      : 'text' in part
        ? part.text
        : part.code,
  )

export function minute(over: Partial<Minute> = {}): Minute {
  return {
    recordId: 'r',
    number: 19,
    itemNumber: '3',
    title: 'Fracture clinics',
    about: 'other',
    isClosed: false,
    state: 'done',
    presiding: undefined,
    presenters: [],
    presented: '',
    urgency: [],
    exclusions: [],
    questions: [],
    requests: [],
    passage: '',
    summary: '',
    motions: [],
    votes: [],
    resolutions: [],
    closedRows: [],
    ...over,
  }
}

export const ward = { title: 'Councillor', name: 'Jo Ward' }
export function model(over: Partial<MinutesModel> = {}): MinutesModel {
  return {
    meetingId: 'm',
    council: 'Underfell Council',
    committee: 'Health Scrutiny Panel',
    date: '2017-08-09',
    venue: 'Room 2',
    isDraft: true,
    times: { began: '15:00', ended: '17:10', adjournments: [], isInquorate: false },
    attendance: { present: [{ ...ward, inTheChair: true }], apologies: [] },
    movements: [],
    chairs: [],
    alsoPresent: [],
    declarations: { council: 'Underfell Council', nation: 'england', interests: [], whips: [] },
    minutes: [minute()],
    amendments: [],
    ...over,
  }
}

const member = (name: string) => ({
  id: name,
  name,
  title: 'Councillor',
  email: undefined,
  slackUserId: undefined,
  language: 'en',
})
const side = (name: string, side: VoteSide) => ({
  person: member(name),
  group: undefined,
  side,
  despite: undefined,
})
export const motion = {
  id: 'm',
  recordId: 'r',
  number: 1,
  kind: 'motion' as const,
  parentId: undefined,
  text: 'That the wards be closed',
  substantive: 'That the wards be closed',
  mover: member('Jo Ward'),
  seconder: member('Ann Cole'),
  state: 'carried' as const,
}
/** A recorded vote that was carried by three to two. */
export const vote: VoteOfMinutes = {
  id: 'v',
  number: 1,
  revision: 1,
  why: '',
  recordId: 'r',
  itemId: undefined,
  isClosed: false,
  motion,
  question: motion.text,
  method: 'rollCall',
  isRecorded: true,
  requestedBy: [],
  presiding: undefined,
  counts: { for: 3, against: 2, abstain: 1, none: 0 },
  isUnanimous: false,
  casting: undefined,
  result: 'carried',
  choices: [
    side('Jo Ward', 'for'),
    side('Ann Cole', 'for'),
    side('Bo Dale', 'for'),
    side('Cy Elm', 'against'),
    side('Di Fir', 'against'),
    side('Ed Gorse', 'abstain'),
  ],
  barred: [],
  owns: [],
  closedAt: Temporal.Instant.from('2017-08-09T14:30:00Z'),
  declaredAt: Temporal.Instant.from('2017-08-09T14:30:00Z'),
}

/** A file of the archive that a Word document is. */
export function partOf(bytes: Uint8Array, wanted: string): Promise<string> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error || !zip) return reject(error ?? new Error('no zip'))
      zip.on('entry', ({ fileName }: yauzl.Entry) => fileName !== wanted && zip.readEntry())
      zip.on('end', () => reject(new Error(`${wanted} is not there`)))
      zip.on('entry', (entry: yauzl.Entry) => {
        if (entry.fileName !== wanted) return
        zip.openReadStream(entry, (problem, stream) => {
          if (problem || !stream) return reject(problem ?? new Error('no stream'))
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
        })
      })
      zip.readEntry()
    })
  })
}
