import { describe, expect, test } from 'vitest'
import { clerksList, wholeList } from '../../src/cards/clerks-view.ts'
import { memberMessage } from '../../src/cards/member-view.ts'
import { packCard, wholeAgenda } from '../../src/cards/pack-card-view.ts'
import { words } from '../../src/cards/words.en.ts'
import { escapeMrkdwn } from '../../src/slack/mrkdwn.ts'
import { readable, textsOf } from '../support/shown.ts'
import { allEscaped, CONTROL, expectShowable, longCommittee } from '../support/worst-case.ts'
import { card, clerks, member, worstCard, worstClerks, worstMember } from './models.ts'

const said = (shown: unknown) => textsOf(shown).join('\n')

describe('the pack card', () => {
  test('says when, where, what and where to read it', () => {
    expect(readable(packCard(card, words))).toMatchInlineSnapshot(`
      "Wellbeing Scrutiny Committee
      *Wednesday 20 September 2017, 10 am* · Committee Room 2
      ----
      *Agenda*
      1. Apologies
      2. Minutes _(pages 1–6)_
      3. An item that is not open to the public
      Any other business _(page 10)_
      Open to inspection since Tuesday 12 September 2017
      Papers published at 14:05 on Tuesday 12 September 2017
      Questions about the meeting: Ines Penhaligon, Greta Mossop
      [Open the papers] [Send apologies]"
    `)
  })

  test('of a cancelled meeting says so, and takes no apologies', () => {
    expect(
      readable(packCard({ ...card, state: 'cancelled', items: [], clerks: [] }, words)),
    ).toMatchInlineSnapshot(`
      "Wellbeing Scrutiny Committee
      *Wednesday 20 September 2017, 10 am* · Committee Room 2
      :no_entry_sign: *This meeting is cancelled.*
      ----
      Open to inspection since Tuesday 12 September 2017
      Papers published at 14:05 on Tuesday 12 September 2017
      [Open the papers]"
    `)
  })

  test('shows nothing of an item that is closed to the public', () => {
    const shown = packCard(card, words)
    expect(JSON.stringify(shown)).not.toContain('secret')
    expect(JSON.stringify(wholeAgenda(card, words))).not.toContain('secret')
  })

  test('without an address has no button to open it', () => {
    expect(readable(packCard({ ...card, publicAddress: '' }, words))).not.toContain('[Open the papers]')
  })

  test('of the longest agenda is taken by Slack, and says how the agenda goes on', () => {
    const shown = packCard(worstCard, words)
    expectShowable(shown)
    const items = worstCard.items.filter((item) => said(shown).includes(escapeMrkdwn(item.title)))
    expect(items.length).toBeGreaterThan(3)
    expect(said(shown)).toContain(`… and ${60 - items.length} more items: press *Whole agenda*.`)
    expect(readable(shown)).toContain('[Whole agenda]')
  })

  test('has its whole agenda in a view: all sixty titles of five hundred characters, uncut', () => {
    const shown = wholeAgenda(worstCard, words)
    expectShowable(shown)
    for (const item of worstCard.items) expect(said(shown)).toContain(escapeMrkdwn(item.title))
  })

  test('holds titles that are five times as long when escaped', () => {
    const items = worstCard.items.map((item) => ({ ...item, title: allEscaped(500) }))
    expectShowable(packCard({ ...worstCard, items }, words))
    const whole = wholeAgenda({ ...worstCard, items }, words)
    expectShowable(whole)
    expect(said(whole).split(escapeMrkdwn(allEscaped(500)))).toHaveLength(61)
  })

  test('of an ordinary long agenda holds all of it', () => {
    const items = worstCard.items.map((item, place) => ({
      ...item,
      number: `${place + 1}`,
      title: `Report of the Director of Wellbeing on matter ${place + 1}, with appendices`,
      toFollow: false,
      papers: [],
    }))
    const shown = packCard({ ...card, items }, words)
    expectShowable(shown)
    for (const item of items) expect(said(shown)).toContain(item.title)
    expect(readable(shown)).not.toContain('[Whole agenda]')
  })

  test('names a committee in full, however long its name', () => {
    for (const shown of [packCard(worstCard, words), memberMessage(worstMember, words)])
      expect(said(shown)).toContain(escapeMrkdwn(longCommittee))
  })
})

describe('a member’s message', () => {
  const at = worstMember.at
  test.each([
    ['asks', member],
    ['says that they are coming', { ...member, state: 'coming', at }],
    [
      'says that they sent apologies, recorded by the clerk',
      { ...member, state: 'absent', at, relayedBy: 'Ines Penhaligon' },
    ],
    ['says that they will be late', { ...member, state: 'late', at }],
    ['says that they will leave early', { ...member, state: 'leavingEarly', at }],
    ['of a meeting that is over keeps what they said', { ...member, phase: 'over', state: 'absent', at }],
    ['of a meeting that is over points to the clerk', { ...member, phase: 'over' }],
    [
      'of a postponed meeting says that a new date will be sent',
      { ...member, phase: 'postponed', state: 'coming', at },
    ],
    ['of a cancelled meeting says so', { ...member, phase: 'cancelled', state: 'coming', at }],
  ] as const)('%s', (_what, model) => {
    expect(readable(memberMessage(model, words))).toMatchSnapshot()
  })

  test('is taken by Slack at its worst, in every state', () => {
    for (const phase of ['ahead', 'over', 'cancelled', 'postponed'] as const)
      for (const state of ['unanswered', 'coming', 'absent', 'late', 'leavingEarly'] as const) {
        expectShowable(memberMessage({ ...worstMember, phase, state }, words))
        expectShowable(memberMessage({ ...worstMember, phase, state, publicAddress: longAddress }, words))
      }
  })
})

describe('the clerks’ list', () => {
  test('says who, when and by which way, and that there is a reason, but not which', () => {
    expect(readable(clerksList(clerks, words))).toMatchInlineSnapshot(`
      "Who is coming
      *Wellbeing Scrutiny Committee, Wednesday 20 September 2017, 10 am* · card in <#C0WELLBEING>
      Coming: *2* · Apologies: *2* · No answer yet: *1* · Members: *5*
      *Apologies*
      • Councillor Hamish Ferncastle, 14:05 on Tue 12 Sep, by button :lock: reason given
      • Mrs Winifred Oakapple, 14:05 on Tue 12 Sep, relayed by Ines Penhaligon, by telephone
      *Coming late or leaving early*
      • Councillor Priya Ravensworth – will be late, 14:05 on Tue 12 Sep, by button
      *Coming*
      • Councillor Ottilie Brandreth, 14:05 on Tue 12 Sep, by /apologies
      *No answer yet*
      Councillor Rory Winterbourne
      :envelope: *Not on Slack, so please tell them by e-mail*
      Mrs Winifred Oakapple
      [Answer for a member] [Substitutes] [Private reasons] [Text for an e-mail] [Change the meeting] [Reports for this meeting]"
    `)
  })

  test('before any answer has nobody in it but those who have not answered', () => {
    const answers = clerks.answers.slice(4)
    expect(
      readable(clerksList({ ...clerks, answers, members: 1, withoutSlack: [] }, words)),
    ).toMatchInlineSnapshot(`
      "Who is coming
      *Wellbeing Scrutiny Committee, Wednesday 20 September 2017, 10 am* · card in <#C0WELLBEING>
      Coming: *0* · Apologies: *0* · No answer yet: *1* · Members: *1*
      *Apologies*
      nobody
      *Coming*
      nobody
      *No answer yet*
      Councillor Rory Winterbourne
      [Answer for a member] [Change the meeting] [Reports for this meeting]"
    `)
  })

  test('of eighty members at their longest is taken by Slack, and says how it goes on', () => {
    const shown = clerksList(worstClerks, words)
    expectShowable(shown)
    expect(readable(shown)).toContain('[Whole list]')
    expect(said(shown)).toContain('The list goes on')
  })

  test('has the whole of it in a view: every answer, note and name', () => {
    const shown = wholeList(worstClerks, words)
    expectShowable(shown)
    for (const { name, state, relayedBy } of worstClerks.answers) {
      expect(spoken(shown)).toContain(spoken(name))
      if (state !== 'unanswered') expect(spoken(shown)).toContain(spoken(relayedBy ?? ''))
    }
    expect(said(shown).split(escapeMrkdwn(CONTROL)).length).toBeGreaterThan(64)
  })

  test('of eighty ordinary members holds all of them', () => {
    const answers = worstClerks.answers.map((answer, place) => ({
      ...answer,
      name: `Councillor Hamish Ferncastle ${place}`,
      relayedBy: undefined,
      relayedNote: '',
      way: 'button' as const,
    }))
    const shown = clerksList({ ...clerks, answers, members: 80, withoutSlack: [] }, words)
    expectShowable(shown)
    for (const { name } of answers) expect(said(shown)).toContain(name)
    expect(readable(shown)).not.toContain('[Whole list]')
  })
})

/** The words alone: a list of names may go on in the next block. */
function spoken(shown: unknown): string {
  const text = typeof shown === 'string' ? escapeMrkdwn(shown) : said(shown)
  return text.replaceAll(/\s+/g, ' ')
}

const longAddress = `https://democracy.underfell.example/${'&'.repeat(2_900)}`
