import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { APOLOGY_KINDS } from '../../src/apologies/rules.ts'
import {
  type ApologiesForm,
  apologiesModal,
  REASON_LIMIT,
  reasonsView,
  receiptView,
  recordedView,
  refusalView,
  relayModal,
  withdrawnView,
} from '../../src/apologies/views.ts'
import { words } from '../../src/apologies/words.en.ts'
import { escapeMrkdwn } from '../../src/slack/mrkdwn.ts'
import { readable, textsOf, untouched } from '../support/shown.ts'
import { allEscaped, expectShowable, long, longCommittee, longPerson } from '../support/worst-case.ts'

const meeting = { committeeName: 'Wellbeing Scrutiny Committee', date: '2017-09-20', startTime: '10:00' }
const worstMeeting = { ...meeting, committeeName: longCommittee }
const at = Temporal.Instant.from('2017-09-12T13:05:00Z')
const people = (many: number) => Array.from({ length: many }, (_, place) => longPerson(place))
const choices = (many: number) => people(many).map((text, place) => ({ value: `id-${place}`, text }))

const form: ApologiesForm = {
  metadata: '{"id":"m1","version":1,"way":"command"}',
  meetings: [{ value: 'm1', text: 'Wed 20 Sep, 10 am – Wellbeing Scrutiny Committee' }],
  meetingId: 'm1',
  sent: undefined,
  timeZone: 'Europe/London',
}

describe('the form for apologies', () => {
  test('asks for the meeting, what the clerk should know, and an optional reason', () => {
    expect(readable(apologiesModal(form, words))).toMatchInlineSnapshot(`
      "# Apologies
      Meeting: [Wed 20 Sep, 10 am – Wellbeing Scrutiny Committee of Wed 20 Sep, 10 am – Wellbeing Scrutiny Committee]
      What should the clerk know?: [I cannot come of I cannot come | I will come late | I will leave early]
      Reason: []
      What the minutes may say of the reason: [Nothing of Nothing | Other council business | Illness | Family reasons | Work | Holiday]"
    `)
  })

  test('shows what was sent before, and lets it be withdrawn', () => {
    expect(readable(apologiesModal({ ...form, sent: { kind: 'late', at } }, words))).toMatchInlineSnapshot(`
      "# Apologies
      Meeting: [Wed 20 Sep, 10 am – Wellbeing Scrutiny Committee of Wed 20 Sep, 10 am – Wellbeing Scrutiny Committee]
      You sent apologies at 14:05 on Tue 12 Sep: you will come late. Sending again replaces them.
      [Withdraw my apologies]
      ----
      What should the clerk know?: [I will come late of I cannot come | I will come late | I will leave early]
      Reason: []
      What the minutes may say of the reason: [Nothing of Nothing | Other council business | Illness | Family reasons | Work | Holiday]"
    `)
  })

  test('is taken by Slack with a hundred meetings of long-named committees, and with more', () => {
    for (const many of [100, 101, 250]) {
      const meetings = choices(many)
      const shown = apologiesModal(
        { ...form, meetings, meetingId: `id-${many - 1}`, sent: { kind: 'late', at } },
        words,
      )
      expectShowable(shown)
      expect(new Set(JSON.stringify(shown).match(/"value":"id-\d+"/g)).size).toBe(many)
    }
  })

  test('never gives a reason back that was typed before', () => {
    const typed = JSON.stringify(untouched(apologiesModal({ ...form, sent: { kind: 'absent', at } }, words)))
    expect(typed).toContain('"type":"plain_text_input","value":null')
  })
})

describe('the receipts', () => {
  test.each(APOLOGY_KINDS)(
    'for "%s" say what was recorded, who was told and until when it can be undone',
    (kind) => {
      const clerks = ['Ines Penhaligon', 'Greta Mossop']
      const shown = receiptView({ meeting, kind, reasonGiven: true, clerks }, words)
      expect(readable(shown)).toMatchSnapshot()
      const worst = { meeting: worstMeeting, kind, reasonGiven: true, clerks: people(80) }
      expectShowable(receiptView(worst, words))
      expectShowable(receiptView({ ...worst, clerks: [] }, words))
    },
  )

  test('for a withdrawal and a relayed answer name the meeting', () => {
    expect(readable(withdrawnView(meeting, words))).toContain('Wednesday 20 September 2017, 10 am')
    expectShowable(withdrawnView(worstMeeting, words))
    expectShowable(
      recordedView({ name: longPerson(1), answer: 'Will be there', meeting: worstMeeting }, words),
    )
  })

  test('every refusal is taken by Slack, with eighty clerks to ask', () => {
    const { refusals, none } = words
    for (const why of [
      refusals.notAMember(longCommittee, people(80)),
      refusals.notAMember(longCommittee, []),
      refusals.cancelled(longCommittee),
      refusals.over(longCommittee, people(80)),
      refusals.gone(),
      refusals.notAClerk(),
      refusals.nothingToWithdraw(longCommittee),
      refusals.nothingToWithdrawFor(longCommittee),
      none.meetings(),
      none.notAMember(people(80)),
      none.clerk(),
    ])
      expectShowable(refusalView(why, words))
  })
})

describe('the clerk’s form to answer for a member', () => {
  test('asks who, what and how the clerk was told', () => {
    const members = [{ value: 'p1', text: 'Mrs Winifred Oakapple' }]
    expect(readable(relayModal({ metadata: '{}', meeting, members }, words))).toMatchInlineSnapshot(`
      "# Answer for a member
      Wellbeing Scrutiny Committee, Wednesday 20 September 2017, 10 am
      The list shows that you recorded it, and how you were told.
      Member: [Mrs Winifred Oakapple]
      Answer: [Will be there | Sends apologies: cannot come | Will come late | Will leave early | Withdraws their apologies]
      How were you told?: []
      Reason: []"
    `)
  })

  test('is taken by Slack with eighty members, and with more than one list holds', () => {
    for (const many of [80, 100, 130])
      expectShowable(relayModal({ metadata: '{}', meeting: worstMeeting, members: choices(many) }, words))
  })
})

describe('the private reasons', () => {
  test('stand with their members’ names, for clerks only', () => {
    const reasons = [{ memberName: 'Hamish Ferncastle', reason: 'a hospital appointment' }]
    expect(textsOf(reasonsView(reasons, words).blocks)).toEqual([
      words.reasons.intro().text,
      '*Hamish Ferncastle*',
      'a hospital appointment',
    ])
  })

  test('of eighty members at their longest are all there, uncut, and call nobody', () => {
    for (const reason of [long('Because', REASON_LIMIT), allEscaped(REASON_LIMIT)]) {
      const reasons = people(80).map((memberName) => ({ memberName, reason }))
      const shown = reasonsView(reasons, words)
      expectShowable(shown)
      expect(textsOf(shown).filter((text) => text === reason)).toHaveLength(80)
      for (const { memberName } of reasons) expect(textsOf(shown)).toContain(`*${escapeMrkdwn(memberName)}*`)
    }
  })

  test('that nobody gave are said to be none', () => {
    expect(readable(reasonsView([], words))).toContain('Nobody has given a reason.')
    expectShowable(reasonsView([], words))
  })
})
