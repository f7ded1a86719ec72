import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { supplementLine, supplementReply, withdrawnLine } from '../../src/cards/supplement-view.ts'
import { lineOf } from '../../src/publications/item-lines.ts'
import type { SupplementNews } from '../../src/publications/supplement-news.ts'
import { supplementList, supplementReceipt } from '../../src/publications/supplement-receipt.ts'
import {
  meetingChoice,
  meetingChosen,
  supplementSubmission,
} from '../../src/publications/supplement-submission.ts'
import { type SupplementModel, supplementModal } from '../../src/publications/supplement-view.ts'
import { words as supplement } from '../../src/publications/supplement-words.en.ts'
import { words as pack } from '../../src/publications/words.en.ts'
import { type Fields, fieldsOf } from '../../src/slack/fields.ts'
import { ids } from '../../src/slack/ids.ts'
import { readable, untouched } from '../support/shown.ts'
import { expectShowable, long, longCommittee, longPerson } from '../support/worst-case.ts'
import { noticeFor } from './notices.ts'

const say = { pack, supplement }
const lateNotice = noticeFor('2017-09-14', '2017-09-20')
const meetingId = '0198a000-0000-7000-8000-000000000001'
const field = ids.supplement.field

const model: SupplementModel = {
  metadata: '{"id":"typed","version":0}',
  mark: 'mark',
  keptMark: 'kept',
  packId: undefined,
  source: { kind: 'typed' },
  meetings: [{ value: meetingChoice(meetingId, 1), text: 'Wed 20 Sep, 10 am – Wellbeing' }],
  meetingId,
  noMeeting: undefined,
  printedNo: 1,
  lines: ['8. Strategy (pages 34-45) [to follow]'],
  differing: [],
  ownPages: false,
  refusal: undefined,
  missing: [],
  sameFile: undefined,
  marks: [],
  publicAddress: '',
  alsoHolds: [],
  opened: { date: '2017-09-14', time: '09:00' },
  notice: undefined,
  where: {},
  doubts: [],
  date: undefined,
}

const longAddress = `https://democracy.underfell.example/${'a'.repeat(2_900)}`
const lines = Array.from({ length: 120 }, (_, place) =>
  lineOf({ number: `${place + 1}`, title: long(`Item ${place}`, 480), pageFrom: 10_000, pageTo: 10_100 }),
)

const worst: SupplementModel = {
  ...model,
  packId: meetingId,
  source: { kind: 'read', name: long('Supplement.pdf', 200), pages: 1_000 },
  meetings: Array.from({ length: 150 }, (_, place) => ({
    value: meetingChoice(`${meetingId.slice(0, -3)}${String(place).padStart(3, '0')}`, 99_999),
    text: longCommittee,
  })),
  noMeeting: { code: 'not-found', committee: longCommittee, date: '2017-09-20' },
  lines,
  differing: Array.from({ length: 60 }, (_, place) => ({
    number: `${place}`,
    onAgenda: long('On the agenda', 500),
    onPaper: long('On the paper', 500),
  })),
  refusal: {
    index: 119,
    code: 'pages-overlap',
    pages: { from: 1, to: 2 },
    shared: { from: 1, to: 2 },
    item: { number: '1', title: long('Item', 500) },
    sameItem: true,
  },
  missing: Array.from({ length: 200 }, (_, place) => ({ from: place * 10, to: place * 10 + 5 })),
  sameFile: { meeting: longCommittee, number: 1, printedNo: 2 },
  marks: Array.from({ length: 30 }, () => ({
    kind: 'confidential',
    page: 9,
    line: 1,
    text: long('NOT FOR PUBLICATION', 300),
    times: 4,
  })),
  publicAddress: longAddress,
  alsoHolds: ['report', 'minutes'],
  notice: lateNotice,
}

const meeting = {
  id: meetingId,
  committeeId: meetingId,
  committeeName: longCommittee,
  channelId: 'C1',
  clerksChannelId: 'C2',
  quorum: 3,
  date: '2017-09-20',
  startTime: '10:00',
  timeZone: 'Europe/London',
  startsAt: Temporal.Instant.from('2017-09-20T09:00:00Z'),
  endsAt: Temporal.Instant.from('2017-09-20T11:00:00Z'),
  venue: '',
  state: 'scheduled' as const,
  convenedOn: undefined,
  answersSince: undefined,
  version: 1,
}
const at = Temporal.Instant.from('2017-09-14T08:00:00Z')

const worstNews: SupplementNews = {
  publicationId: meetingId,
  meeting,
  number: 1,
  printedNo: 999,
  ownPages: false,
  changes: Array.from({ length: 60 }, (_, place) => ({
    number: `OSMB.${place}/2017`,
    title: long('Item', 500),
    open: true,
    effect: 'replaces' as const,
    pages: { from: 10_000, to: 10_100 },
    replaced: Array.from({ length: 20 }, (__, part) => ({ from: part * 3, to: part * 3 + 1 })),
    toFollow: false,
    lateness: place % 2 === 0 ? ('item-late' as const) : ('report-late' as const),
  })),
  openedAt: at,
  onlineAt: at.add({ hours: 1 }),
  publicAddress: longAddress,
  publishedAt: at,
  publishedBy: longPerson(1),
  withdrawn: undefined,
}

describe('the form for a supplement', () => {
  test('shows its meeting, its lines and when it was opened', () => {
    expect(readable(supplementModal(model, say))).toMatchInlineSnapshot(`
      "# Check the supplement
      Type what comes to the papers that are published already.
      Meeting: [Wed 20 Sep, 10 am – Wellbeing of Wed 20 Sep, 10 am – Wellbeing]
      Number of the supplement: [1]
      What it brings: [8. Strategy (pages 34-45) [to follow]]
      [Compare with the agenda]
      Page numbers: [This supplement counts its pages from 1 itself]
      Public address of the supplement: []
      ----
      Papers open to inspection since: [2017-09-14]
      At: [09:00]
      On the web site since: []
      Web site at: []"
    `)
  })

  test('at its worst is taken by Slack', () => {
    expectShowable(supplementModal(worst, say))
    expectShowable(
      supplementModal(worst, say, supplement.refusal.another(longPerson(1), at, 'Europe/London')),
    )
    for (const code of ['cancelled', 'postponed', 'not-published'] as const)
      expectShowable(supplementModal({ ...worst, noMeeting: { code, meeting: longCommittee } }, say))
    expectShowable(
      supplementModal({ ...worst, source: { kind: 'unreadable', problem: long('No', 900) } }, say),
    )
  })

  test('without any published agenda is no form, but says what can be done', () => {
    const shown = supplementModal(
      {
        ...model,
        meetings: [],
        meetingId: undefined,
        packId: meetingId,
        noMeeting: { code: 'not-found', committee: '', date: undefined },
      },
      say,
    )
    expectShowable(shown)
    expect(shown.submit).toBeUndefined()
    expect(readable(shown)).toContain('[Publish it as the agenda]')
  })

  test('typed, while nothing is published, says what comes first', () => {
    const shown = supplementModal({ ...model, meetings: [], meetingId: undefined }, say)
    expectShowable(shown)
    expect(readable(shown)).toContain('Publish the agenda first')
  })

  test('gives every line of the longest supplement back, in order', () => {
    const view = supplementModal({ ...worst, noMeeting: undefined }, say)
    const given = { ...fieldsOf(untouched(view)), [field.meeting]: meetingChoice(meetingId, 7) }
    const read = supplementSubmission(given, say)
    if (!read.ok) throw new Error(JSON.stringify(read.errors))
    expect(read.fields.lines.map(lineOf)).toEqual(lines)
    expect(read.fields).toMatchObject({ meetingId, number: 7, printedNo: 1, ownPages: false })
    expect(read.places[0]).toEqual({ field: `${ids.pack.field.items}.1`, line: 1 })
  })
})

describe('what a clerk submits', () => {
  const filled: Fields = {
    [field.meeting]: meetingChoice(meetingId, 1),
    [`${ids.pack.field.items}.1`]: '8. Strategy (pages 34-45) [to follow]\n\n12. Repairs [new]',
    [ids.pack.field.openedDate]: '2017-09-14',
    [ids.pack.field.openedTime]: '09:00',
    [field.ownPages]: ['yes'],
    [field.printedNo]: '2',
  }

  test('is taken as it was typed, with where each line stands', () => {
    expect(supplementSubmission(filled, say)).toMatchObject({
      ok: true,
      fields: { meetingId, number: 1, printedNo: 2, ownPages: true, publicAddress: '' },
      places: [{ line: 1 }, { line: 3 }],
    })
  })

  test('every field that is missing or wrong says so at itself', () => {
    expect(supplementSubmission({ [field.printedNo]: 'two' }, say)).toEqual({
      ok: false,
      errors: {
        [field.meeting]: pack.review.missing,
        [field.printedNo]: supplement.form.badNumber,
        [ids.pack.field.openedDate]: pack.review.missing,
        [ids.pack.field.openedTime]: pack.review.missing,
      },
    })
    const items = `${ids.pack.field.items}.1`
    const wrong = (text: string) => {
      const read = supplementSubmission({ ...filled, [items]: text }, say)
      return read.ok ? '' : read.errors[items]
    }
    expect(wrong('1. A\n2. B [new] [replaces]')).toMatch(/^Line 2: only one of/)
    expect(wrong('4.')).toMatch(/^Line 1: .*no title/)
  })

  test('a choice that is none of ours is no meeting', () => {
    for (const value of ['', 'x', `${meetingId}/`, `${meetingId}/x`, 'a/1'])
      expect(meetingChosen(value)).toBeUndefined()
  })
})

describe('what is said of a supplement', () => {
  const worstModel = {
    news: worstNews,
    clerks: Array.from({ length: 40 }, (_, place) => longPerson(place)),
    timeZone: 'Europe/London',
  }
  const withdrawn = { ...worstNews, withdrawn: { at, by: longPerson(2) } }

  test('at its worst is taken by Slack, and says how it goes on', () => {
    for (const shown of [supplementReply(worstModel, supplement), supplementLine(worstModel, supplement)]) {
      expectShowable(shown)
      expect(readable(shown)).toMatch(/… and \d+ more: press/)
    }
    for (const news of [withdrawn, { ...worstNews, publicAddress: '' }])
      expectShowable(supplementLine({ ...worstModel, news }, supplement))
    expectShowable(withdrawnLine(supplement.news.withdrawnNow('Supplement 999', meeting)))
  })

  test('to the clerk, too: the receipt and the list of many', () => {
    expectShowable(
      supplementReceipt(
        {
          meeting,
          publicationId: meetingId,
          number: 1,
          told: 80,
          withoutSlack: Array.from({ length: 40 }, (_, place) => ({
            id: meetingId,
            name: longPerson(place),
            title: '',
            email: undefined,
            slackUserId: undefined,
            language: 'en',
          })),
          notice: lateNotice,
          missing: worst.missing,
        },
        worstNews,
        supplement,
      ),
    )
    const many = Array.from({ length: 40 }, (_, place) => (place % 3 === 0 ? withdrawn : worstNews))
    expectShowable(supplementList(many, { timeZone: 'Europe/London', someWithoutSlack: true }, supplement))
  })
})
