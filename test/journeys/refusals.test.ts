// What is not allowed or comes too late is explained, and nothing is recorded.
import { afterEach, describe, expect, test } from 'vitest'
import { asField, buttonsOf } from './support/person.ts'
import { publishTyped } from './support/publish-typed.ts'
import { samplePack } from './support/scrutineer.ts'
import { standing } from './support/standing.ts'
import * as sample from './support/words.ts'
import { buttons, labels, said } from './support/words.ts'

const it = standing()
const clerk = () => it().as(sample.clerk)
const jo = () => it().as('Jo Ward')

/** Everybody has closed what stood before them. */
afterEach(async () => {
  for (const name of [sample.clerk, sample.otherClerk, 'Jo Ward', sample.officer])
    while (await it().as(name).openModal()) await it().as(name).close()
})

test('a councillor and an officer who type /pack are told who publishes', async () => {
  await jo().command('/pack', { channel: sample.channel })
  expect(await jo().told()).toContain('Only clerks publish packs')
  expect(await jo().told()).toContain(sample.clerk)
  expect(await jo().told()).toContain(sample.otherClerk)
  await it().as(sample.officer).command('/pack')
  expect(await it().as(sample.officer).told()).toContain('Only clerks publish packs')
  expect(await jo().openModal()).toBeUndefined()
})

test('a councillor who drops a file on the bot is told, and the file is not read', async () => {
  await jo().upload(await samplePack())
  await jo().sees('only clerks publish papers')
  expect(await it().database.prisma.pack.count()).toBe(0)
  expect(await it().world.journal({ method: 'files.download' })).toEqual([])
})

test('somebody whom nobody imported is told whom to ask, whatever they do', async () => {
  await it().world.hand.ask('people', { name: 'sam.stranger', realName: 'Sam Stranger' })
  const sam = it().as('Sam Stranger')
  for (const command of ['/pack', '/apologies']) {
    await sam.command(command)
    expect(await sam.told()).toContain('I do not know you yet')
    expect(await sam.told()).toContain(sample.clerk)
  }
  await sam.message('hello?')
  await sam.sees('I do not know you yet')
})

test('before anything is published, /apologies says that no meeting is planned', async () => {
  await jo().command('/apologies')
  expect(await jo().told()).toContain('No meeting of your committees')
})

test('an officer and a clerk, who hold no seat, are told so', async () => {
  await it().as(sample.officer).command('/apologies')
  expect(await it().as(sample.officer).told()).toContain('Apologies are for members of a committee')
  await clerk().command('/apologies')
  expect(await clerk().told()).toContain(buttons.answerFor)
})

describe('Two at once', () => {
  test('two clerks who publish the same meeting at once make one publication; the second is told by whom', async () => {
    const both = [clerk(), it().as(sample.otherClerk)]
    for (const one of both) {
      await one.command('/pack')
      await one.submit()
    }
    await Promise.all(both.map((one) => one.submit(sample.typedMeeting)))
    const forms = await Promise.all(both.map((one) => one.modal()))
    expect(forms.map((form) => form.title).toSorted()).toEqual(['Check and publish', 'Published'])
    const first = forms.findIndex((form) => form.title === 'Published')
    const [winner, second] = [both[first], both[1 - first]]
    // What the second has typed stays there: it may add to what the first has published.
    const refusal = (await second?.errors())?.[labels.date]
    expect(refusal).toMatch(new RegExp(`${winner?.name} published the pack of this meeting at \\d\\d:\\d\\d`))
    expect(refusal).toContain('Nothing was posted twice')
    const cards = await jo().messages(sample.channel)
    expect(cards.filter((card) => card.text.includes('17 March 2027'))).toHaveLength(1)
    expect(await it().database.prisma.publication.count()).toBe(1)
  })

  test('a pack that is submitted twice is published once', async () => {
    await clerk().command('/pack')
    await clerk().submit({ [labels.file]: asField(await samplePack()) })
    const twice = [clerk().submit({}, { wait: false }), clerk().submit({}, { wait: false })]
    await Promise.allSettled(twice)
    await it().world.idle()
    expect(await it().database.prisma.publication.count()).toBe(2)
    const cards = await jo().messages(sample.channel)
    expect(cards.filter((card) => card.text.includes('20 January 2027'))).toHaveLength(1)
    expect((await jo().messages()).filter((one) => one.text.includes('20 January 2027'))).toHaveLength(1)
  })
})

test('apologies of somebody not on the committee, by the button of the card, are explained', async () => {
  const officer = it().as(sample.officer)
  await officer.click(buttons.apologies, { within: '20 January 2027' })
  expect(await officer.told()).toContain('20 January 2027')
  expect(await officer.told()).toMatch(/Ask|ask/)
  expect(await it().database.prisma.apology.count()).toBe(0)
})

test('a reason, a place and a title that name everybody never call anybody', async () => {
  const shout = '<!channel> <!here> <@U01SAMPLE01> & <https://evil.example|click>'
  await publishTyped(clerk(), {
    [labels.date]: '2027-04-14',
    [labels.venue]: shout,
    [labels.items]: `1. Apologies ${shout}\n2. *Bold* _title_ \`code\` (pages 3-4)`,
  })
  await jo().click(buttons.apologies, { within: '14 April 2027' })
  await jo().submit({ [labels.reason]: `Because ${shout}` })
  await clerk().close()
  await clerk().click(buttons.answerFor, { within: '14 April 2027' })
  await clerk().submit({
    [labels.member]: 'Councillor Tom Fairlock',
    [labels.answer]: 'Sends apologies: cannot come',
    [labels.note]: shout,
  })
  await clerk().close()
  await clerk().click(buttons.reasons, { within: '14 April 2027' })
  expect((await clerk().modal()).text).toContain(shout)
  await clerk().close()
  await clerk().click(buttons.emailText, { within: '14 April 2027' })
  const sent = JSON.stringify(await it().world.journal({ type: 'call' }))
  expect(sent).toContain('&lt;!channel&gt;')
  expect(mrkdwnWithControl(await it().world.journal({ type: 'call' }))).toEqual([])
  const card = await jo().sees('14 April 2027', sample.channel)
  expect(card.text).toContain(shout)
  expect(card.mrkdwn).not.toContain('<!')
})

/** Every mrkdwn text in what was sent that Slack would take for a mention of somebody or everybody. */
function mrkdwnWithControl(sent: unknown): string[] {
  if (Array.isArray(sent)) return sent.flatMap(mrkdwnWithControl)
  if (typeof sent !== 'object' || sent === null) return []
  const found = Object.values(sent).flatMap(mrkdwnWithControl)
  const text = 'type' in sent && sent.type === 'mrkdwn' && 'text' in sent ? String(sent.text) : ''
  return /<[!@]|<https:\/\/evil/.test(text) ? [text, ...found] : found
}

describe('A meeting that is cancelled or over', () => {
  test('nobody sends apologies for a cancelled meeting', async () => {
    const { prisma } = it().database
    const where = { startTime: '14:00', date: new Date('2027-03-17') }
    await prisma.meeting.updateMany({ where, data: { state: 'cancelled' } })
    await jo().click(buttons.apologies, { within: '17 March 2027' })
    expect(await jo().told()).toContain('is cancelled')
    await jo().command('/apologies')
    const offered = (await jo().field(labels.meeting)).options?.map((option) => option.text)
    expect(offered).toEqual([expect.stringContaining('20 Jan'), expect.stringContaining('14 Apr')])
  })

  test('a form left open until after the planned end is refused with the way out', async () => {
    await jo().click(buttons.apologies, { within: '20 January 2027' })
    await it().world.advance({ set: '2027-01-20T11:59' })
    await it().as('Ruth Okafor').click(buttons.coming, { within: '20 January 2027' })
    await it().as('Ruth Okafor').sees(said.coming)
    await it().world.advance({ set: '2027-01-20T12:01' })
    await jo().submit()
    const form = await jo().modal()
    expect(form.title).toBe('Not recorded')
    expect(form.text).toContain('is over, so only')
    expect(form.text).toContain(sample.clerk)
    expect(await it().database.prisma.apology.count({ where: { meeting: { startTime: '10:00' } } })).toBe(0)
  })

  test('the message of a meeting that is over says so and asks nothing; the clerk still corrects the record', async () => {
    const tom = it().as('Tom Fairlock')
    const message = await tom.sees('This meeting is over.')
    expect(buttonsOf(message)).not.toContain(buttons.coming)
    await clerk().click(buttons.correct, { within: '20 January 2027' })
    await clerk().submit({
      [labels.member]: 'Councillor Tom Fairlock',
      [labels.answer]: 'Will be there',
      [labels.whyCorrected]: 'He had told me in the room.',
    })
    expect((await clerk().modal()).text).toContain('Recorded for Councillor Tom Fairlock')
  })
})
