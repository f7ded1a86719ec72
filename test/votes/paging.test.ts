import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { correctModal } from '../../src/votes/correct-views.ts'
import { formWords } from '../../src/votes/form-words.en.ts'
import { listModal } from '../../src/votes/list-views.ts'
import { hasPartsBehind, partsModal, resolutionsModal } from '../../src/votes/resolution-views.ts'
import type { ResolutionOfMinutes } from '../../src/votes/types.ts'
import type { VoteAtHand } from '../../src/votes/vote-at-hand.ts'
import { words } from '../../src/votes/words.en.ts'
import { expectShowable, long } from '../support/worst-case.ts'

const resolution = (number: number, parts: number): ResolutionOfMinutes => ({
  id: `resolution-${number}`,
  recordId: 'record',
  motionId: undefined,
  number,
  revision: 1,
  text: '',
  leadIn: '',
  reasons: '',
  parts: Array.from({ length: parts }, (_, at) => ({
    path: String(at + 1),
    label: `${at + 1}.`,
    text: long(`clause ${number}-${at + 1} `, 500),
    verbClass: 'note' as const,
    addressee: '',
  })),
  isConfirmed: false,
})

const at = Temporal.Instant.from('2017-09-20T09:00:00Z')
const vote: VoteAtHand = {
  id: 'vote',
  meetingId: 'meeting',
  recordId: 'record',
  motionId: 'motion',
  number: 1,
  revision: 6,
  question: long('The question ', 3_000),
  method: 'hands',
  state: 'declared',
  isRecorded: false,
  requestedByIds: [],
  presidingId: undefined,
  about: { education: false, determined: false },
  opened: [],
  closed: [],
  counts: undefined,
  isUnanimous: false,
  casting: undefined,
  castingById: undefined,
  result: 'carried',
  openedAt: at,
  closedAt: at,
  declaredAt: at,
  enteredAt: at,
  why: '',
  choices: [],
  owns: [],
  version: 1,
}

/** Everything that all pages say, each page one that Slack takes. */
function allPages(page: (at: number) => ReturnType<typeof listModal>): string {
  const pages = [page(0)]
  // The last page stands for every page that is asked for behind it.
  for (
    let next = page(1);
    next.private_metadata !== pages.at(-1)?.private_metadata;
    next = page(pages.length)
  )
    pages.push(next)
  for (const one of pages) expectShowable(one)
  return JSON.stringify(pages)
}

test('however much was resolved, every clause of it stands on some page', () => {
  const resolutions = Array.from({ length: 30 }, (_, one) => ({
    item: long('Item ', 300),
    resolution: resolution(one + 1, one === 0 ? 120 : 12),
  }))
  const model = { meetingId: 'meeting', recordId: 'record', resolutions }
  const said = allPages((page) => resolutionsModal(model, page, formWords, words))
  for (const { resolution: one } of resolutions)
    for (const { path } of one.parts) expect(said).toContain(`clause ${one.number}-${path} `)
})

test('each part of a long resolution can be looked at, a page at a time', () => {
  const one = resolution(1, 70)
  const pages = [0, 1, 2].map((page) => partsModal('m/r/i/0', one, page, formWords, words))
  for (const page of pages) expectShowable(page)
  for (const { path } of one.parts) expect(JSON.stringify(pages)).toContain(`clause 1-${path} `)
  expect([0, 1, 2].map((page) => hasPartsBehind(one, page))).toEqual([true, true, false])
})

test('of however many members a vote by name is corrected, each stands on some page', () => {
  const count = {
    method: 'rollCall' as const,
    eligible: 170,
    counts: {},
    isUnanimous: false,
    isCarried: true,
  }
  const people = Array.from({ length: 170 }, (_, one) => ({
    personId: `person-${one}`,
    name: `Councillor ${one}.`,
    side: 'for',
  }))
  const pages = [0, 1, 2].map((page) => {
    const roll = { page, pages: 3, people: people.slice(page * 80, (page + 1) * 80) }
    const form = { subject: 'm/v', question: long('&', 3_000), roll, casting: undefined }
    return correctModal({ ...form, count: { ...count, barred: [], mayWait: false } }, formWords, words)
  })
  for (const page of pages) expectShowable(page)
  const said = JSON.stringify(pages)
  for (const { name } of people) expect(said).toContain(name)
  expect(said).toContain('Next names')
})

test('the list of votes leaves out no correction and nobody who had their own vote minuted', () => {
  const before = [1, 2, 3, 4, 5].map((revision) => ({
    vote: { ...vote, revision },
    how: '',
    why: `reason ${revision}`,
  }))
  const owns = Array.from({ length: 30 }, (_, one) => ({ name: `Councillor ${one}.`, side: 'For' }))
  const votes = Array.from({ length: 20 }, (_, one) => ({
    vote: { ...vote, number: one + 1 },
    item: `Item ${one + 1}!`,
    how: '',
    before,
    owns,
  }))
  const said = allPages((page) => listModal({ meetingId: 'm', motions: [], votes }, page, formWords, words))
  for (const { item } of votes) expect(said).toContain(item)
  for (const { why } of before) expect(said).toContain(why)
  for (const { name } of owns) expect(said).toContain(name)
})
