// A meeting is scheduled, published, moved, put off, cancelled and restored: everybody is told once and at once.
import { describe, expect, test } from 'vitest'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { words as screen } from '../../src/meetings/screen-words.en.ts'
import { secondGround, serverMissing } from './support/matrix.ts'
import { buttonsOf } from './support/person.ts'
import { publishTyped } from './support/publish-typed.ts'
import { standing } from './support/standing.ts'
import * as sample from './support/words.ts'

const { change } = screen
const REASON = 'Knee operation on the morning'
const ASK_AFRESH = 'Will you be there on the new day?'
const becomes = (from: keyof typeof change.options, to: keyof typeof change.options) => ({
  [change.to]: change.options[from][to],
})

describe.each(secondGround)('Changing a meeting over $transport, $database database', (ground) => {
  const it = standing({ ...ground, clock: '2027-01-11T09:00:00Z' })
  const clerk = () => it().as(sample.clerk)
  const other = () => it().as(sample.otherClerk)
  const jo = () => it().as('Jo Ward')
  const tom = () => it().as('Tom Fairlock')
  const list = () => clerk().sees(sample.clerksList, sample.clerksChannel)
  /** The newest line in somebody's direct message, and how many messages stand there. */
  const newest = async (name: string) => {
    const messages = await it().as(name).messages()
    return { text: messages.at(-1)?.text ?? '', count: messages.length }
  }

  test('a clerk has nothing planned, schedules a meeting, and nobody is told yet', async () => {
    await clerk().command('/meeting', { channel: sample.channel })
    expect((await clerk().modal()).text).toContain('No meeting of your committees is planned.')
    await clerk().click(screen.list.schedule)
    await clerk().submit({
      [change.date]: '2027-02-10',
      [change.time]: '10:00',
      [change.venue]: 'Staithe Room',
    })
    const receipt = await clerk().modal()
    expect(receipt.title).toBe('Scheduled')
    expect(receipt.text).toContain(`${sample.committee}, Wednesday 10 February 2027, 10 am`)
    expect(receipt.text).toContain('The latest lawful publication is Tuesday 2 February 2027')
    await clerk().close()
    // The list below shows it at once.
    expect((await clerk().modal()).text).toContain('Wednesday 10 February 2027, 10 am')
    await clerk().close()
    expect(await it().world.journal({ method: 'chat.postMessage' })).toEqual([])
  })

  test('a member sees it with /agenda and by when its papers are due; a clerk sees why', async () => {
    await jo().command('/agenda')
    const { text } = await jo().modal()
    expect(text).toContain('Wednesday 10 February 2027, 10 am · Staithe Room')
    expect(text).toContain('They are due by Tuesday 2 February 2027.')
    expect(text).not.toContain('Local Government Act')
    await jo().click(sample.buttons.coming)
    expect((await jo().modal()).text).toContain(sample.said.coming)
    await jo().close()
    await clerk().command('/agenda', { channel: sample.clerksChannel })
    expect((await clerk().modal()).text).toContain('Local Government Act 1972 s100A(6)(a)')
    await clerk().close()
    await it().as('Bill Tarrantry').command('/meeting')
    expect(await it().as('Bill Tarrantry').told()).toContain('Only clerks schedule and change meetings.')
  })

  test('its papers find it; members answer', async () => {
    await publishTyped(clerk(), {
      [sample.labels.date]: '2027-02-10',
      [sample.labels.time]: '10:00',
      [sample.labels.venue]: 'Staithe Room',
    })
    await clerk().close()
    expect(await it().database.prisma.meeting.count()).toBe(1)
    await tom().click(sample.buttons.apologies, { within: sample.said.ask })
    await tom().submit({ [sample.labels.reason]: REASON })
    await tom().close()
    expect((await list()).text).toContain('Coming: 1 · Apologies: 1')
  })

  test('another room, from the clerks’ list at 3 am: one new line to each, and answers stay', async () => {
    await it().world.advance({ set: '2027-01-12T03:00:00Z' })
    await clerk().click('Change the meeting', { within: sample.clerksList })
    await clerk().submit({ [change.venue]: 'Wherry Room', [change.reason]: 'The heating <!channel> failed' })
    const receipt = await clerk().modal()
    expect(receipt.text).toContain('Another room:')
    expect(receipt.text).toContain('10 people get this line in their direct message now')
    expect(receipt.text).toContain(`Mrs ${sample.withoutSlack}`)
    expect(receipt.text).toContain('Dear colleague,')
    await clerk().close()
    for (const member of sample.membersOnSlack) {
      const { text, count } = await newest(member)
      expect(count).toBe(2)
      expect(text).toContain('Wednesday 10 February 2027, 10 am. Place: Wherry Room, no longer Staithe Room.')
      expect(text).toContain('Why: The heating <!channel> failed')
    }
    const [card, line, ...more] = await jo().messages(sample.channel)
    expect(card?.edited).toBe(true)
    expect(card?.text).toContain('Wherry Room')
    expect(line?.text).toContain('Another room:')
    expect(more).toEqual([])
    expect((await tom().messages())[0]?.text).toContain(sample.said.absent)
    expect((await list()).text).toContain('Coming: 1 · Apologies: 1')
    expect((await newest(sample.officer)).count).toBe(0)
  })

  test('another day: asked afresh in the new line, and old answers and reasons are gone', async () => {
    await clerk().command('/meeting')
    await clerk().click(screen.list.change)
    await clerk().submit({ [change.date]: '2027-02-17', [change.time]: '14:00' })
    expect((await clerk().modal()).text).toContain('Everybody is asked afresh')
    await clerk().close()
    await clerk().close()
    const moved = await tom().sees(ASK_AFRESH)
    expect(moved.text).toContain('from Wednesday 10 February, 10 am, to Wednesday 17 February 2027, 2 pm.')
    expect(buttonsOf(moved)).toEqual([sample.buttons.coming, sample.buttons.apologies])
    expect((await tom().messages())[0]?.text).toContain(sample.said.ask)
    expect((await list()).text).toContain('Coming: 0 · Apologies: 0')
    expect(await it().database.prisma.apologyReason.count()).toBe(0)
    await tom().click(sample.buttons.coming, { within: ASK_AFRESH })
    for (const message of [(await tom().messages())[0], (await tom().messages()).at(-1)])
      expect(message?.text).toContain(sample.said.coming)
    expect((await list()).text).toContain('Coming: 1 · Apologies: 0')
    // The line before it says what holds now.
    expect((await tom().messages())[1]?.text).toContain('it is now on Wednesday 17 February 2027, 2 pm')
  })

  test('two clerks at once: the second is shown what the first has done', async () => {
    for (const one of [clerk(), other()]) await one.click('Change the meeting', { within: sample.clerksList })
    await clerk().click(change.to, { value: change.options.scheduled.postponed })
    expect((await clerk().modal()).fields.map((field) => field.label)).toEqual([change.to, change.reason])
    await clerk().submit()
    await clerk().close()
    await other().submit(becomes('scheduled', 'cancelled'))
    const refusal = await other().modal()
    expect(refusal.text).toContain('nothing of yours was changed')
    expect(refusal.text).toContain('Postponed, no new date yet.')
    await other().click(screen.refusals.openAgain)
    expect((await other().field(change.to)).options?.map((option) => option.text)).toEqual([
      change.options.postponed.scheduled,
      change.options.postponed.cancelled,
    ])
    await other().close()
    expect((await newest('Jo Ward')).text).toContain('A new date will be sent.')
    expect((await jo().messages())[0]?.text).toContain('This meeting is postponed. A new date will be sent')
    expect(buttonsOf((await jo().messages())[0] ?? { controls: [] })).toEqual([])
    await jo().command('/apologies')
    expect(await jo().told()).toContain('is postponed and has no new date yet')
  })

  test('a new date for the postponed meeting, a cancellation, and back: nobody is told twice of one', async () => {
    await clerk().command('/meeting')
    await clerk().click(screen.list.change)
    await clerk().submit({ [change.date]: '2027-03-03' })
    await clerk().close()
    expect((await clerk().modal()).text).toContain('Wednesday 3 March 2027, 2 pm')
    expect((await newest('Jo Ward')).text).toContain('It was postponed from Wednesday 17 February, 2 pm.')
    await clerk().click(screen.list.change)
    await clerk().submit({ ...becomes('scheduled', 'cancelled'), [change.reason]: 'Purdah' })
    await clerk().close()
    await clerk().click(screen.list.change)
    await clerk().submit(becomes('cancelled', 'scheduled'))
    expect((await clerk().modal()).text).toContain('The cancellation is taken back.')
    await clerk().close()
    await clerk().close()
    const texts = (await jo().messages())
      .filter((message) => !message.ephemeral)
      .map((message) => message.text)
    for (const [place, words] of [
      'Another room',
      'Moved',
      'Postponed',
      'New date',
      'Cancelled',
      'Takes place after all',
    ].entries())
      expect(texts[place + 1]).toContain(`${words}:`)
    for (const overtaken of texts.slice(1, -1)) expect(overtaken).toContain('Changed again since')
    expect(texts.at(-1)).not.toContain('Changed again since')
  })

  test('the clerks find the text for an e-mail again; the agenda says what was changed last', async () => {
    await other().click('E-mail about the change', { within: sample.clerksList })
    expect((await other().modal()).text).toContain('Takes place after all:')
    await other().close()
    await jo().command('/agenda', { channel: sample.channel })
    const { text } = await jo().modal()
    expect(text).toContain('Wednesday 3 March 2027, 2 pm · Wherry Room')
    expect(text).toContain('Takes place after all:')
    expect(text).toContain('2. Work Programme (pages 3–4)')
    await jo().close()
  })

  test('at the end each message was posted once, the secret is nowhere, and the audit trail holds', async () => {
    const posted = await it().world.journal({ method: 'chat.postMessage' })
    // One card, one list, ten messages; then six changes to ten members and the channel.
    expect(posted).toHaveLength(12 + 6 * 11)
    expect(await it().world.journal({ type: 'fault' })).toEqual([])
    expect(JSON.stringify(await it().world.journal({ type: 'call' }))).not.toContain(REASON)
    const { prisma } = it().database
    const [council] = await prisma.council.findMany()
    expect((await verifyAudit(prisma, council?.id ?? '')).filter(({ broken }) => broken)).toEqual([])
    expect(await prisma.outboxMessage.count({ where: { state: { not: 'sent' } } })).toBe(0)
  })
})

if (serverMissing !== undefined)
  describe('Changing a meeting, server database', () => {
    test('needs a PostgreSQL server', (context) => context.skip(serverMissing))
  })
