// Votes as clerks and members live them: agreed in one tap, by hands with a casting vote, by name, by button, corrected,
// own votes, and what was resolved; over both transports and on both kinds of database.
import { describe, expect, test } from 'vitest'
import { controlWords } from '../../src/cards/control-words.en.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { businessWords } from '../../src/sitting/business-words.en.ts'
import { formWords as form } from '../../src/votes/form-words.en.ts'
import { words } from '../../src/votes/words.en.ts'
import { firstGround } from './support/matrix.ts'
import { publishTyped } from './support/publish-typed.ts'
import { standing } from './support/standing.ts'
import { ticked } from './support/ticked.ts'
import * as sample from './support/words.ts'

const there = ['Jo Ward', 'Tom Fairlock', 'Ruth Okafor', 'Imran Siddall']
const MOTION = 'That the Cabinet be recommended to keep the pharmacy open <!channel>'

describe.each(firstGround)('Votes over $transport, $database database', (ground) => {
  const it = standing(ground)
  const clerk = () => it().as(sample.clerk)
  const sits = 'The meeting sits'
  const control = async () => (await clerk().sees(sits, sample.clerksChannel)).text
  const press = (text: string) => clerk().click(text, { within: sits })

  test('without a meeting that sits, the command says how it is opened', async () => {
    await clerk().command('/vote')
    expect(await clerk().told()).toContain('/meeting open')
  })

  test('agreed is one tap, and the control says so', async () => {
    await publishTyped(clerk(), {
      [sample.labels.items]: '1. Minutes\n2. Pharmacy services (pages 3-4)\n3. Work programme',
    })
    await clerk().close()
    await it().world.advance({ set: '2027-03-17T14:01:00Z' })
    await clerk().command('/meeting open')
    await clerk().submit(await ticked(clerk(), there))
    await clerk().close()
    await press(businessWords.next)
    await press(words.control.agreed)
    expect(await control()).toContain('That the minutes be agreed as a correct record')
    expect(await control()).toContain('agreed without a vote')
  })

  test('the clerk’s settings let members vote by button, and have results posted', async () => {
    await clerk().command('/vote settings')
    await clerk().submit({
      [form.settings.fraction]: '1/2',
      [form.settings.flags]: [form.settings.electronic, form.settings.posted],
    })
    expect((await clerk().modal()).text).toContain('Saved')
    await clerk().close()
  })

  test('a count that does not add up says what is missing, and keeps what was typed', async () => {
    await press(businessWords.next)
    await press(words.control.vote)
    await clerk().submit({ [form.text]: MOTION, [form.for]: '2', [form.against]: '1' })
    expect(Object.values(await clerk().errors())).toEqual([
      '4 can vote and are in the room, 3 are entered: 1 missing.',
    ])
    await clerk().submit({ [form.for]: '2', [form.against]: '2' })
    expect((await clerk().modal()).title).toBe(form.equal.title)
    await clerk().close()
    expect(await control()).toContain('The votes are equal')
  })

  test('the casting vote is of whoever presides; the result is posted, and user text calls nobody', async () => {
    await press(words.control.castFor)
    expect(await control()).toContain('Carried: That the Cabinet')
    const posted = await clerk().sees('Carried', sample.channel)
    expect(posted.text).toContain('(For 2, Against 2, Abstentions 0)')
    expect(posted.text).toContain('used the casting vote for it')
    // Shown as it was typed: Slack takes it for no mention.
    expect(posted.text).toContain('<!channel>')
  })

  test('a member has their own vote minuted before the next item, and not after it', async () => {
    const tom = it().as('Tom Fairlock')
    await tom.command('/vote record')
    await tom.submit({ [form.own.side]: words.sides.against })
    expect((await tom.modal()).text).toContain('against')
    await tom.close()
    expect((await clerk().sees('Carried', sample.channel)).text).toContain('(For 2')
  })

  test('by button, each in the room is asked; late and double taps do no harm', async () => {
    await press(words.control.vote)
    await clerk().click(form.method, { value: words.methods.electronic })
    await clerk().submit({ [form.text]: 'That the report be noted.' })
    expect((await clerk().modal()).text).toContain('4 members are asked')
    await clerk().close()
    for (const name of there) await it().as(name).sees('how do you vote?')
    await it().as('Jo Ward').click(words.sides.for, { within: 'how do you vote?' })
    await it().as('Jo Ward').click(words.sides.against, { within: 'how do you vote?' })
    await it().as('Ruth Okafor').click(words.sides.for, { within: 'how do you vote?' })
    await it().as('Imran Siddall').click(words.sides.for, { within: 'how do you vote?' })
    expect(await control()).toContain('3 entered, 1 missing: Councillor Tom Fairlock')
    await clerk().command('/vote')
    await clerk().submit({ 'Councillor Tom Fairlock': words.sides.none })
    expect((await clerk().modal()).text).toContain('Carried')
    await clerk().close()
    expect((await it().as('Jo Ward').sees('how do you vote?')).text).toContain('This vote is closed')
    const posted = (await clerk().sees('noted', sample.channel)).text
    expect(posted).toContain('(For 2, Against 1, Abstentions 0, Not voting 1)')
    expect(posted).not.toContain('Jo Ward')
  })

  test('by name, the clerk calls the roll; the names are posted, and it has a picture', async () => {
    await press(words.control.vote)
    await clerk().click(form.method, { value: words.methods.rollCall })
    await clerk().submit({ [form.text]: 'That a written response be provided to the Committee.' })
    await clerk().submit({ 'Councillor Jo Ward': words.sides.for })
    expect(Object.keys(await clerk().errors())).toHaveLength(3)
    await clerk().submit({
      'Councillor Tom Fairlock': words.sides.for,
      'Councillor Ruth Okafor': words.sides.for,
      'Councillor Dr Imran Siddall': words.sides.abstain,
    })
    await clerk().close()
    expect((await clerk().sees('written response', sample.channel)).text).toContain(
      'Abstentions:- Councillor Dr Imran Siddall (1)',
    )
    await press(controlWords.more)
    await clerk().click(words.control.list)
    await clerk().click(form.list.picture)
    expect((await clerk().modal()).text).toContain('Abstained 1 (Councillor Dr Imran Siddall)')
    await clerk().close()
    await clerk().close()
  })

  test('a correction says why; the channel shows it, and the first result stays in the list', async () => {
    await press(controlWords.more)
    await clerk().click(words.control.list)
    await clerk().click(form.list.correct)
    await clerk().submit({ [form.correct.why]: 'Misheard', 'Councillor Dr Imran Siddall': words.sides.for })
    await clerk().close()
    expect((await clerk().sees('written response', sample.channel)).text).toContain('(Corrected: Misheard.)')
    await press(controlWords.more)
    await clerk().click(words.control.list)
    expect((await clerk().modal()).text).toContain('Corrected because: Misheard')
    await clerk().close()
  })

  test('what was carried is resolved; the clerk looks at each part, and changes what it does', async () => {
    expect(await control()).toContain('3 resolutions to look at')
    await press(controlWords.more)
    await clerk().click(words.control.resolutions)
    expect((await clerk().modal()).text).toContain(words.verbs.recommend)
    await clerk().click(form.resolutions.right)
    await clerk().click(form.resolutions.edit)
    await clerk().submit({
      [form.resolutions.text]: '1. That the report be noted.\n2. That the Director be asked to report back.',
    })
    expect((await clerk().modal()).title).toBe(form.resolutions.partsTitle)
    await clerk().submit()
    await clerk().close()
    expect(await control()).toContain('1 resolution to look at')
    await press(businessWords.next)
    await it().as('Jo Ward').command('/vote record')
    await it()
      .as('Jo Ward')
      .submit({ [form.own.side]: words.sides.for })
    expect(Object.values(await it().as('Jo Ward').errors()).join()).toContain('The next item has begun')
    await it().as('Jo Ward').close()
    const { prisma } = it().database
    const { id } = await prisma.council.findFirstOrThrow()
    expect((await verifyAudit(prisma, id)).filter(({ broken }) => broken)).toEqual([])
  })
})
