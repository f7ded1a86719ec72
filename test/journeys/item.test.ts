// An item at the meeting, as the clerk and the members live it: interests, questions, the public's exclusion, and
// what is due afterwards; over both transports and on both kinds of database.
import { describe, expect, test } from 'vitest'
import { controlWords } from '../../src/cards/control-words.en.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { words as interests } from '../../src/interests/words.en.ts'
import { businessWords } from '../../src/sitting/business-words.en.ts'
import { words as item } from '../../src/sitting/item-words.en.ts'
import { words as questions } from '../../src/sitting/question-words.en.ts'
import { stateWords } from '../../src/sitting/state-words.en.ts'
import { sittingWords } from '../../src/sitting/words.en.ts'
import { secondGround } from './support/matrix.ts'
import { publishTyped } from './support/publish-typed.ts'
import { standing } from './support/standing.ts'
import { ticked } from './support/ticked.ts'
import * as sample from './support/words.ts'

const NATURE = 'Her husband runs the Staithe Street pharmacy'
const SECRET = 'Staithe Street'
const DPI = interests.kinds.dpi
const when = sittingWords.time('2027-03-17')

describe.each(secondGround)('An item over $transport, $database database', (ground) => {
  const it = standing(ground)
  const clerk = () => it().as(sample.clerk)
  const jo = () => it().as('Jo Ward')
  const tom = () => it().as('Tom Fairlock')
  const officer = () => it().as(sample.officer)
  const control = async () => (await clerk().sees('The meeting sits', sample.clerksChannel)).text
  const press = (text: string) => clerk().click(text, { within: 'The meeting sits' })

  test('who gave notice of an interest is named to the clerk when the item is begun, without its kind', async () => {
    await publishTyped(clerk(), {
      [sample.labels.items]: '1. Apologies\n2. Pharmacy services (pages 3-4)\n3. A contract [closed 3]',
    })
    await clerk().close()
    const { prisma } = it().database
    const person = await prisma.person.findFirstOrThrow({ where: { name: sample.officer } })
    await prisma.councilRole.create({
      data: { councilId: person.councilId, personId: person.id, duty: 'monitoringOfficer' },
    })
    await jo().command('/declare')
    await jo().submit({ [interests.form.items]: ['2. Pharmacy services'], [interests.form.type]: DPI })
    await jo().submit({
      [interests.confirm.registration]: interests.registrations.neither,
      [interests.confirm.nature]: NATURE,
    })
    await jo().close()
    await it().world.advance({ set: '2027-03-17T14:01:00Z' })
    await clerk().command('/meeting open')
    await clerk().submit(await ticked(clerk(), ['Jo Ward', 'Tom Fairlock', 'Ruth Okafor']))
    await clerk().close()
    await press(businessWords.next)
    await press(businessWords.next)
    expect(await control()).toContain('Councillor Jo Ward must leave the room')
    for (const secret of ['pecuniary', SECRET]) expect(await control()).not.toContain(secret)
  })

  test('the clerk confirms what was disclosed; then the control names the kind, and never what it is', async () => {
    await press(item.control.interests)
    const [field] = (await clerk().modal()).fields.filter(({ label }) => label.includes('Jo Ward'))
    expect(field?.label).toContain(DPI)
    expect((await clerk().modal()).text).not.toContain(SECRET)
    await clerk().submit({ [field?.label ?? '']: item.interests.outcome.disclosed })
    expect(await clerk().openModal()).toBeUndefined()
    expect(await control()).toContain(DPI)
    expect(await control()).not.toContain(SECRET)
    expect(await it().database.prisma.disclosure.findMany()).toMatchObject([{ nature: NATURE }])
  })

  test('a member asks by command, the clerk records a message, and the Chair confirms both in one tap', async () => {
    await tom().command('/followup How many have closed <!channel>?')
    expect(await tom().told()).toContain('Recorded under “2. Pharmacy services”')
    await it().as(sample.otherClerk).command('/followup')
    await it().as(sample.otherClerk).close()
    await it().as('Malcolm Trentham').command('/followup Me too')
    expect(await it().as('Malcolm Trentham').told()).toContain('No meeting sits at which you are present')
    await it().as('Ruth Okafor').message('Which wards are served worst?', { channel: sample.channel })
    await clerk().click('Record a question', { within: 'Which wards' })
    await clerk().submit({
      [questions.form.due]: questions.form.dues.event,
      [questions.form.dueText]: 'once properly developed',
      [questions.form.ownerName]: 'Director of Public Health',
    })
    expect(await control()).toContain('2 questions, 2 to read back')
    await press(item.control.readBack(2))
    const list = (await clerk().modal()).text
    expect(list).toContain('once properly developed')
    expect(list).toContain('asked by Councillor Ruth Okafor')
    await clerk().click(questions.list.confirmAll)
    await clerk().close()
    expect(await control()).toContain('2 questions, all read back')
    expect(JSON.stringify(await clerk().messages(sample.clerksChannel))).not.toContain('<!channel>')
  })

  test('the public is excluded for the closed item in one tap, and let in again', async () => {
    await press(item.control.exclude)
    await press(businessWords.next)
    expect(await control()).toContain('The public is excluded since')
    expect(await control()).not.toContain('A contract')
    await it().world.advance({ advance: 'PT5M' })
    await press(item.control.readmit)
    expect(await control()).not.toContain('The public is excluded')
    expect(await it().database.prisma.publicExclusion.findMany()).toMatchObject([
      { text: expect.stringContaining('paragraph 3') },
    ])
  })

  test('after the meeting the member and the Monitoring Officer are told of the last day, and told ends it', async () => {
    expect((await jo().messages()).some(({ text }) => text.includes('tell the Monitoring Officer'))).toBe(
      false,
    )
    await press(controlWords.more)
    await clerk().click(stateWords.buttons.closed)
    await clerk().submit()
    // Beginning with Wednesday 17 March 2027.
    await jo().sees('The last day is Tuesday 13 April 2027')
    await officer().sees('Councillor Jo Ward disclosed an interest')
    await officer().click(item.told.button)
    await jo().sees('The Monitoring Officer was told')
    for (const person of [jo(), officer(), tom()])
      expect(JSON.stringify(await person.messages())).not.toContain(SECRET)
  })

  test('afterwards the clerk enters what is missing: an interest, a ruling, an exclusion in other words, who was told', async () => {
    const more = async (text: string) => {
      await clerk().click(controlWords.more, { within: 'Closed' })
      await clerk().click(text)
    }
    await more(item.control.interests)
    await clerk().click(item.interests.declare)
    const { disclose } = item
    const said = {
      [disclose.member]: 'Councillor Tom Fairlock',
      [disclose.item]: '2. Pharmacy services',
      [disclose.type]: DPI,
      [disclose.did]: item.interests.conduct.spoke,
      [when]: '14:02',
    }
    await clerk().submit(said)
    expect(await clerk().errors()).toEqual({ [disclose.nature]: disclose.natureMissing })
    await clerk().submit({ ...said, [disclose.nature]: 'He is employed there' })
    expect(await clerk().errors()).toEqual({ [disclose.registration]: disclose.registrationMissing })
    await clerk().submit({
      ...said,
      [disclose.nature]: 'He is employed there',
      [disclose.registration]: interests.registrations.neither,
    })
    expect(await clerk().openModal()).toBeUndefined()
    await tom().sees('The last day is Tuesday 13 April 2027')

    await more(item.control.interests)
    await clerk().submit({ [item.interests.did('Councillor Jo Ward')]: item.interests.conduct.left })
    await more(item.control.interests)
    expect((await clerk().field(item.interests.did('Councillor Jo Ward'))).value).toBe('left')
    await clerk().click(item.interests.strike)
    expect((await clerk().modal()).text).toContain('Councillor Jo Ward')
    expect((await clerk().modal()).fields.map(({ label }) => label)).not.toContain(
      item.interests.did('Councillor Jo Ward'),
    )
    await clerk().close()
    await jo().sees('has struck this entry')

    await more(item.control.urgency)
    await clerk().submit({ [item.ruling.which]: '2. Pharmacy services' })
    expect(await clerk().errors()).toEqual({ [item.ruling.circumstances]: item.ruling.missing })
    await clerk().submit({ [item.ruling.circumstances]: 'Two pharmacies close on Friday' })
    expect(await clerk().openModal()).toBeUndefined()

    await it().world.advance({ advance: 'PT10M' })
    await more(item.control.excludeInWords)
    expect((await clerk().modal()).text).toContain('Excluded from 2.')
    await clerk().submit({ [item.exclusion.text]: 'That the public be excluded', [when]: '14:08' })
    expect(await clerk().openModal()).toBeUndefined()
    await more(item.control.told)
    expect((await clerk().modal()).text).toContain('which counts as the first day')
    await clerk().click(item.told.button)
    expect((await clerk().modal()).text).toContain('the Monitoring Officer has been told')
    await clerk().close()
    await tom().sees('The Monitoring Officer was told')
    const { prisma } = it().database
    expect(await prisma.urgencyRuling.count()).toBe(1)
    expect(await prisma.publicExclusion.count()).toBe(2)
  })

  test('the audit trail holds', async () => {
    const { prisma } = it().database
    const [council] = await prisma.council.findMany()
    const chains = await verifyAudit(prisma, council?.id ?? '')
    expect(chains.filter(({ broken }) => broken)).toEqual([])
  })
})
