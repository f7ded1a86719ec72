import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { clerksList, wholeList } from '../../src/cards/clerks-view.ts'
import { packCard, wholeAgenda } from '../../src/cards/pack-card-view.ts'
import { wholeChanges } from '../../src/cards/whole-changes-view.ts'
import { words as say } from '../../src/cards/words.en.ts'
import { CHANGE_KINDS } from '../../src/meetings/change-rules.ts'
import { readable } from '../support/shown.ts'
import { allEscaped, expectShowable, long } from '../support/worst-case.ts'
import { clerks, card as plainCard } from './models.ts'

const at = Temporal.Instant.from('2017-09-12T13:05:00Z')

describe('the pack card', () => {
  const model = {
    ...plainCard,
    calendar: 'https://bot.example/calendar/abc.ics',
    countedAs: '0198f0c2-7a10-7000-8000-00000000a001',
    publicAddress: 'https://democracy.example/pack.pdf',
    changes: [
      { kinds: ['room'] as const, at },
      { kinds: ['moved', 'time'] as const, at },
    ],
  }
  const [item] = model.items
  if (!item) throw new Error('no item')

  test('says who leads, links a report of its own, offers the calendar file and says what was changed', () => {
    const led = {
      ...item,
      open: true,
      papers: [],
      lead: 'Jo Smith, Director',
      address: 'https://a.example/5.pdf',
    }
    const shown = packCard({ ...model, items: [led] }, say)
    expectShowable(shown)
    const text = readable(shown)
    expect(text).toContain('· Jo Smith, Director · <https://a.example/5.pdf|report>')
    expect(text).toContain('Changed 14:05 on Tue 12 Sep: room\nChanged 14:05 on Tue 12 Sep: date, time')
    expect(text).toContain('[Add to calendar]')
  })

  test('names the last three changes, counts those before, and has all of them behind a button', () => {
    const changes = Array.from({ length: 5 }, () => ({ kinds: ['room'] as const, at }))
    const text = readable(packCard({ ...model, changes }, say))
    expect(text.match(/Changed 14:05/g)).toHaveLength(3)
    expect(text).toContain('… and 2 earlier changes: press *All changes*.')
    expect(text).toContain('[All changes]')
    expect(readable(packCard({ ...model, changes: changes.slice(0, 3) }, say))).not.toContain('All changes')
  })

  test('has every change on some page of its view, the last first', () => {
    const face = { state: 'scheduled' as const, date: '2017-09-20', startTime: '10:00', venue: 'The hall' }
    const changes = Array.from({ length: 120 }, (_, place) => ({
      number: place + 1,
      kinds: ['room'] as const,
      before: face,
      after: { ...face, venue: long(`Room ${place}.`, 200) },
      reason: long('Because', 500),
      byId: 'p',
      at,
    }))
    const shown: string[] = []
    for (let page = 0; page < 20; page += 1) {
      const view = wholeChanges(
        { meeting: { ...model.meeting, id: model.meetingId }, changes, timeZone: 'Europe/London' },
        page,
        say,
      )
      expectShowable(view)
      const text = readable(view)
      shown.push(...(text.match(/Room \d+\./g) ?? []))
      if (!text.includes('[Earlier changes]')) break
    }
    expect([...new Set(shown)]).toEqual(changes.map((_, place) => `Room ${place}.`).reverse())
  })

  test('says neither of an item that is closed', () => {
    const closed = {
      ...item,
      open: false,
      papers: [],
      lead: 'Jo Smith',
      address: 'https://a.example/secret.pdf',
    }
    const shown = JSON.stringify(packCard({ ...model, items: [closed] }, say))
    expect(shown).not.toContain('Jo Smith')
    expect(shown).not.toContain('secret')
  })

  test.each([
    ['escaped', allEscaped],
    ['every kind of character', (length: number) => long('Item', length)],
  ])('at its worst (%s) is taken by Slack, and pages', (_kind, text) => {
    const items = Array.from({ length: 60 }, () => ({
      ...item,
      open: true,
      title: text(500),
      lead: text(120),
      address: `https://a.example/${'x'.repeat(370)}`,
      papers: [],
    }))
    const changes = Array.from({ length: 20 }, () => ({ kinds: CHANGE_KINDS, at }))
    const worst = { ...model, items, changes, calendar: `https://bot.example/${'x'.repeat(2_900)}` }
    expectShowable(packCard(worst, say))
    expect(readable(packCard(worst, say))).toContain('[Whole agenda]')
    expectShowable(wholeAgenda(worst, say))
  })
})

test('the clerks’ list says how many opened the papers, where that is counted', () => {
  const counted = { ...clerks, openings: { opened: 7, members: 11 } }
  for (const shown of [clerksList(counted, say), wholeList(counted, say)]) {
    expectShowable(shown)
    expect(readable(shown)).toContain('Opened by *7* of 11')
  }
  expect(readable(clerksList(clerks, say))).not.toContain('Opened by')
})
