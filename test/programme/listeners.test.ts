import { describe, expect, test } from 'vitest'
import { callInsOf } from '../../src/programme/call-ins.ts'
import { enterCallIn } from '../../src/programme/enter-call-in.ts'
import { ids } from '../../src/slack/ids.ts'
import { embeddedDatabase, useDatabase } from '../support/databases.ts'
import { atDesk } from './programme-desk.ts'
import { programme } from './programme-stage.ts'

const database = useDatabase(embeddedDatabase)
const { programme: p, callIn: c } = ids
const { field: f } = p

describe('/programme', () => {
  test('shows everybody what is on, and each the buttons that are theirs', async () => {
    const it = await programme(database())
    await it.add({ title: 'Bus services' }, { to: 'meeting', meetingId: it.meetingId })
    await it.add({ title: 'Carers' })
    await it.add({ title: 'Primary care', kind: 'review', scope: 'Access' })
    const seen = async (who: typeof it.clerk) => (await atDesk(it.council, who)).command('')
    const [clerk, member, officer] = [await seen(it.clerk), await seen(it.member), await seen(it.outsider)]
    for (const told of [clerk, member, officer]) {
      expect(told).toMatch(
        /Wednesday 20 September 2017\*[\s\S]*Bus services[\s\S]*Items to be scheduled[\s\S]*Carers/,
      )
      expect(told).toMatch(/Select committee reviews[\s\S]*Primary care/)
      expect(told).toContain('Print…')
    }
    expect(clerk).toContain('Settings…')
    expect(member).toContain('Propose…')
    expect(member).not.toContain('Add…')
    expect(officer).not.toContain('Propose…')
  })

  test('says what it takes, and what it does not know', async () => {
    const it = await programme(database())
    const desk = await atDesk(it.council, it.member)
    expect(await desk.command('help')).toContain('/programme callin')
    expect(await desk.command('nonsense')).toContain('I do not know “nonsense”')
  })

  test('takes a member’s proposal from the form to the Chair’s decision', async () => {
    const it = await programme(database())
    const member = await atDesk(it.council, it.member)
    expect(await member.command('propose')).toContain('Does it concern the public')
    const given = {
      [f.title]: 'Winter pressures',
      [f.reason]: 'Beds were short',
      [f.met]: ['public', 'ability', 'performance', 'extent', 'only'],
    }
    const receipt = await member.submit(p.proposeForm, it.committee.id, given)
    expect(receipt).toContain('it is decided by Wednesday 13 September 2017')
    expect(receipt).toContain('5 working days after Wednesday 6 September 2017, which does not count')
    const entry = await it.entry()
    expect(entry.scoreText).toBe('5 (High)')

    const chair = await atDesk(it.council, it.chair)
    expect(await chair.press(p.decide, `${entry.id}/${entry.version}`)).toContain('By which right?')
    const metadata = JSON.stringify({ entryId: entry.id, version: entry.version })
    const declined = { [f.decision]: 'declined', [f.why]: '', [f.by]: 'Meeting of 20 September' }
    expect(await chair.submit(p.decideForm, metadata, declined)).toBe(JSON.stringify({ [f.why]: 'Say why.' }))
    const withoutRight = { [f.decision]: 'accepted', [f.authority]: 'delegated', [f.by]: 'Urgent' }
    expect(await chair.submit(p.decideForm, metadata, withoutRight)).toContain('let nobody vary')
    const accepted = {
      [f.decision]: 'accepted',
      [f.by]: 'Meeting of 20 September',
      [f.place]: `meeting/${it.laterId}`,
    }
    const shown = await chair.submit(p.decideForm, metadata, accepted)
    expect(shown).toContain('Down for the meeting of Wednesday 11 October 2017')
    expect(shown).toContain('Meeting of 20 September')
  })

  test('has a clerk name whose proposal it is, and says at the field what is missing', async () => {
    const it = await programme(database())
    const clerk = await atDesk(it.council, it.clerk)
    expect(await clerk.command('propose')).toContain('Who proposes it?')
    const given = { [f.proposer]: it.member.id, [f.title]: 'Carers', [f.reason]: '' }
    expect(await clerk.submit(p.proposeForm, it.committee.id, given)).toBe(
      JSON.stringify({ [f.reason]: 'Say why.' }),
    )
    const receipt = await clerk.submit(p.proposeForm, it.committee.id, { ...given, [f.reason]: 'Asked for' })
    expect(receipt).toContain(`is proposed for Councillor ${it.member.name}, entered by you`)
  })

  test('says where a committee has nobody whose proposal a clerk could enter', async () => {
    const it = await programme(database())
    await it.prisma.seatOccupancy.updateMany({
      where: { councilId: it.id, seat: { committeeId: it.committee.id } },
      data: { until: new Date('2017-09-01') },
    })
    const clerk = await atDesk(it.council, it.clerk)
    expect(await clerk.command('propose')).toContain('has no members now')
  })

  test('scores by points where the committee does, on every line or on none', async () => {
    const it = await programme(database())
    await it.set({ scoring: 'pick' })
    const clerk = await atDesk(it.council, it.clerk)
    const given = { [f.title]: 'Carers', [f.by]: 'minute 3', [f.place]: 'unscheduled' }
    const half = { ...given, [`${f.score}/public`]: '3' }
    expect(await clerk.submit(p.addForm, it.committee.id, half)).toContain('on every line, or on none')
    const whole = {
      ...half,
      [`${f.score}/impact`]: '3',
      [`${f.score}/performance`]: '2',
      [`${f.score}/context`]: '2',
    }
    expect(await clerk.submit(p.addForm, it.committee.id, whole)).toContain('10 (High)')
  })

  test('keeps the settings of a committee, and says which one is wrong', async () => {
    const it = await programme(database())
    const clerk = await atDesk(it.council, it.clerk)
    const given = {
      [f.days]: '7',
      [f.scoring]: 'topic',
      [f.variedBy]: 'the clerk',
      [f.requesters]: '5',
      [f.window]: '5',
      [f.meetWithin]: '10',
      [f.grounds]: 'Not proportionate\n\nNot lawful\nNot lawful',
    }
    for (const wrong of ['0', '61', 'five', ''])
      expect(await clerk.submit(p.settingsForm, it.committee.id, { ...given, [f.days]: wrong })).toContain(
        'A whole number from 1 to 60',
      )
    const long = { ...given, [f.grounds]: 'x'.repeat(76) }
    expect(await clerk.submit(p.settingsForm, it.committee.id, long)).toContain('at most 75 characters')
    expect(await clerk.submit(p.settingsForm, it.committee.id, given)).toContain('Saved')
    const [row] = await it.prisma.trackerSettings.findMany({ where: { councilId: it.id } })
    expect(row).toMatchObject({
      proposalDays: 7,
      scoring: 'topic',
      variedBy: 'the clerk',
      callInGrounds: ['Not proportionate', 'Not lawful'],
      // The tracker's own stay as they were.
      headAfter: 10,
      profile: 'plain',
    })
  })
})

describe('/programme callin', () => {
  test('takes a decision from the clerk’s form through the councillors’ requests to its outcome', async () => {
    const it = await programme(database())
    await it.set({ callInRequesters: 2, callInGrounds: ['Not proportionate'] })
    const clerk = await atDesk(it.council, it.clerk)
    const member = await atDesk(it.council, it.member)
    const entering = {
      [c.field.title]: 'Closing the day centre',
      [c.field.decidedBy]: 'Cabinet',
      [c.field.publishedOn]: '2017-09-05',
    }
    const ahead = { ...entering, [c.field.publishedOn]: '2017-09-07' }
    expect(await clerk.submit(c.enterForm, it.committee.id, ahead)).toContain('That day has not come')
    const receipt = await clerk.submit(c.enterForm, it.committee.id, entering)
    expect(receipt).toContain('until the end of Tuesday 12 September 2017')

    const [callIn] = await callInsOf(it.house)
    const id = callIn?.id ?? ''
    expect(await member.command('callin')).toContain('Closing the day centre')
    expect(await member.press(c.ask, `${id}/1`)).toContain('Not proportionate')
    const ask = JSON.stringify({ callInId: id, version: 1, relayed: false })
    expect(await member.submit(c.askForm, ask, {})).toContain('Choose at least one ground')
    const grounds = { [c.field.grounds]: ['Not proportionate'] }
    expect(await member.submit(c.askForm, ask, grounds)).toContain('1 of 2')

    const relay = JSON.stringify({ callInId: id, version: 1, relayed: true })
    const forAnother = {
      ...grounds,
      [c.field.person]: it.second.member.id,
      [c.field.on]: '2017-09-06',
    }
    expect(await clerk.submit(c.askForm, relay, { ...forAnother, [c.field.person]: '' })).toContain(
      'Choose a councillor',
    )
    const substitute = { ...forAnother, [c.field.person]: it.substitutes[0].id }
    expect(await clerk.submit(c.askForm, relay, substitute)).toContain('A named substitute')
    // Who sends a paper is often who is not on Slack.
    await it.prisma.person.update({ where: { id: it.second.member.id }, data: { slackUserId: null } })
    expect(await clerk.press(c.relay, `${id}/1`)).toContain(it.second.member.name)
    expect(await clerk.submit(c.askForm, relay, forAnother)).toContain('is called in')

    const called = JSON.stringify({ callInId: id, version: 2 })
    const scheduled = await clerk.submit(c.scheduleForm, called, { [c.field.meeting]: it.meetingId })
    expect(scheduled).toContain('It is heard on Wednesday 20 September 2017')
    const hearing = {
      [c.field.outcome]: 'referredBack',
      [c.field.why]: 'Consult first',
      [c.field.minute]: '34',
    }
    const heard = await clerk.submit(c.hearForm, JSON.stringify({ callInId: id, version: 3 }), hearing)
    expect(heard).toContain('Referred back to who decided, to think again (minute 34). Consult first')
  })

  test('is open to the committee that is asked for, and says where nothing was entered', async () => {
    const it = await programme(database())
    const member = await atDesk(it.council, it.member)
    expect(await member.command('callin')).toContain('No decision has been entered')
    await enterCallIn(it.house, {
      by: it.second.clerk.id,
      committeeId: it.second.committee.id,
      title: 'A road',
      reference: '',
      decidedBy: 'Cabinet',
      publishedOn: '2017-09-05',
    })
    expect(await member.command('callin', it.second.committee.channelId)).toContain('A road')
  })
})
