import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FigureRow, figuresOf } from '../../src/tracker/figures.ts'
import { RESPONSE_STATES } from '../../src/tracker/response-rules.ts'
import { TRACKED_KINDS, TRACKED_STATES } from '../../src/tracker/types.ts'

const TODAY = '2017-09-06'
const row = (of: Partial<FigureRow> = {}): FigureRow => ({
  reference: 'R1/17',
  kind: 'recommendation',
  state: 'open',
  standing: 'in-time',
  isClosedBusiness: false,
  text: 'that benches be mended',
  askedOn: '2017-06-01',
  owners: ['Zadie'],
  answeredOn: undefined,
  closedOn: undefined,
  isAnswered: of.answeredOn !== undefined,
  response: undefined,
  executive: undefined,
  ...of,
})
const closed = { state: 'closed', standing: 'over' } as const
const figures = (...rows: FigureRow[]) => figuresOf(rows, 'Nobody', TODAY)

test('counts as implemented what was accepted and closed by the committee, and nothing that was noted', () => {
  const counted = figures(
    row({ ...closed, response: 'accepted', answeredOn: '2017-06-11' }),
    row({ ...closed, response: 'inPart', answeredOn: '2017-06-21' }),
    row({ ...closed, response: 'notedOnly' }),
    row({ response: 'accepted' }),
    row({ ...closed, response: 'rejected' }),
    row({ state: 'withdrawn', standing: 'over', response: 'accepted' }),
    row({ state: 'transferred', standing: 'over' }),
    row({ kind: 'action', ...closed }),
  )
  expect(counted).toMatchObject({
    made: 6,
    answered: 2,
    implemented: 2,
    noResponse: 0,
    responses: { accepted: 2, inPart: 1, rejected: 1, notedOnly: 1, unfeasible: 0 },
    medianDays: 15,
  })
})

test.each<[days: number[], median: number | undefined]>([
  [[], undefined],
  [[4], 4],
  [[1, 30], 15.5],
  [[30, 1, 2], 2],
])('of %j days to an answer, the median is %s', (days, median) => {
  const answered = days.map((count) =>
    row({
      answeredOn: `2017-${count < 30 ? '06' : '07'}-${String(count < 30 ? count + 1 : 1).padStart(2, '0')}`,
    }),
  )
  expect(figures(...answered, row()).medianDays).toBe(median)
})

test('names who owes most first, everybody who owes one together, and says where nobody is named', () => {
  const overdue = { standing: 'overdue' } as const
  expect(
    figures(
      row({ ...overdue, owners: ['Zadie', 'Yusuf'] }),
      row({ ...overdue, owners: ['Yusuf'] }),
      row({ ...overdue, owners: [] }),
      row({ owners: ['Ottilie'] }),
    ).overdueByOwner,
  ).toEqual([
    { name: 'Yusuf', count: 2 },
    { name: 'Nobody', count: 1 },
    { name: 'Zadie', count: 1 },
  ])
})

test('lists the executive’s late responses, the latest first, and of closed business no words', () => {
  const { late } = figures(
    row({ reference: 'R1/17', executive: { dueOn: '2017-08-01', respondedOn: '2017-08-03' } }),
    row({
      reference: 'R2/17',
      executive: { dueOn: '2017-08-07', respondedOn: undefined },
      isClosedBusiness: true,
    }),
    row({ reference: 'R3/17', executive: { dueOn: '2017-08-01', respondedOn: '2017-08-01' } }),
    row({ reference: 'R4/17', executive: { dueOn: TODAY, respondedOn: undefined } }),
  )
  expect(late).toEqual([
    { reference: 'R2/17', text: undefined, dueOn: '2017-08-07', respondedOn: undefined, daysLate: 30 },
    {
      reference: 'R1/17',
      text: 'that benches be mended',
      dueOn: '2017-08-01',
      respondedOn: '2017-08-03',
      daysLate: 2,
    },
  ])
})

test('reconciles: whatever the rows are, the parts of each kind add up to what was made', () => {
  const any = fc.record({
    kind: fc.constantFrom(...TRACKED_KINDS),
    state: fc.constantFrom(...TRACKED_STATES),
    standing: fc.constantFrom('overdue', 'in-time', 'no-day', 'for-the-committee', 'paused', 'over' as const),
    response: fc.constantFrom(undefined, ...RESPONSE_STATES),
  })
  fc.assert(
    fc.property(fc.array(any), (rows) => {
      const counted = figures(
        ...rows.map(({ standing, ...of }) =>
          row({
            ...of,
            standing:
              of.state === 'open' || of.state === 'proposed'
                ? standing === 'over'
                  ? 'no-day'
                  : standing
                : 'over',
          }),
        ),
      )
      for (const { made, closed, answered, open, overdue } of counted.byKind) {
        expect(closed + answered + open + overdue).toBe(made)
        expect(open).toBeGreaterThanOrEqual(0)
      }
      expect(counted.byKind.reduce((sum, { made }) => sum + made, 0)).toBe(counted.made)
      const given = Object.values(counted.responses).reduce((sum, count) => sum + count, 0)
      const recommended = counted.byKind.find(({ kind }) => kind === 'recommendation')?.made
      expect(given + counted.noResponse).toBe(recommended)
    }),
  )
})

test('a response that never came is late until the committee closed the row, and not for ever', () => {
  const executive = { dueOn: '2017-07-01', respondedOn: undefined }
  const { late } = figures(row({ ...closed, closedOn: '2017-07-11', executive }), row({ executive }))
  expect(late.map(({ daysLate }) => daysLate)).toEqual([67, 10])
})

test('what a paper calls complete without a day is answered, and took no number of days', () => {
  const undated = row({ isAnswered: true, standing: 'for-the-committee', state: 'proposed' })
  const askedNobodySaysWhen = row({ askedOn: undefined, answeredOn: '2017-09-01' })
  expect(figures(undated, askedNobodySaysWhen)).toMatchObject({ answered: 2, medianDays: undefined })
})
