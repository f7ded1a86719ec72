// A pack appears on the council's own site and ends as a published card: the committee is watched by the
// command line, clerks press the buttons, and nothing happens that nobody pressed.
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { runHandedCommand } from '../../src/cli/commands.ts'
import { withoutSlack } from '../../src/cli/desk.ts'
import { words as site } from '../../src/connectors/words.en.ts'
import { openHouses } from '../../src/database/houses.ts'
import { privateText } from '../../src/database/private-text.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { meetingOf, modernGov } from '../connectors/modern-gov-site.ts'
import { silentLog } from '../support/logs.ts'
import { firstGround } from './support/matrix.ts'
import { buttonsOf } from './support/person.ts'
import { type Scrutineer, samplePack } from './support/scrutineer.ts'
import { standing } from './support/standing.ts'
import * as sample from './support/words.ts'

/** A fortnight before the sample's meeting, by day. */
const CLOCK = '2027-01-06T09:00'

describe.each(firstGround)('A watched Modern.Gov site over $transport, $database database', (ground) => {
  const it = standing({ ...ground, clock: CLOCK })
  const clerk = () => it().as(sample.clerk)
  /** What the clerks' channel says of the site, oldest first; other matters stand there, too. */
  const onTheSite = async () =>
    (await clerk().messages(sample.clerksChannel)).filter((one) => one.text.includes('the council’s site'))
  const asked = async () => {
    const [first] = await onTheSite()
    if (!first) throw new Error('nothing is asked about the site')
    return first
  }

  test('a meeting, its pack, a further paper and its cancellation go from the site to members, by a clerk’s hand', async () => {
    const onSite = await modernGov([
      meetingOf({ id: 4967, date: '20/01/2027', venue: 'Wherry Room, Haverleigh Town Hall' }),
    ])
    const [meeting] = onSite.meetings
    if (!meeting) throw new Error('the site has no meeting')
    const said = await watch(it(), ['--committee', sample.committee, '--address', onSite.committeeAddress])
    expect(said).toContain('Nothing is published or changed until a clerk says so.')

    await it().world.advance({ advance: 'PT1M' })
    const first = await asked()
    expect(first.text).toContain(`${sample.meetingName} on the council’s site`)
    expect(buttonsOf(first)).toEqual([site.take.meeting, site.dismiss.meeting])
    await clerk().click(site.take.meeting)
    expect(await clerk().told()).toContain('Scheduled for Wednesday 20 January 2027, 10 am')
    expect(buttonsOf(await asked())).toEqual([])
    expect(await it().as('Jo Ward').messages()).toEqual([])

    // The council publishes: the message about the meeting is edited, and one line says that it was.
    meeting.hasAgenda = true
    meeting.pack = (await samplePack()).bytes
    meeting.papers.push({ id: 1, title: 'Waiting times', item: '5' })
    meeting.papers.push({ id: 2, title: 'Secret contract', item: '9', isRestricted: true })
    await it().world.advance({ advance: 'PT30M' })
    const messages = await onTheSite()
    expect(messages).toHaveLength(2)
    expect(messages[0]).toMatchObject({ edited: true })
    expect(messages[0]?.text).toContain('1 paper is restricted')
    expect(messages[1]?.text).toContain('There is news on the council’s site')
    await clerk().click(site.take.pack)
    expect(await clerk().told()).toContain('I am reading it.')
    expect(await clerk().messages(sample.channel)).toEqual([])

    await clerk().click(sample.buttons.check)
    const form = await clerk().modal()
    const address = form.fields.find((one) => one.label === sample.labels.publicAddress)?.value
    expect(address).toMatch(/\/documents\/g4967\/Public%20reports%20pack\.pdf\?T=10$/)
    await clerk().submit()
    expect((await clerk().modal()).title).toBe('Published')
    await clerk().close()
    const cards = await it().as('Jo Ward').messages(sample.channel)
    expect(cards).toHaveLength(1)
    expect(cards[0]?.text).toContain('Wednesday 20 January 2027, 10 am')
    expect(await it().as('Jo Ward').messages()).toHaveLength(1)

    meeting.ofWhole.push({ id: 2587, title: 'Supplementary agenda' })
    await it().world.advance({ advance: 'PT30M' })
    const further = await clerk().sees('A further paper has appeared', sample.clerksChannel)
    expect(further.text).toContain('Supplementary agenda')
    await it().as(sample.otherClerk).click(site.dismiss.supplement)
    expect((await clerk().sees('said it is not needed', sample.clerksChannel)).ts).toBe(further.ts)

    meeting.status = 'Cancelled'
    await it().world.advance({ advance: 'PT30M' })
    await clerk().click(site.take.cancelled)
    await clerk().submit()
    await clerk().close()
    expect((await asked()).text).toContain('The cancellation: done')
    expect((await it().as('Jo Ward').messages(sample.channel))[0]?.text).toMatch(/cancelled/i)

    expect(onSite.mostAtOnce()).toBe(1)
    expect(JSON.stringify(await it().world.journal())).not.toContain('Secret contract')
    const { prisma } = it().database
    for (const council of await prisma.council.findMany()) {
      const chains = await verifyAudit(prisma, council.id)
      expect(chains.filter(({ broken }) => broken)).toEqual([])
    }
  })

  test('a site that shuts programs out is told to the clerks once', async () => {
    const onSite = await modernGov()
    Object.assign(onSite.mood, { service: 'refused', pages: 'refused' })
    await watch(it(), ['--committee', sample.committee, '--address', onSite.committeeAddress])
    for (const _ of [1, 2, 3]) await it().world.advance({ advance: 'PT8H' })
    const told = (await clerk().messages(sample.clerksChannel)).filter((one) =>
      one.text.includes('Reference'),
    )
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain('it lets only browsers in, and no programs')
    Object.assign(onSite.mood, { service: 'on', pages: 'on' })
    await it().world.advance({ advance: 'PT8H' })
    expect((await clerk().sees('Reference', sample.clerksChannel)).text).toContain('It works again since')
  })
})

/** The operator's command, as the running bot gets it. */
async function watch({ database }: Scrutineer, args: readonly string[]): Promise<string> {
  const { prisma } = database
  const ground = { prisma, now: () => Temporal.Now.instant(), onMessages: () => undefined }
  const houses = openHouses({ ...ground, log: silentLog, privateText: privateText(Buffer.alloc(32)) })
  const { code, out, err } = await runHandedCommand(['watch', ...args], new Map(), {
    ground,
    houses,
    slack: withoutSlack,
  })
  if (code !== 0) throw new Error(err)
  return out
}
