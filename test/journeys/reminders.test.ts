// Reminders: by the clock, once, of what is still open; answered in place, fewer when somebody wants fewer, set by
// the clerk, none for a meeting that is cancelled; and once whatever dies in between.
import { beforeAll, describe, expect, test } from 'vitest'
import { words as bundle } from '../../src/cards/bundle-words.en.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { words as screen } from '../../src/meetings/screen-words.en.ts'
import { words as reminders } from '../../src/reminders/words.en.ts'
import { folderWithMeeting } from './support/folders.ts'
import { secondGround, serverMissing } from './support/matrix.ts'
import { buttonsOf } from './support/person.ts'
import { publishTyped } from './support/publish-typed.ts'
import { lifeUntilDeath, spawned } from './support/spawned.ts'
import { standing } from './support/standing.ts'
import * as sample from './support/words.ts'

const REMINDER = 'A reminder of what is due from you'
const DONE = 'What was due here is answered'

// The meeting is on Wednesday 17 March 2027 at 2 pm: 5 working days before is Wednesday the 10th, 2 Monday the 15th.
describe.each(secondGround)('Reminders over $transport, $database database', (ground) => {
  const it = standing({ ...ground, clock: '2027-03-01T09:00:00Z' })
  const clerk = () => it().as(sample.clerk)
  const jo = () => it().as('Jo Ward')
  const ruth = () => it().as('Ruth Okafor')
  const goTo = (instant: string) => it().world.advance({ set: instant })
  const remindersOf = async (name: string) =>
    (await it().as(name).messages()).filter(({ text }) => text.includes(REMINDER) || text.includes(DONE))

  test('a clerk sees the dates with their working, and sets others', async () => {
    await publishTyped(clerk())
    await clerk().close()
    await clerk().command('/meeting', { channel: sample.channel })
    await clerk().click(screen.list.reminders)
    const form = await clerk().modal()
    expect(form.text).toContain(
      '5 working days before Wed 17 Mar: Wed 10 Mar; left out: Sat 13 Mar (weekend), Sun 14 Mar (weekend)',
    )
    expect(form.text).toContain('On the morning of Wednesday 17 March 2027: Wed 17 Mar')
    await clerk().submit({ [reminders.days.members]: '5, 3, 2, 0' })
    expect(await clerk().errors()).toEqual({
      [reminders.days.members]: reminders.problems['too-many'](3),
    })
    await clerk().submit({ [reminders.days.members]: '5 2 0', [reminders.days.notice]: '6, 1, 0' })
    expect((await clerk().modal()).text).toContain('Saved for')
    await clerk().close()
    await clerk().close()
  })

  test('nobody is reminded before nine on the fifth working day; then each member once', async () => {
    await goTo('2027-03-10T08:59:00Z')
    expect(await remindersOf('Jo Ward')).toEqual([])
    await goTo('2027-03-10T09:00:00Z')
    for (const name of sample.membersOnSlack) expect(await remindersOf(name)).toHaveLength(1)
    await goTo('2027-03-10T16:00:00Z')
    await goTo('2027-03-11T10:00:00Z')
    const [reminder, ...more] = await remindersOf('Jo Ward')
    expect(more).toEqual([])
    expect(buttonsOf(reminder ?? { controls: [] })).toEqual([...sample.atFirst, bundle.fewer])
    for (const nobody of [sample.clerk, sample.officer]) expect(await remindersOf(nobody)).toEqual([])
  })

  test('what is answered there is answered everywhere, and the reminder says so', async () => {
    await jo().click(sample.buttons.coming, { within: REMINDER })
    await jo().click(sample.buttons.nothingToDeclare, { within: REMINDER })
    const [reminder] = await remindersOf('Jo Ward')
    expect(reminder?.text).toContain(DONE)
    expect(reminder?.text).toContain(sample.said.coming)
    expect((await clerk().sees(sample.clerksList, sample.clerksChannel)).text).toContain('Coming: 1')
  })

  test('a member who wants fewer gets the last alone, and can undo it', async () => {
    await ruth().click(bundle.fewer, { within: REMINDER })
    const [reminder] = await remindersOf('Ruth Okafor')
    expect(buttonsOf(reminder ?? { controls: [] })).toContain(bundle.usual)
    await goTo('2027-03-15T09:00:00Z')
    expect(await remindersOf('Ruth Okafor')).toHaveLength(1)
    expect(await remindersOf('Jo Ward')).toHaveLength(1)
    expect(await remindersOf('Tom Fairlock')).toHaveLength(2)
  })

  test('/agenda shows a member the same as their message', async () => {
    await ruth().command('/agenda')
    const { text } = await ruth().modal()
    for (const said of [
      sample.said.ask,
      'Apologies are taken until the planned end',
      'A substitute can be named',
    ])
      expect(text).toContain(said)
    const message = (await ruth().messages())[0]
    expect(message?.text).toContain('Apologies are taken until the planned end')
    await ruth().close()
  })

  test('a meeting that is cancelled nudges nobody, and the reminders that stand say so', async () => {
    await clerk().click('Change the meeting', { within: sample.clerksList })
    await clerk().submit({ [screen.change.to]: screen.change.options.scheduled.cancelled })
    await clerk().close()
    await goTo('2027-03-17T10:00:00Z')
    expect(await remindersOf('Ruth Okafor')).toHaveLength(1)
    const standing = await remindersOf('Tom Fairlock')
    expect(standing).toHaveLength(2)
    for (const { text } of standing) expect(text).toContain('This meeting is cancelled.')
  })

  test('at the end nothing failed, and the audit trail holds', async () => {
    expect(await it().world.journal({ type: 'fault' })).toEqual([])
    const { prisma } = it().database
    const [council] = await prisma.council.findMany()
    const chains = await verifyAudit(prisma, council?.id ?? '')
    expect(chains.filter(({ broken }) => broken)).toEqual([])
    expect(await prisma.outboxMessage.count({ where: { state: { notIn: ['sent', 'dropped'] } } })).toBe(0)
  })
})

describe('Killed while members are reminded', () => {
  let dataDir = ''
  beforeAll(async () => {
    dataDir = await folderWithMeeting()
  })

  test('after-claim:reminders', async () => {
    await lifeUntilDeath({ dataDir, env: { TEST_CRASH_AT: 'after-claim:reminders' } }, async (bot) => {
      await bot.world.advance({ set: '2027-03-10T09:00:00Z' })
    })
  })

  test('after-record:reminders', async () => {
    await lifeUntilDeath({ dataDir, env: { TEST_CRASH_AT: 'after-record:reminders' } })
  })

  test('then each member has the reminder once', async () => {
    const again = await spawned({ dataDir })
    await again.world.idle()
    await again.world.advance({ advance: 'PT10M' })
    for (const member of sample.membersOnSlack) {
      const texts = (await again.as(member).messages()).map(({ text }) => text)
      expect(texts.filter((text) => text.includes(REMINDER))).toHaveLength(1)
    }
  })
})

if (serverMissing !== undefined)
  describe('Reminders, server database', () => {
    test('needs a PostgreSQL server', (context) => context.skip(serverMissing))
  })
