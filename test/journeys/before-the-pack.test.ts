// Before a pack: reports are asked for, answered in place, reminded of, moved with the meeting; then the agenda
// starts from them, the card says who leads, the calendar takes the meeting in, and openings are counted.
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { words as bundle } from '../../src/cards/bundle-words.en.ts'
import { runHandedCommand } from '../../src/cli/commands.ts'
import { withoutSlack } from '../../src/cli/desk.ts'
import { openHouses } from '../../src/database/houses.ts'
import { privateText } from '../../src/database/private-text.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { words as reports } from '../../src/meetings/report-words.en.ts'
import { words as screen } from '../../src/meetings/screen-words.en.ts'
import { silentLog } from '../support/logs.ts'
import { secondGround, serverMissing } from './support/matrix.ts'
import { buttonsOf } from './support/person.ts'
import { standing } from './support/standing.ts'
import * as sample from './support/words.ts'

const BUS = 'Bus services in the north'
const WINTER = 'Winter plan'
const WHY = 'The figures of the ward are missing'
const PAPERS = 'https://democracy.haverleigh.example/pack.pdf'
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36'
const OFFICER = 'Ms Farah Quistain'
const DIRECTOR = 'Mr Owen Castellan'

describe.each(secondGround)('Before the pack over $transport, $database database', (ground) => {
  // Monday; the meeting is on Wednesday 17 March 2027.
  const it = standing({ ...ground, clock: '2027-02-22T09:00:00Z' })
  const clerk = () => it().as(sample.clerk)
  const farah = () => it().as(sample.officer)
  const owen = () => it().as('Owen Castellan')
  const jo = () => it().as('Jo Ward')
  const list = () => clerk().sees('something still.', sample.clerksChannel)

  /** The operator's command line, at the bot's database. */
  async function operator(...args: string[]) {
    const { prisma } = it().database
    const onMessages = () => undefined
    const now = () => Temporal.Instant.from('2027-02-22T09:00:00Z')
    const ground = { prisma, log: silentLog, now, onMessages }
    const answer = await runHandedCommand(
      args,
      new Map([['items.txt', Buffer.from('1. Apologies for absence\n2. Declarations of interest\n')]]),
      {
        ground,
        slack: withoutSlack,
        houses: openHouses({ ...ground, privateText: privateText(Buffer.alloc(32)) }),
      },
    )
    expect(answer).toMatchObject({ code: 0, err: '' })
    return answer.out
  }

  async function ask(title: string, clearer?: string) {
    await clerk().click(reports.list.ask)
    await clerk().submit({
      [reports.form.name]: title,
      [reports.form.author]: OFFICER,
      ...(clearer === undefined ? {} : { [reports.form.clearer]: clearer }),
    })
  }

  test('a clerk schedules a meeting and names who writes and clears its reports', async () => {
    await operator('standing-items', sample.committee, '--file', 'items.txt')
    await operator('committee', sample.committee, '--openings', 'on')
    await clerk().command('/meeting', { channel: sample.channel })
    await clerk().click(screen.list.schedule)
    await clerk().submit({
      [screen.change.date]: '2027-03-17',
      [screen.change.time]: '14:00',
      [screen.change.venue]: 'Wherry Room',
    })
    await clerk().close()
    await clerk().click(screen.list.reports)
    expect((await clerk().modal()).text).toContain('Nobody is asked for a report yet.')
    await ask(BUS, DIRECTOR)
    const receipt = await clerk().modal()
    expect(receipt.text).toContain(`Asked for: ${BUS}`)
    expect(receipt.text).toContain(
      'Draft: Ms Farah Quistain, due Wed 24 Feb: 15 working days before the meeting',
    )
    expect(receipt.text).toContain('Clearance: Mr Owen Castellan, due Fri 5 Mar')
    await clerk().close()
    // The list below is true at once.
    expect((await clerk().modal()).text).toContain('1 of 1 lacks something still.')
    await ask(BUS)
    expect(await clerk().errors()).toEqual({ [reports.form.name]: reports.form.askedAlready })
    await clerk().close()
    await ask(WINTER)
    await clerk().close()
    await clerk().click(reports.list.briefing)
    await clerk().submit({ [reports.form.briefer]: DIRECTOR })
    await clerk().close()
    expect((await clerk().modal()).text).toContain('3 of 3 lack something still.')
    await clerk().close()
    await clerk().close()
  })

  test('each gets one message, five minutes later, with what is theirs', async () => {
    expect(await farah().messages()).toEqual([])
    await it().world.advance({ advance: 'PT5M' })
    const [asked, ...more] = await farah().messages()
    expect(more).toEqual([])
    expect(asked?.text).toContain(BUS)
    expect(asked?.text).toContain(WINTER)
    expect(asked?.text).not.toContain('Castellan')
    expect(buttonsOf(asked ?? { controls: [] })).toEqual([
      'Draft: done',
      'Late because…',
      'Draft: done',
      'Late because…',
    ])
    expect((await owen().sees(reports.steps.briefing)).text).toContain('due Fri 12 Mar')
    for (const nobody of ['Jo Ward', 'Neil Brandrick']) expect(await it().as(nobody).messages()).toEqual([])
    expect(await jo().messages(sample.clerksChannel)).toEqual([])
  })

  test('*Done* is answered in place, and the clerks’ list follows', async () => {
    await farah().click('Draft: done', { within: BUS })
    const [message, ...more] = await farah().messages()
    expect([message?.edited, more]).toEqual([true, []])
    expect(message?.text).toMatch(/Draft: done at 09:05 on Mon 22 Feb/)
    expect((await list()).text).toContain('Draft: Ms Farah Quistain, done at 09:05 on Mon 22 Feb')
  })

  test('*Late because…* is a short form; the clerks hear why and when, in one new line', async () => {
    const before = (await clerk().messages(sample.clerksChannel)).length
    await farah().click('Late because…', { within: BUS })
    await farah().submit({ [reports.late.reason]: WHY, [reports.late.expected]: '2027-02-01' })
    expect(await farah().errors()).toEqual({ [reports.late.expected]: reports.late.pastDay })
    await farah().submit({ [reports.late.reason]: WHY, [reports.late.expected]: '2027-03-04' })
    expect((await farah().modal()).text).toContain('The clerks know that it comes by Thursday 4 March 2027')
    await farah().close()
    const messages = await clerk().messages(sample.clerksChannel)
    expect(messages).toHaveLength(before + 1)
    expect(messages.at(-1)?.text).toContain(`expects it by Thursday 4 March 2027`)
    expect(messages.at(-1)?.text).toContain(WHY)
    expect(JSON.stringify(await owen().messages())).not.toContain(WHY)
  })

  test('reminders come in working hours, for what is not answered, one a day', async () => {
    // The winter plan's draft is due on Wednesday the 24th: the day before calls, at nine.
    await it().world.advance({ set: '2027-02-23T08:30:00Z' })
    expect(await farah().messages()).toHaveLength(1)
    await it().world.advance({ set: '2027-02-23T09:00:00Z' })
    const messages = await farah().messages()
    expect(messages).toHaveLength(2)
    const reminder = messages.at(-1)
    expect(reminder?.text).toContain('A reminder of what is due from you')
    // Whichever of the two reports was said to be late, the other's draft is what is reminded of.
    const answers = buttonsOf(reminder ?? { controls: [] }).filter((text) => text !== bundle.fewer)
    expect(answers.length).toBeLessThanOrEqual(2)
    await it().world.advance({ advance: 'PT3H' })
    expect(await farah().messages()).toHaveLength(2)
    expect(await owen().messages()).toHaveLength(1)
  })

  test('a clerk takes over an answer, and moves a day', async () => {
    await clerk().click(reports.list.button, { within: 'something still.' })
    await clerk().click(reports.list.change)
    expect((await clerk().modal()).text).toContain(BUS)
    await clerk().submit({
      [reports.change.done]: ['Draft', 'Clearance'],
      [reports.change.day('final')]: '2027-03-05',
    })
    const { text } = await clerk().modal()
    expect(text).toContain('Final text: Ms Farah Quistain, due Fri 5 Mar, set by the clerk')
    expect(text).toContain('Clearance: Mr Owen Castellan, done')
    expect(text).toContain('entered by Ms Marian Spekeworth')
    await clerk().close()
    await clerk().close()
    await it().world.advance({ advance: 'PT5M' })
    expect((await farah().messages()).at(-1)?.text).toContain('The clerk has changed what you are asked for')
  })

  test('the meeting moves, the days move with it, and each who owes something is told once', async () => {
    const before = (await farah().messages()).length
    await clerk().command('/meeting', { channel: sample.channel })
    await clerk().click(screen.list.change)
    await clerk().submit({ [screen.change.date]: '2027-03-24' })
    await clerk().close()
    await clerk().close()
    const messages = await farah().messages()
    expect(messages).toHaveLength(before + 1)
    expect(messages.at(-1)?.text).toContain('The meeting is now on Wednesday 24 March 2027')
    // 5 March was 8 working days before; so is the 12th now.
    expect(messages[0]?.text).toContain('Final text: due Fri 12 Mar, set by the clerk')
    expect((await owen().messages()).at(-1)?.text).toContain('Chair’s briefing: due Fri 19 Mar')
  })

  test('/pack with nothing given starts with standing items, the reports and the meeting', async () => {
    await clerk().command('/pack', { channel: sample.channel })
    await clerk().submit()
    const items = await clerk().field(sample.labels.items)
    expect(String(items.value).split('\n')).toEqual([
      '1. Apologies for absence',
      '2. Declarations of interest',
      `3. ${BUS} (lead: ${OFFICER})`,
      `4. ${WINTER} (lead: ${OFFICER})`,
    ])
    expect((await clerk().field(sample.labels.date)).value).toBe('2027-03-24')
    await clerk().submit({
      [sample.labels.items]:
        `1. Apologies for absence\n2. Staffing (lead: Nobody) https://democracy.haverleigh.example/secret [closed 1]\n3. ${BUS} (pages 3-9) https://democracy.haverleigh.example/3.pdf\n4. ${WINTER} (lead: Ann Lee, Director)`,
      [sample.labels.publicAddress]: PAPERS,
    })
    expect((await clerk().modal()).text).toContain('Published:')
    await clerk().close()
    expect((await list()).text).toContain('nobody is reminded of reports any more')
  })

  test('the card says who leads and links the report; nothing of a closed item', async () => {
    const card = await jo().sees('Agenda', sample.channel)
    expect(card.text).toContain(`3. ${BUS} (pages 3–9) · ${OFFICER} · report`)
    expect(card.text).toContain(`4. ${WINTER} · Ann Lee, Director`)
    const raw = JSON.stringify(card.blocks)
    expect(raw).toContain('https://democracy.haverleigh.example/3.pdf')
    for (const secret of ['Staffing', 'Nobody', '/secret']) {
      expect(raw).not.toContain(secret)
      expect(JSON.stringify(await jo().messages())).not.toContain(secret)
    }
  })

  test('*Add to calendar* is a file that follows the meeting', async () => {
    const card = await jo().sees('Agenda', sample.channel)
    const address = /https?:[^"]*\/calendar\/[^"]*\.ics/.exec(JSON.stringify(card.blocks))?.[0] ?? ''
    const first = await (await fetch(address)).text()
    expect(first).toContain('DTSTART;TZID=Europe/London:20270324T140000')
    expect(first).toContain('STATUS:CONFIRMED')
    await clerk().command('/meeting', { channel: sample.channel })
    await clerk().click(screen.list.change)
    await clerk().submit({ [screen.change.time]: '15:00' })
    await clerk().close()
    await clerk().close()
    const second = await (await fetch(address)).text()
    expect(second).toContain('T150000')
    expect(Number(/SEQUENCE:(\d+)/.exec(second)?.[1])).toBeGreaterThan(
      Number(/SEQUENCE:(\d+)/.exec(first)?.[1]),
    )
    expect((await jo().sees('Agenda', sample.channel)).text).toMatch(/Changed \d\d:\d\d on Tue 23 Feb: time/)
  })

  test('openings are counted once a person, whichever way, and nobody is named', async () => {
    const member = await jo().sees(sample.said.ask)
    const own = /https?:[^"|]*\/open\/[\w.-]+/.exec(JSON.stringify(member.blocks))?.[0] ?? ''
    const visit = () => fetch(own, { redirect: 'manual', headers: { 'user-agent': BROWSER } })
    const answer = await visit()
    expect([answer.status, answer.headers.get('location')]).toEqual([302, PAPERS])
    await visit()
    await fetch(own, { redirect: 'manual', headers: { 'user-agent': 'Slackbot-LinkExpanding 1.0' } })
    await jo().click('Open the papers', { within: 'Papers published' })
    await it().as('Tom Fairlock').click('Open the papers', { within: 'Papers published' })
    await it().as('Neil Brandrick').command('/agenda')
    const answers = await clerk().sees(sample.clerksList, sample.clerksChannel)
    expect(answers.text).toContain('Opened by 2 of 11')
    expect(await it().database.prisma.packOpening.count()).toBe(2)
  })

  test('cancelled, those who still owe something are told once that nothing is due', async () => {
    const before = (await owen().messages()).length
    await clerk().command('/meeting', { channel: sample.channel })
    await clerk().click(screen.list.change)
    await clerk().submit({ [screen.change.to]: screen.change.options.scheduled.cancelled })
    await clerk().close()
    await clerk().close()
    const messages = await owen().messages()
    expect(messages).toHaveLength(before + 1)
    expect(messages.at(-1)?.text).toContain('The meeting is cancelled, so nothing is due from you')
    expect(messages.flatMap((message) => buttonsOf(message))).toEqual([])
    await it().world.advance({ set: '2027-03-12T10:00:00Z' })
    expect(await owen().messages()).toHaveLength(before + 1)
  })

  test('at the end nothing failed, and the audit trail holds without a title or a reason in it', async () => {
    expect(await it().world.journal({ type: 'fault' })).toEqual([])
    const { prisma } = it().database
    const [council] = await prisma.council.findMany()
    const chains = await verifyAudit(prisma, council?.id ?? '')
    expect(chains.filter(({ broken }) => broken)).toEqual([])
    const audited = JSON.stringify(await prisma.auditEntry.findMany())
    for (const secret of [BUS, WHY]) expect(audited).not.toContain(secret)
    expect(await prisma.outboxMessage.count({ where: { state: { notIn: ['sent', 'dropped'] } } })).toBe(0)
  })
})

if (serverMissing !== undefined)
  describe('Before the pack, server database', () => {
    test('needs a PostgreSQL server', (context) => context.skip(serverMissing))
  })
