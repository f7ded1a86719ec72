// The whole of what a first day holds, over both transports and on both kinds of database.
import { describe, expect, test } from 'vitest'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { everyGround, serverMissing } from './support/matrix.ts'
import { asField, buttonsOf } from './support/person.ts'
import { samplePack } from './support/scrutineer.ts'
import { standing } from './support/standing.ts'
import { wholeDatabase } from './support/whole-database.ts'
import * as sample from './support/words.ts'

const REASON = 'Knee operation on the morning <!channel> & after'
const SECRET = 'Knee operation'

describe.each(everyGround)('Publishing and answering over $transport, $database database', (ground) => {
  const it = standing(ground)
  const clerk = () => it().as(sample.clerk)
  const other = () => it().as(sample.otherClerk)
  const jo = () => it().as('Jo Ward')
  const list = () => clerk().sees(sample.clerksList, sample.clerksChannel)

  test('a clerk gives the PDF and sees what was read of it', async () => {
    await clerk().command('/pack', { channel: sample.channel })
    await clerk().submit({ [sample.labels.file]: asField(await samplePack()) })
    const form = await clerk().modal()
    expect(form.title).toBe('Check and publish')
    expect(form.text).toContain('Chair on the paper: Ruth Okafor, Vice Chair: Imran Siddall')
    expect(form.text).toContain('Members on the paper (11)')
    const fields = Object.fromEntries(form.fields.map(({ label, value }) => [label, value]))
    expect(fields).toMatchObject({
      [sample.labels.date]: '2027-01-20',
      [sample.labels.time]: '10:00',
      [sample.labels.venue]: 'Wherry Room, Haverleigh Town Hall',
    })
    const chosen = form.fields[0]?.options?.find((option) => option.value === form.fields[0]?.value)
    expect(chosen?.text).toBe(sample.committee)
    const items = String(fields[sample.labels.items]).split('\n')
    expect(items).toHaveLength(8)
    expect(items[3]).toBe('4. Minutes (pages 1-2)')
    expect(await it().world.journal({ method: 'chat.postMessage' })).toEqual([])
  })

  test('a corrected field is what members see: one card, and one message to each', async () => {
    await clerk().submit({ [sample.labels.venue]: 'Staithe Room' })
    const { text } = await clerk().modal()
    expect(text).toContain(`Published: ${sample.meetingName}`)
    expect(text).toContain('10 members get a direct message')
    await clerk().close()
    const cards = await jo().messages(sample.channel)
    expect(cards).toHaveLength(1)
    expect(cards[0]?.text).toContain('Wednesday 20 January 2027, 10 am · Staithe Room')
    expect(cards[0]?.text).toContain('8. Work Programme (pages 7–8)')
    for (const member of sample.membersOnSlack) {
      const messages = await it().as(member).messages()
      expect(messages.map(buttonsOf)).toEqual([sample.atFirst])
      expect(messages[0]?.text).toContain('Staithe Room')
    }
    for (const nobody of [sample.clerk, sample.officer, 'Bill Tarrantry'])
      expect(await it().as(nobody).messages()).toEqual([])
  })

  test('apologies by the button get a receipt, and the one message changes', async () => {
    await jo().click(sample.buttons.apologies, { within: sample.said.ask })
    await jo().submit({ [sample.labels.reason]: REASON })
    const receipt = await jo().modal()
    expect(receipt.title).toBe('Apologies sent')
    expect(receipt.text).toContain('Your apologies are recorded')
    expect(receipt.text).toContain('only the clerks can read it')
    await jo().close()
    const messages = await jo().messages()
    expect(messages).toHaveLength(1)
    expect(messages[0]?.edited).toBe(true)
    expect(messages[0]?.text).toContain(sample.said.absent)
    expect(messages.map(buttonsOf)).toEqual([['Change', sample.buttons.withdraw]])
  })

  test('apologies by the command name the meeting, and coming late is no absence', async () => {
    const tom = it().as('Tom Fairlock')
    await tom.command('/apologies')
    const meeting = await tom.field(sample.labels.meeting)
    expect(meeting.options?.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Wed 20 Jan, 10 am – Health and Adult Care/),
    ])
    await tom.submit({ [sample.labels.kind]: 'I will come late' })
    expect((await tom.modal()).text).toContain('you will come late')
    expect((await list()).text).toMatch(/Councillor Tom Fairlock – will be late, .* by \/apologies/)
  })

  test('the clerks’ list shows who, when and by which way, and that there is a reason', async () => {
    const { text } = await list()
    expect(text).toMatch(/• Councillor Jo Ward, \d\d:\d\d on \w{3} \d+ \w{3}, by button :lock: reason given/)
    expect(text).toContain('Apologies: 1')
  })

  test('the private reason is in no message, in no call that others could see, and nowhere in clear', async () => {
    for (const channel of [sample.channel, sample.clerksChannel])
      expect(JSON.stringify(await clerk().messages(channel))).not.toContain(SECRET)
    expect(JSON.stringify(await it().world.journal({ type: 'call' }))).not.toContain(SECRET)
    for (const person of ['Tom Fairlock', sample.clerk, sample.officer]) {
      const { entries } = await it().world.hand.ask(`journal?as=${encodeURIComponent(person)}`)
      expect(JSON.stringify(entries)).not.toContain(SECRET)
    }
    expect(await wholeDatabase(it().database.prisma)).not.toContain(SECRET)
  })

  test('a clerk reads the private reasons, as they were typed; a member cannot', async () => {
    await other().click(sample.buttons.reasons, { within: sample.clerksList })
    expect((await other().modal()).text).toContain(`Jo Ward\n${REASON}`)
    await other().close()
    expect(await jo().messages(sample.clerksChannel)).toEqual([])
  })

  test('apologies are withdrawn in the form, which shows when they were sent', async () => {
    await jo().command('/apologies')
    expect((await jo().modal()).text).toContain('Sending again replaces them')
    await jo().click(sample.buttons.withdraw, { within: 'Apologies' })
    expect((await jo().modal()).text).toContain('you are expected again')
    await jo().close()
    expect(buttonsOf(await jo().sees(sample.said.ask))).toEqual(sample.atFirst)
    expect((await list()).text).not.toContain('reason given')
    expect(await it().database.prisma.apologyReason.count()).toBe(0)
  })

  test('apologies are withdrawn by the button of the direct message', async () => {
    await jo().click(sample.buttons.apologies, { within: sample.said.ask })
    await jo().submit()
    await jo().close()
    await jo().click(sample.buttons.withdraw, { within: sample.said.absent })
    expect((await jo().sees(sample.said.ask)).edited).toBe(true)
    expect((await list()).text).toContain('Apologies: 0')
  })

  test('*I’ll be there* is shown to the member and in the clerks’ list', async () => {
    await jo().click(sample.buttons.coming)
    expect((await jo().sees(sample.said.coming)).text).toContain('You said so at')
    expect((await list()).text).toMatch(/Coming\n• Councillor Jo Ward, .*, by button/)
    expect((await list()).text).toContain('Coming: 2')
  })

  test('who has no Slack gets an e-mail by the clerk, who enters the answer', async () => {
    await clerk().click(sample.buttons.emailText, { within: sample.clerksList })
    const { text } = await clerk().modal()
    expect(text).toContain(`Not on Slack: Mrs ${sample.withoutSlack}`)
    expect(text).toContain(`Agenda: ${sample.meetingName}`)
    expect(text).toContain('(Staithe Room)')
    expect(text).toContain('8. Work Programme (pages 7-8)')
    await clerk().close()
    await clerk().click(sample.buttons.answerFor, { within: sample.clerksList })
    await clerk().submit({
      [sample.labels.member]: `Mrs ${sample.withoutSlack}`,
      [sample.labels.answer]: 'Sends apologies: cannot come',
      [sample.labels.note]: 'by telephone',
    })
    expect((await clerk().modal()).text).toContain(`Recorded for Mrs ${sample.withoutSlack}`)
    await clerk().close()
    expect((await list()).text).toMatch(
      /Mrs Dorothy Kimberling, .*, relayed by Marian Spekeworth, by telephone/,
    )
  })

  test('a clerk answers for a member on Slack, whose own message says by whom', async () => {
    await other().click(sample.buttons.answerFor, { within: sample.clerksList })
    await other().submit({
      [sample.labels.member]: 'Councillor Kofi Mensah-Boyd',
      [sample.labels.answer]: 'Will be there',
    })
    const told = await it().as('Kofi Mensah-Boyd').sees(sample.said.coming)
    expect(told.text).toContain(`${sample.otherClerk} recorded this for you`)
  })

  test('at the end each message stands once, every fault was none, and the audit trail holds', async () => {
    const posted = await it().world.journal({ method: 'chat.postMessage' })
    expect(posted).toHaveLength(sample.membersOnSlack.length + 2)
    expect(await it().world.journal({ type: 'fault' })).toEqual([])
    const { prisma } = it().database
    const [council] = await prisma.council.findMany()
    const chains = await verifyAudit(prisma, council?.id ?? '')
    expect(chains.filter(({ broken }) => broken)).toEqual([])
    expect(await prisma.outboxMessage.count({ where: { state: { not: 'sent' } } })).toBe(0)
  })
})

if (serverMissing !== undefined)
  describe('Publishing and answering, server database', () => {
    test('needs a PostgreSQL server', (context) => context.skip(serverMissing))
  })
