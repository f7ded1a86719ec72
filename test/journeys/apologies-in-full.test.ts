// J3 in full: apologies typed for a day, a substitute who is asked and agrees, what follows them, and a clerk who relays.
import { describe, expect, test } from 'vitest'
import { words as substitutes } from '../../src/apologies/substitute-words.en.ts'
import { words as apologies } from '../../src/apologies/words.en.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { firstGround } from './support/matrix.ts'
import { buttonsOf } from './support/person.ts'
import { publishTyped } from './support/publish-typed.ts'
import { standing } from './support/standing.ts'
import { wholeDatabase } from './support/whole-database.ts'
import * as sample from './support/words.ts'

const SECRET = 'Fracture clinic'
const MEETING = /^Wed 17 Mar, 2 pm – Health and Adult Care/
const jo = 'Jo Ward'
const bill = 'Bill Tarrantry'
const asked = 'Will you sit for Councillor Jo Ward?'
const { asked: buttons } = substitutes

describe.each(firstGround)('Apologies in full over $transport, $database database', (ground) => {
  const it = standing(ground)
  const as = (name: string) => it().as(name)
  const list = () => as(sample.clerk).sees(sample.clerksList, sample.clerksChannel)

  test('what is not understood is said with help, to the person alone, and records nothing', async () => {
    await publishTyped(as(sample.clerk))
    await as(jo).command('/apologies my bad knee', { channel: sample.channel })
    expect(await as(jo).told()).toContain('I did not understand')
    expect(JSON.stringify(await as('Tom Fairlock').messages(sample.channel))).not.toContain('bad knee')
    expect(await it().database.prisma.apology.count()).toBe(0)
  })

  test('a day without a meeting names the nearest; a day with one opens its form', async () => {
    await as(jo).command('/apologies 18 March 2027')
    expect(await as(jo).told()).toContain('Wed 17 Mar, 2 pm')
    await as(jo).command('/apologies 17/3/2027')
    const meeting = await as(jo).field(sample.labels.meeting)
    expect(meeting.options?.map(({ text }) => text)).toEqual([expect.stringMatching(MEETING)])
  })

  test('the form offers only the lawful pool: the named substitute of the own group', async () => {
    const field = await as(jo).field(substitutes.field.substitute)
    expect(field.options?.map(({ text }) => text)).toEqual([`Councillor ${bill}`])
    await as(jo).submit({
      [sample.labels.reason]: SECRET,
      [apologies.form.inMinutes]: apologies.form.phrases.councilBusiness,
      [substitutes.field.substitute]: `Councillor ${bill}`,
    })
    const receipt = await as(jo).modal()
    expect(receipt.text).toContain('Your apologies are recorded')
    expect(receipt.text).toContain(`Councillor ${bill} is asked to sit for you`)
    await as(jo).close()
  })

  test('the substitute gets one message with two buttons and nothing else yet; the clerks see that they are asked', async () => {
    const messages = await as(bill).messages()
    expect(messages.map(buttonsOf)).toEqual([[buttons.iWill, buttons.iCannot]])
    expect(messages[0]?.text).toContain(asked)
    expect(messages[0]?.text).not.toContain(SECRET)
    expect((await list()).text).toMatch(
      /• Councillor Jo Ward, .*; Councillor Bill Tarrantry is asked to substitute/,
    )
  })

  test('agreed, they get the papers, the member one line, and the member stays in the apologies', async () => {
    await as(bill).click(buttons.iWill)
    const messages = await as(bill).messages()
    expect(messages).toHaveLength(2)
    expect(messages[0]?.text).toContain('You sit for Councillor Jo Ward')
    expect(messages[1]?.text).toContain('The papers are out: 2 items.')
    expect(messages[1]?.text).toContain('You sit for Councillor Jo Ward')
    expect((await as(jo).sees('will sit for you')).text).toContain('Your apologies stand')
    const { text } = await list()
    expect(text).toMatch(/Jo Ward, .*; Councillor Bill Tarrantry substitutes \(accepted \d\d:\d\d on /)
    expect(text).toContain('Apologies: 1')
  })

  test('a change of the meeting reaches the substitute as it reaches members', async () => {
    await as(sample.clerk).click('Change the meeting', { within: sample.clerksList })
    const { fields } = await as(sample.clerk).modal()
    const room = fields.find(({ value }) => value === 'Wherry Room')?.label ?? ''
    await as(sample.clerk).submit({ [room]: 'Staithe Room' })
    await as(sample.clerk).close()
    expect((await as(bill).messages()).at(-1)?.text).toContain('Staithe Room')
  })

  test('withdrawn by the command, the substitute is let go and both are told', async () => {
    await as(jo).command('/apologies withdraw')
    expect(await as(jo).told()).toContain('you are expected again')
    expect((await as(bill).messages()).at(-1)?.text).toContain(
      'You are not needed as substitute for Councillor Jo Ward',
    )
    expect((await as(bill).messages()).flatMap(buttonsOf)).toEqual([])
    expect((await as(jo).messages()).at(-1)?.text).toContain('does not sit for you')
    expect((await list()).text).not.toContain('Tarrantry')
  })

  test('the list shows every coming meeting with what was said, and answers in place', async () => {
    await as(jo).command('/apologies list')
    expect((await as(jo).modal()).text).toContain(apologies.list.states.unanswered)
    await as(jo).click(apologies.list.coming)
    expect((await as(jo).modal()).text).toContain(apologies.list.states.coming)
    await as(jo).close()
  })

  test('away for some weeks is one form, one act and one receipt', async () => {
    await as(jo).command('/apologies I am away 1 March - 4 April 2027')
    const form = await as(jo).modal()
    expect(form.fields.find(({ label }) => label === apologies.away.meetings)?.options).toHaveLength(1)
    await as(jo).submit({ [sample.labels.reason]: SECRET })
    expect((await as(jo).modal()).text).toContain('for one meeting')
    await as(jo).close()
    expect((await list()).text).toMatch(/• Councillor Jo Ward, .*by \/apologies :lock: reason given/)
  })

  test('a clerk names somebody else for the member, who says no; the clerk hears of it', async () => {
    await as(sample.clerk).click('Substitutes', { within: sample.clerksList })
    await as(sample.clerk).click(substitutes.desk.name)
    await as(sample.clerk).submit({ [substitutes.naming.substitute]: `Councillor ${bill}` })
    expect((await as(sample.clerk).modal()).text).toContain('is asked to sit for Councillor Jo Ward')
    await as(sample.clerk).close()
    await as(bill).click(buttons.iCannot)
    expect((await as(sample.clerk).messages()).at(-1)?.text).toContain(`Councillor ${bill} cannot sit`)
    expect((await as(jo).messages()).at(-1)?.text).toContain(`Councillor ${bill} cannot sit`)
  })

  test('a clerk relays for somebody without Slack, by name and with how they were told', async () => {
    await as(jo).command('/apologies for Kimberling')
    expect(await as(jo).told()).toContain('Only a clerk')
    await as(sample.clerk).command('/apologies for Nobody Atall')
    expect(await as(sample.clerk).told()).toContain('There is no member')
    await as(sample.clerk).command('/apologies for Mrs Kimberling')
    expect((await as(sample.clerk).field(sample.labels.member)).value).not.toBeNull()
    await as(sample.clerk).submit({
      [sample.labels.answer]: apologies.relay.answers.absent,
      [sample.labels.note]: 'by telephone, from her daughter',
    })
    await as(sample.clerk).close()
    expect((await list()).text).toMatch(
      /Mrs Dorothy Kimberling, .*, relayed by Marian Spekeworth, by telephone, from her daughter/,
    )
  })

  test('once the meeting is over only the clerk corrects, and what was there before stays visible', async () => {
    await it().world.advance({ set: '2027-03-17T20:00' })
    expect(buttonsOf(await as(jo).sees('This meeting is over.'))).not.toContain(sample.buttons.withdraw)
    expect(await it().database.prisma.apology.count({ where: { withdrawnAt: null } })).toBe(2)
    await as(sample.clerk).click(sample.buttons.correct, { within: sample.clerksList })
    await as(sample.clerk).submit({
      [sample.labels.member]: `Councillor ${jo}`,
      [sample.labels.answer]: apologies.relay.answers.coming,
      [apologies.correct.why]: 'was in the room after all',
    })
    await as(sample.clerk).close()
    await as(sample.clerk).click(sample.buttons.correct, { within: sample.clerksList })
    expect((await as(sample.clerk).modal()).text).toMatch(
      /Jo Ward: apologies → coming, .*Marian Spekeworth: was in the room after all/,
    )
    await as(sample.clerk).close()
  })

  test('the reason was nowhere in clear, and is deleted when the council keeps it no longer', async () => {
    expect(await wholeDatabase(it().database.prisma)).not.toContain(SECRET)
    expect(JSON.stringify(await it().world.journal({ type: 'call' }))).not.toContain(SECRET)
    const { prisma } = it().database
    const [council] = await prisma.council.findMany()
    for (const chain of await verifyAudit(prisma, council?.id ?? '')) expect(chain.broken).toBeUndefined()
    await it().world.advance({ advance: 'P91D' })
    expect(await prisma.apologyReason.count()).toBe(0)
  })
})
