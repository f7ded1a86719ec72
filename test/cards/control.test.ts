import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { ControlModel } from '../../src/cards/control-model.ts'
import { controlMessageOf, moreView, wholeControl } from '../../src/cards/control-view.ts'
import { controlWords } from '../../src/cards/control-words.en.ts'
import type { Business } from '../../src/sitting/at-hand.ts'
import { businessWords } from '../../src/sitting/business-words.en.ts'
import { button } from '../../src/slack/blocks.ts'
import { ids } from '../../src/slack/ids.ts'
import { mrkdwn } from '../../src/slack/mrkdwn.ts'
import { partsOf, readable, textsOf } from '../support/shown.ts'
import { expectShowable, longPerson } from '../support/worst-case.ts'

const at = (time: string) => Temporal.Instant.from(`2017-09-20T${time}:00Z`)

const item: Business = {
  recordId: '0198a000-0000-7000-8000-000000000005',
  itemId: '0198a000-0000-7000-8000-000000000006',
  number: '5',
  title: 'Fracture clinics & more',
  isClosed: false,
  state: 'current',
  taken: 2,
  position: 5,
  startedAt: at('09:10'),
  endedAt: undefined,
  presenters: [],
  presented: '',
  passage: '',
  summary: '',
  minuteNumber: undefined,
  version: 1,
}

const rule = {
  least: 4,
  fraction: undefined,
  base: 'wholeMembership' as const,
  rounding: 'up' as const,
  waitMinutes: 15,
}

const control: ControlModel = {
  meeting: {
    id: '0198a000-0000-7000-8000-000000000001',
    committeeId: '0198a000-0000-7000-8000-000000000002',
    committeeName: 'Wellbeing Scrutiny Committee',
    channelId: 'C1',
    clerksChannelId: 'G1',
    quorum: 4,
    date: '2017-09-20',
    startTime: '10:00',
    timeZone: 'Europe/London',
    startsAt: at('09:00'),
    endsAt: at('11:00'),
    venue: 'Committee Room 2',
    state: 'scheduled',
    convenedOn: undefined,
    answersSince: undefined,
    version: 1,
  },
  state: 'open',
  began: '10.03 am',
  ended: undefined,
  presiding: 'Councillor Ottilie Brandreth',
  quorum: {
    quorum: { number: 4, rule, seats: 10, share: undefined },
    needed: 4,
    state: 'met',
    there: 5,
    notCounted: [],
    spare: 1,
    since: at('09:10'),
    waitsUntil: at('09:10'),
  },
  there: ['Councillor Ottilie Brandreth', 'Councillor Hamish Ferncastle'],
  left: ['Councillor Priya Ravensworth at 10.40 am'],
  away: ['Councillor Yusuf Thistlewood (apologies)'],
  also: ['Craig McArdle (Director)'],
  current: item,
  next: { ...item, recordId: '0198a000-0000-7000-8000-000000000007', number: '6', title: 'Work programme' },
  taken: 2,
  items: 9,
  parts: [{ lines: [mrkdwn`:memo: A line of another room.`], buttons: [], more: [] }],
}

const lost: ControlModel['quorum'] = control.quorum && {
  ...control.quorum,
  state: 'lost',
  there: 3,
  spare: 0,
  notCounted: ['x'],
  waitsUntil: at('09:25'),
}

describe('the clerk’s control', () => {
  test('says who presides, the quorum, the item, and offers the common acts', () => {
    expect(readable(controlMessageOf(control))).toMatchInlineSnapshot(`
      "Wellbeing Scrutiny Committee
      *Wednesday 20 September 2017, 10 am* · *The meeting sits*, began at 10.03 am
      *In the chair:* Councillor Ottilie Brandreth
      *Quorum:* 5 in the room, 4 needed (the number that standing orders set).
      *5. Fracture clinics &amp; more*
      2 of 9 items taken
      :memo: A line of another room.
      _Next: 6. Work programme_
      *Roll*
      In the room (2): Councillor Ottilie Brandreth, Councillor Hamish Ferncastle
      Left: Councillor Priya Ravensworth at 10.40 am
      Not there: Councillor Yusuf Thistlewood (apologies)
      Also in attendance: Craig McArdle (Director)
      [Next item]
      [Roll] [Chair] [Items] [More]"
    `)
  })

  test('of a quorum that is lost says until when it is waited, with the working', () => {
    expect(readable(controlMessageOf({ ...control, quorum: lost }))).toContain(
      'Standing orders wait 15 minutes from 10.10 am, until 10.25 am',
    )
  })

  test('of closed business says the lawful words alone', () => {
    const secret = { ...item, isClosed: true, title: 'A secret contract' }
    const model = { ...control, current: secret, next: { ...secret, recordId: 'x' } }
    for (const shown of [controlMessageOf(model), wholeControl(model), moreView(model)])
      expect(JSON.stringify(shown)).not.toContain('secret')
    expect(readable(controlMessageOf(model))).toContain('5. An item that is not open to the public')
  })

  test('of a meeting that is over offers to reopen it, and writes up', () => {
    const over = { ...control, state: 'closed' as const, ended: '12.10 pm', quorum: undefined }
    const said = readable(controlMessageOf(over))
    expect(said).toContain('*Writing up:* 5. Fracture clinics')
    expect(said).toContain('[Reopen…] [Roll] [Items] [More]')
    expect(said).not.toContain(businessWords.next)
  })

  test('has one button that stands out: what an item waits for, else going on to the next', () => {
    const primary = (model: ControlModel) =>
      partsOf(controlMessageOf(model)).flatMap((part) =>
        part['style'] === 'primary' ? [part['action_id']] : [],
      )
    const agreed = button({ id: ids.votes.agreed, text: 'Agreed', value: 'x', style: 'primary' })
    expect(primary(control)).toEqual([ids.sitting.next])
    expect(primary({ ...control, parts: [{ lines: [], buttons: [agreed], more: [] }] })).toEqual([
      ids.votes.agreed,
    ])
  })

  test('carries in its button what was under consideration', () => {
    const next = partsOf(controlMessageOf(control)).find((part) => part['action_id'] === ids.sitting.next)
    expect(next?.['value']).toBe(`${control.meeting.id}/${control.next?.recordId}/${item.recordId}`)
  })

  test('with 80 members and everything else at its longest fits Slack, and the whole of it stands behind a button', () => {
    const names = Array.from({ length: 80 }, (_, place) => longPerson(place))
    const worst: ControlModel = {
      ...control,
      quorum: lost,
      there: names,
      left: names,
      away: names,
      also: names,
      current: { ...item, title: 'x & <y> '.repeat(400) },
      parts: [
        {
          lines: Array.from({ length: 60 }, (_, line) => mrkdwn`${line} ${'A line. '.repeat(40)}`),
          buttons: [],
          more: Array.from({ length: 30 }, (_, entry) => ({
            id: `x.${entry}`,
            text: `Entry ${entry}`,
            value: 'v',
          })),
        },
      ],
    }
    const shown = controlMessageOf(worst)
    expectShowable(shown)
    expect(textsOf(shown.blocks)).toContain(controlWords.everything)
    for (const view of [wholeControl(worst), moreView(worst)]) expectShowable(view)
  })
})
