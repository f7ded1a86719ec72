// A meeting as its clerk lives it: opened with the roll, a late member, another chair, the quorum lost and regained,
// items in another order, closed and written up; over both transports and on both kinds of database.
import { describe, expect, test } from 'vitest'
import { controlWords } from '../../src/cards/control-words.en.ts'
import { words as cards } from '../../src/cards/words.en.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { businessWords } from '../../src/sitting/business-words.en.ts'
import { openingWords } from '../../src/sitting/opening-words.en.ts'
import { rollWords } from '../../src/sitting/roll-words.en.ts'
import { stateWords } from '../../src/sitting/state-words.en.ts'
import { sittingWords } from '../../src/sitting/words.en.ts'
import { firstGround } from './support/matrix.ts'
import { buttonsOf } from './support/person.ts'
import { publishTyped } from './support/publish-typed.ts'
import { standing } from './support/standing.ts'
import * as sample from './support/words.ts'

const coming = ['Ruth Okafor', 'Imran Siddall', 'Tom Fairlock']
const when = sittingWords.time('2027-03-17')

describe.each(firstGround)('A meeting over $transport, $database database', (ground) => {
  const it = standing(ground)
  const clerk = () => it().as(sample.clerk)
  const other = () => it().as(sample.otherClerk)
  const sits = sittingWords.state.open
  const control = async (state: string = sits) => (await clerk().sees(state, sample.clerksChannel)).text
  const press = (text: string, who = clerk()) => who.click(text, { within: sits })
  /** As the form in front of the clerk names somebody: with their title. */
  const listed = async (label: string, name: string) => {
    const options = (await clerk().field(label)).options ?? []
    return { [label]: options.map(({ text }) => text).filter((text) => text.includes(name)) }
  }
  const ticked = async () =>
    (await clerk().modal()).fields.flatMap(({ value }) => (Array.isArray(value) ? value : []))

  test('before it the clerk prints a sheet, which is for nobody else', async () => {
    await publishTyped(clerk(), {
      [sample.labels.items]: '1. Apologies\n2. Pharmacy services (pages 3-4)\n3. Work programme',
    })
    await clerk().close()
    for (const name of coming) await it().as(name).click(sample.buttons.coming)
    await it().as('Jo Ward').command('/apologies')
    await it().as('Jo Ward').submit()
    await it().as('Jo Ward').close()
    await clerk().command('/meeting sheet')
    if (await clerk().openModal()) await clerk().click(sittingWords.pick.choose)
    await expect.poll(async () => JSON.stringify(await clerk().messages())).toContain('sheet-health')
    await it().as('Jo Ward').command('/meeting sheet')
    expect(JSON.stringify(await it().as('Jo Ward').messages())).not.toContain('sheet-')
  })

  test('from an hour before, the clerks’ list offers to open it; who said that they come is ticked', async () => {
    const list = () => clerk().sees(cards.clerks.heading(), sample.clerksChannel)
    expect(buttonsOf(await list())).not.toContain(openingWords.button)
    await it().world.advance({ set: '2027-03-17T13:01:00Z' })
    expect(buttonsOf(await list())).toContain(openingWords.button)
    await it().world.advance({ set: '2027-03-17T14:02:00Z' })
    await clerk().click(openingWords.button, { within: cards.clerks.heading() })
    expect(await ticked()).toHaveLength(3)
    await clerk().submit()
    expect((await clerk().modal()).text).toContain('is open')
    await clerk().close()
    const text = await control()
    expect(text).toContain('began at 2.02 pm')
    expect(text).toContain('In the chair: Councillor Ruth Okafor')
    expect(text).toContain('Councillor Jo Ward (apologies)')
    expect(buttonsOf(await list())).not.toContain(openingWords.button)
  })

  test('opened again by another clerk, it is open once', async () => {
    await other().command('/meeting open')
    expect(await it().database.prisma.sitting.count()).toBe(1)
    expect(await other().told()).toContain('was opened already')
  })

  test('the next item is one tap, and an old button takes nobody back', async () => {
    await press(businessWords.next)
    expect(await control()).toContain('1. Apologies')
    await press(businessWords.next, other())
    expect(await control()).toContain('2. Pharmacy services')
  })

  test('a late member arrives, entered later at the true time', async () => {
    await it().world.advance({ set: '2027-03-17T14:20:00Z' })
    await press(rollWords.button)
    expect((await clerk().field(when)).value).toBe('14:20')
    await clerk().submit({ [when]: '14:45', ...(await listed(rollWords.came, 'Kofi Mensah-Boyd')) })
    expect(await clerk().errors()).toEqual({ [when]: sittingWords.refusals.inFuture })
    await clerk().submit({ [when]: '14:11', ...(await listed(rollWords.came, 'Kofi Mensah-Boyd')) })
    expect(await clerk().openModal()).toBeUndefined()
    expect(await control()).toContain('In the room (4): ')
    await clerk().command('/meeting roll')
    await clerk().click(rollWords.entries.button)
    expect((await clerk().modal()).text).toContain('2.11 pm: Councillor Kofi Mensah-Boyd came in')
    await clerk().close()
    await clerk().close()
  })

  test('somebody else takes the chair for one item', async () => {
    await press(rollWords.chair.button)
    await clerk().submit({
      [rollWords.chair.who]: 'Councillor Tom Fairlock',
      [rollWords.chair.scope]: rollWords.chair.thisItem('2. Pharmacy services'),
    })
    expect(await control()).toContain('In the chair: Councillor Tom Fairlock')
    await press(businessWords.items)
    expect((await clerk().modal()).text).toContain('2. Pharmacy services\nunder consideration')
    await clerk().close()
  })

  test('the quorum is lost with its wait and its working, and regained', async () => {
    const { prisma } = it().database
    await prisma.committee.updateMany({
      where: { name: sample.committee },
      data: { quorum: 4, quorumWait: 15 },
    })
    await press(rollWords.button)
    await clerk().submit({ ...(await listed(rollWords.left, 'Imran Siddall')) })
    expect(await control()).toContain(
      'No quorum: 3 in the room, 4 needed (the number that standing orders set). No business can be done. Standing orders wait 15 minutes from 2.20 pm, until 2.35 pm',
    )
    await press(controlWords.more)
    await clerk().click(stateWords.buttons.inquorate)
    await clerk().submit()
    expect(await clerk().errors()).toEqual({ [when]: sittingWords.refusals.stillWaiting('2.35 pm') })
    await clerk().close()
    await clerk().close()
    await it().world.advance({ set: '2027-03-17T14:30:00Z' })
    await press(rollWords.button)
    await clerk().submit({ ...(await listed(rollWords.came, 'Imran Siddall')) })
    expect(await control()).toContain('Quorum: 4 in the room, 4 needed')
  })

  test('items are written up and taken in any order; business comes up that no agenda lists', async () => {
    await press(businessWords.items)
    await clerk().click(businessWords.add.button)
    await clerk().submit({ [businessWords.add.field]: 'Closure of a ward <!channel> & more' })
    await clerk().click(businessWords.item.begin)
    await clerk().submit({ [businessWords.item.presenters]: 'Farah Quistain (Director)\nA partner' })
    expect(await control()).toContain('Closure of a ward <!channel> & more')
    expect(await control()).toContain('In the chair: Councillor Ruth Okafor')
    const items = await it().database.prisma.itemRecord.findMany({ orderBy: { position: 'asc' } })
    expect(items.map(({ state, taken }) => [state, taken])).toEqual([
      ['done', 1],
      ['done', 2],
      ['waiting', null],
      ['current', 3],
    ])
    expect(items[3]?.presenters).toEqual(['Farah Quistain (Director)', 'A partner'])
  })

  test('it is adjourned, resumed and closed; the record of who came agrees with the roll', async () => {
    await it().world.advance({ set: '2027-03-17T15:00:00Z' })
    await press(controlWords.more)
    await clerk().click(stateWords.buttons.adjourned)
    await clerk().submit({ [stateWords.note]: 'for ten minutes' })
    const adjourned = sittingWords.state.adjourned
    await other().click(stateWords.buttons.resumed, { within: adjourned })
    await other().submit()
    await press(controlWords.more)
    await clerk().click(stateWords.buttons.closed)
    expect((await clerk().modal()).text).toContain('3. Work programme')
    await clerk().submit()
    expect(await control('Closed at')).toContain('Closed at 3 pm')
    const rows = await it().database.prisma.attendanceRecord.findMany()
    const counts = (state: string) => rows.filter((row) => row.state === state).length
    expect([counts('present'), counts('apologies'), counts('absent')]).toEqual([4, 1, 6])
  })

  test('afterwards a member who was forgotten is entered, and an item is written up', async () => {
    await it().world.advance({ set: '2027-03-18T09:00:00Z' })
    await clerk().click(rollWords.button, { within: 'Closed at' })
    expect((await clerk().field(when)).value ?? '').toBe('')
    await clerk().submit({ [when]: '15:30', ...(await listed(rollWords.came, 'Anjali Nairn')) })
    expect(await clerk().errors()).toEqual({ [when]: sittingWords.refusals.afterEnd })
    await clerk().submit({ [when]: '14:30', ...(await listed(rollWords.came, 'Anjali Nairn')) })
    expect(await control('Closed at')).toContain('Anjali Nairn')
    const rows = await it().database.prisma.attendanceRecord.findMany({ where: { state: 'present' } })
    expect(rows).toHaveLength(5)
    await clerk().click(businessWords.items, { within: 'Closed at' })
    await clerk().click(businessWords.open)
    await clerk().click(businessWords.item.writeUp)
    await clerk().close()
    await clerk().close()
    expect(await control('Closed at')).toContain('Writing up: 1. Apologies')
  })

  test('only clerks of the committee enter anything, and the audit trail holds', async () => {
    for (const line of ['/meeting open', '/meeting roll']) await it().as('Jo Ward').command(line)
    expect(await it().as('Jo Ward').openModal()).toBeUndefined()
    const { prisma } = it().database
    const [council] = await prisma.council.findMany()
    const chains = await verifyAudit(prisma, council?.id ?? '')
    expect(chains.filter(({ broken }) => broken)).toEqual([])
  })
})
