// Reports that were not ready when the agenda was printed: from the clerk's paper to everybody's messages.
import { describe, expect, test } from 'vitest'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { words as supplement } from '../../src/publications/supplement-words.en.ts'
import { words as publication } from '../../src/publications/words.en.ts'
import { pairedGrounds, serverMissing } from './support/matrix.ts'
import { textFile } from './support/papers.ts'
import { asField, buttonsOf } from './support/person.ts'
import { samplePack } from './support/scrutineer.ts'
import { standing } from './support/standing.ts'
import * as sample from './support/words.ts'

const fields = {
  meeting: supplement.form.meeting,
  number: supplement.form.printedNo,
  lines: supplement.form.lines(1, 1, true),
  address: supplement.form.publicAddress,
  openedDate: publication.review.openedDate,
}

/** As a covering letter prints it. */
const letter = (lines: readonly string[], date = 'WEDNESDAY, 20 JANUARY 2027') =>
  [
    'Haverleigh Council',
    '',
    'Date: Thursday, 14 January 2027',
    '',
    'Dear Member',
    '',
    `${sample.committee.toUpperCase()} - ${date}`,
    '',
    `I am now able to enclose, for consideration at the Wednesday, 20 January 2027 meeting of the ${sample.committee}, the following reports that were unavailable when the agenda was printed.`,
    '',
    'Agenda No\tItem\tPage',
    ...lines,
    '',
    'Yours sincerely',
    '',
    'Marian Spekeworth Clerk',
  ].join('\n')

const falls = textFile(
  letter([
    '6.\tLeaving hospital in winter: letter of the Royal Wherry Infirmary\t(Pages 9 - 12)',
    '9.\tFalls clinic\t(Pages 13 - 20)',
  ]),
  'supplement.txt',
)

describe.each(pairedGrounds)('A supplement over $transport, $database database', (ground) => {
  const it = standing(ground)
  const clerk = () => it().as(sample.clerk)
  const other = () => it().as(sample.otherClerk)
  const jo = () => it().as('Jo Ward')
  const card = () => jo().sees('20 January 2027', sample.channel)

  test('the agenda is published first', async () => {
    await clerk().command('/pack', { channel: sample.channel })
    await clerk().submit({ [sample.labels.file]: asField(await samplePack()) })
    await clerk().submit()
    await clerk().close()
    expect((await card()).replies).toEqual([])
  })

  test('dropped on the bot, it is known for what it is, with its meeting and its items', async () => {
    await clerk().upload(falls)
    const message = await clerk().sees('a supplement to papers')
    expect(buttonsOf(message)).toEqual([sample.buttons.check, 'Discard'])
    await clerk().click(sample.buttons.check)
    const form = await clerk().modal()
    expect(form.title).toBe(supplement.form.title)
    const meeting = form.fields.find(({ label }) => label === fields.meeting)
    expect(meeting?.options?.find(({ value }) => value === meeting.value)?.text).toContain('Wed 20 Jan')
    const lines = String((await clerk().field(fields.lines)).value).split('\n')
    expect(lines).toEqual([
      expect.stringMatching(/^6\. .*\(pages 9-12\) \[to follow\]$/),
      '9. Falls clinic (pages 13-20) [new]',
    ])
    expect(form.text).toMatch(/Notice: .*(Lawful|Short by)/)
  })

  test('a page that another item has is refused at its line, and nothing is published', async () => {
    const lines = String((await clerk().field(fields.lines)).value)
    await clerk().submit({ [fields.lines]: lines.replace('pages 9-12', 'pages 2-12') })
    expect((await clerk().errors())[fields.lines]).toMatch(/^Line 1: page 2 belong.* to item 4 .*already/)
    expect(await it().database.prisma.publication.count()).toBe(1)
  })

  test('published, the clerk sees the notice, the pages and who is told', async () => {
    const lines = String((await clerk().field(fields.lines)).value)
    await clerk().submit({
      [fields.lines]: lines.replace('pages 2-12', 'pages 9-12'),
      [fields.address]: 'https://democracy.haverleigh.example/supplement-1.pdf',
    })
    const { title, text } = await clerk().modal()
    expect(title).toBe(supplement.receipt.title)
    expect(text).toContain(`Supplement 1 published: ${sample.meetingName}`)
    expect(text).toContain('no gap and no page twice')
    expect(text).toContain('10 people get a line')
    expect(text).toContain(`Not on Slack, so please tell them by e-mail: Mrs ${sample.withoutSlack}`)
    await clerk().click(supplement.email.button)
    const email = await clerk().modal()
    expect(email.text).toContain(`Supplement 1: ${sample.meetingName}`)
    expect(email.text).toContain('9. Falls clinic: new item, pages 13–20')
    await clerk().close()
    await clerk().close()
  })

  test('the card is edited and a reply under it says what changed', async () => {
    const { edited, text, replies } = await card()
    expect(edited).toBe(true)
    expect(text).toContain('9. Falls clinic (supplement 1, pages 13–20)')
    expect(replies).toHaveLength(1)
    expect(replies[0]?.text).toContain('9. Falls clinic – new item, pages 13–20')
    expect(buttonsOf(replies[0] ?? { controls: [] })).toContain(supplement.news.open)
  })

  test('each member gets one new line at once, and their one message says so', async () => {
    for (const member of sample.membersOnSlack) {
      const messages = await it().as(member).messages()
      expect(messages).toHaveLength(2)
      expect(messages[0]?.edited).toBe(true)
      expect(messages[0]?.text).toContain('With supplement 1')
      expect(messages[1]?.text).toContain(`Supplement 1 to the papers of ${sample.meetingName}`)
      expect(messages[1]?.text).toContain('9. Falls clinic – new item')
    }
    for (const nobody of [sample.officer, 'Bill Tarrantry', sample.otherClerk])
      expect(await it().as(nobody).messages()).toEqual([])
  })

  test('the same file again is told, and not published twice', async () => {
    await other().upload({ ...falls, name: 'copy.txt' })
    await other().click(sample.buttons.check)
    expect((await other().modal()).text).toContain('This very file was published before: it is supplement 1')
    const lines = '10. Something else [new]'
    await other().submit({ [fields.lines]: lines })
    const { title, text } = await other().modal()
    expect(title).toBe('Not published')
    expect(text).toContain(`${sample.clerk} published this supplement at`)
    await other().close()
  })

  test('typed without a file, it is reached from the agenda’s form, which keeps what was typed', async () => {
    await other().command('/pack')
    await other().submit()
    await other().submit({
      [sample.labels.committee]: sample.committee,
      [sample.labels.date]: '2027-01-20',
      [sample.labels.time]: '10:00',
      [sample.labels.items]: '8. Work programme, revised (pages 7-8)',
    })
    expect((await other().errors())[sample.labels.date]).toContain('published the pack of this meeting at')
    await other().click(publication.review.addsToThem)
    const form = await other().modal()
    expect(form.title).toBe(supplement.form.title)
    expect((await other().field(fields.lines)).value).toBe('8. Work programme, revised (pages 7-8)')
    expect(form.text).toContain('Line 1: pages 7–8 belong to item 8 (Work Programme) already')
    await other().submit({
      [fields.lines]: '8. Work programme, revised (pages 7-8) [replaces]',
      [fields.number]: '3',
    })
    expect((await other().modal()).text).toContain(`Supplement 3 published: ${sample.meetingName}`)
    await other().close()
    const { text, replies } = await card()
    expect(text).toContain('8. Work Programme (supplement 3, pages 7–8)')
    expect(replies.map((reply) => reply.text)).toEqual([
      expect.stringContaining('Supplement 1'),
      expect.stringContaining('8. Work Programme – replaces pages 7–8'),
    ])
  })

  test('two clerks at once: one is published, the other sees the agenda as it is now, and goes on from there', async () => {
    const both = [clerk(), other()]
    for (const [place, one] of both.entries()) {
      await one.command('/pack')
      await one.submit()
      await one.click(publication.review.addsToThem)
      const meeting = (await one.field(fields.meeting)).options?.find(({ text }) => text.includes('20 Jan'))
      await one.click('Meeting', { value: meeting?.text })
      expect((await one.field(fields.lines)).value ?? '').toBe('')
      expect(place).toBeLessThan(2)
    }
    await Promise.all(
      both.map((one, place) => one.submit({ [fields.lines]: `2${place}. Late business ${place} [new]` })),
    )
    const titles = await Promise.all(both.map(async (one) => (await one.modal()).title))
    expect(titles.toSorted()).toEqual([supplement.form.title, supplement.receipt.title].toSorted())
    const second = both[titles.indexOf(supplement.form.title)] ?? clerk()
    expect((await second.modal()).text).toContain('published a supplement of this meeting at')
    expect(String((await second.field(fields.lines)).value)).toMatch(/^2\d\. Late business \d \[new\]$/)
    await second.submit()
    expect((await second.modal()).title).toBe(supplement.receipt.title)
    for (const one of both) await one.close()
    expect(await it().database.prisma.publication.count()).toBe(5)
    const { text } = await card()
    expect(text).toContain('20. Late business 0')
    expect(text).toContain('21. Late business 1')
  })

  test('a form that is submitted twice is published once', async () => {
    await clerk().command('/pack')
    await clerk().submit()
    await clerk().click(publication.review.addsToThem)
    const meeting = (await clerk().field(fields.meeting)).options?.[0]
    const given = { [fields.meeting]: meeting?.text, [fields.lines]: '30. Twice [new]' }
    await Promise.allSettled([clerk().submit(given, { wait: false }), clerk().submit(given, { wait: false })])
    await it().world.idle()
    expect(await it().database.prisma.agendaItem.count({ where: { title: 'Twice' } })).toBe(1)
    while (await clerk().openModal()) await clerk().close()
  })

  test('withdrawn from the clerks’ list, it leaves the card, and everybody is told in one line', async () => {
    const before = (await jo().messages()).length
    await other().click(supplement.list.button(5), { within: sample.clerksList })
    expect((await other().modal()).text).toContain(`Supplement 1, published by Ms ${sample.clerk}`)
    await other().click(supplement.withdraw.button('supplement 1'))
    expect((await other().modal()).text).toContain('is withdrawn')
    while (await other().openModal()) await other().close()
    expect((await card()).text).not.toContain('Falls clinic')
    expect((await card()).replies.map(({ text }) => text)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^.*Supplement 1 was withdrawn at/)]),
    )
    const messages = await jo().messages()
    expect(messages).toHaveLength(before + 1)
    expect(messages.at(-1)?.text).toContain('was withdrawn. Please do not use it')
  })

  test('a member cannot open the list, and is told so', async () => {
    expect(await jo().messages(sample.clerksChannel)).toEqual([])
    expect((await card()).controls.map(({ text }) => text)).not.toContain(supplement.list.button(5))
  })

  test('a supplement to a meeting whose agenda is not out can be published as one, or waits', async () => {
    const early = textFile(
      letter(['1.\tApologies\t', '2.\tWinter plan\t(Pages 1 - 9)'], 'THURSDAY, 4 MARCH 2027').replaceAll(
        'Wednesday, 20 January 2027',
        'Thursday, 4 March 2027',
      ),
      'early.txt',
    )
    await clerk().upload(early)
    await clerk().click(sample.buttons.check, { within: 'early.txt' })
    const form = await clerk().modal()
    expect(form.text).toContain('Thursday 4 March 2027')
    expect(form.text).toContain('whose agenda is published')
    await clerk().close()
    await clerk().click(sample.buttons.check, { within: 'early.txt' })
    await clerk().click(supplement.form.asAgenda)
    expect((await clerk().modal()).title).toBe(publication.review.title)
    await clerk().close()
  })

  test('at the end every message stands, every fault was none, and the audit trail holds', async () => {
    const { prisma } = it().database
    expect(await it().world.journal({ type: 'fault' })).toEqual([])
    const [council] = await prisma.council.findMany()
    const chains = await verifyAudit(prisma, council?.id ?? '')
    expect(chains.filter(({ broken }) => broken)).toEqual([])
    const unsent = await prisma.outboxMessage.findMany({ where: { state: { notIn: ['sent'] } } })
    expect(unsent.map(({ key, state }) => [key, state])).toEqual([])
  })
})

if (serverMissing !== undefined)
  describe('A supplement, server database', () => {
    test('needs a PostgreSQL server', (context) => context.skip(serverMissing))
  })
