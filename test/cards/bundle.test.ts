import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { type BundlePart, bundleMessage } from '../../src/cards/bundle-view.ts'
import { words as say } from '../../src/cards/bundle-words.en.ts'
import { fitsMessage } from '../../src/cards/whole.ts'
import { interestsPart } from '../../src/interests/member-part.ts'
import { words as interestWords } from '../../src/interests/words.en.ts'
import { fittingReports } from '../../src/meetings/duty-views.ts'
import { words as reportWords } from '../../src/meetings/report-words.en.ts'
import { actions, button, context, section } from '../../src/slack/blocks.ts'
import { ids } from '../../src/slack/ids.ts'
import { readable } from '../support/shown.ts'
import { allEscaped, expectShowable, long, longCommittee } from '../support/worst-case.ts'

const timeZone = 'Europe/London'
const meetingId = (place: number) => `0198a000-0000-7000-8000-${String(place).padStart(12, '0')}`
const meeting = (place: number, committeeName: string) => ({
  committeeName,
  date: Temporal.PlainDate.from('2017-09-20').add({ days: place }).toString(),
  startTime: '10:00',
})

interface Names {
  readonly committee: string
  readonly title: (place: number) => string
}

const usual: Names = { committee: 'Wellbeing Scrutiny Committee', title: (place) => `Report ${place}` }
const longest: Names = { committee: longCommittee, title: (place) => long(`Report ${place}`, 300) }
const escaped: Names = { committee: allEscaped(200), title: () => allEscaped(300) }

const asked = Temporal.Instant.from('2017-09-08T09:00:00Z')
const day = Temporal.PlainDate.from('2017-09-11')
const duty = {
  step: 'draft' as const,
  personId: 'p',
  name: 'Somebody',
  inSlack: true,
  state: 'overdue' as const,
  dueOn: day.toString(),
  byHand: false,
  due: { day, meeting: Temporal.PlainDate.from('2017-09-20'), lead: 7, leftOut: [], covered: true },
  doneAt: undefined,
  relayedBy: undefined,
}

/** As bundle-parts.ts makes them, of every kind, each whole. */
function partsOf(place: number, { committee, title }: Names, reports: number): BundlePart[] {
  const heading = section(say.meeting(meeting(place, committee)))
  const group = `meeting ${meetingId(place)}`
  const whole = (blocks: ReturnType<BundlePart['build']>): BundlePart => ({
    isOpen: true,
    group,
    heading,
    build: (fits) => (fits(blocks) ? blocks : []),
  })
  const items = Array.from({ length: 60 }, (_, item) => ({
    id: meetingId(item),
    number: String(item),
    title: title(item),
    position: item + 1,
    closed: undefined,
  }))
  const interests = { toAsk: items, isFirst: false, notices: 3, mark: 'mark' }
  const of = { meetingId: meetingId(place), day: '2017-09-20' }
  return [
    whole([
      section(say.attendance()),
      actions(button({ id: ids.apologies.coming, text: 'I’ll be there', value: meetingId(place) })),
    ]),
    whole(interestsPart(interests, of, interestWords)),
    {
      isOpen: true,
      group: `reports ${meetingId(place)}`,
      heading: section(say.reportsFor(meeting(place, committee))),
      build: (fits) =>
        fittingReports(
          Array.from({ length: reports }, (_, report) => ({
            title: title(report),
            duties: [
              {
                ...duty,
                id: meetingId(report),
                late: { reason: title(report).slice(0, 200), expectedOn: '2017-09-14', at: asked },
              },
            ],
          })),
          { timeZone, isDue: true },
          reportWords,
          fits,
          (own, left) => (own.length === 0 || left === 0 ? own : [...own, context(say.moreReports(left))]),
        ),
    },
    whole([section(say.toDraft()), actions(button({ id: ids.minutes.open, text: say.minutes, value: 'm' }))]),
  ]
}

describe('a day’s reminders', () => {
  test.each([
    ['usual names', usual],
    ['the longest names', longest],
    ['names that are escaped throughout', escaped],
  ])(
    'of somebody with 40 meetings, with %s, stay within Slack’s limits and count what is not shown',
    (_, names) => {
      for (const reports of [1, 30]) {
        const parts = Array.from({ length: 40 }, (_none, place) => partsOf(place, names, reports)).flat()
        const { text, blocks } = bundleMessage({ parts, wantsFewer: false, day: '2017-09-13' }, say)
        expectShowable({ text, blocks: [...blocks] })
        expect(fitsMessage(blocks)).toBe(true)
        const said = readable({ blocks })
        const headed = count(said, 'For ')
        const answers = count(said, '[Another day…]')
        const hidden = [...said.matchAll(/\*(\d+) more reports?\* of this meeting/g)].map(([, more]) =>
          Number(more),
        )
        expect(answers + hidden.reduce((sum, more) => sum + more, 0)).toBe(headed * reports)
        const shown =
          count(said, 'Will you be there?') +
          count(said, '[Open the minutes]') +
          count(said, `[${interestWords.message.nothingMore}]`) +
          headed
        const [, left = '0'] = /\*(\d+) more things are due\*/.exec(said) ?? []
        expect(shown).toBeGreaterThan(0)
        expect(Number(left) + shown).toBe(parts.length)
        expect(said).toContain('[Fewer reminders]')
      }
    },
  )

  test('that have room for all of it say of nothing that it is left out', () => {
    const parts = partsOf(1, usual, 2)
    const said = readable({
      blocks: bundleMessage({ parts, wantsFewer: false, day: '2017-09-13' }, say).blocks,
    })
    expect(said).not.toMatch(/more (thing|report)/)
  })
})

function count(text: string, part: string): number {
  return text.split(part).length - 1
}
