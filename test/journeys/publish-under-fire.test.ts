// Sixty items published to a committee of eighty by two clerks at once, with Slack in trouble and its limits on.
import { expect, test } from 'vitest'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { words as publication } from '../../src/publications/words.en.ts'
import { csv, type Row } from '../committees/invented-committee.ts'
import { importInto } from './support/import-committee.ts'
import { scrutineer } from './support/scrutineer.ts'
import * as sample from './support/words.ts'
import { buttons, said } from './support/words.ts'

const EIGHTY = 'Whole Council Scrutiny'
const names = Array.from({ length: 80 }, (_, place) => `Maximilian Featherstonehaugh ${letters(place)}`)
const items = Array.from(
  { length: 60 },
  (_, place) => `${place + 1}. County business ${place + 1} (pages ${place * 3 + 1}-${place * 3 + 3})`,
).join('\n')

test('one card, one clerks’ list and eighty messages, under Slack’s limits, and nothing is doubled', async () => {
  const it = await scrutineer({ env: { SLACK_SENDS_PER_SECOND: '20' } })
  await importInto(it, csv(committee()))
  // From here on with Slack's own limits.
  await it.world.hand.ask('limits', { enabled: true })
  const clerks = [it.as(sample.clerk), it.as(sample.otherClerk)]
  for (const clerk of clerks) {
    // A machine at its limit takes long over the first request; what comes is measured against Slack's three seconds.
    await clerk.command('/pack help')
    await clerk.command('/pack')
    await clerk.submit()
  }
  for (const [after, kind] of ['429', '503', 'reset-after'].entries())
    await it.world.fault({ method: 'chat.postMessage', kind, after: after * 20 + 5, retryAfter: 1 })
  const began = performance.now()
  await Promise.all(
    clerks.map((clerk) =>
      clerk.submit(
        {
          ...sample.typedMeeting,
          [sample.labels.committee]: EIGHTY,
          [sample.labels.items]: items,
        },
        { wait: false },
      ),
    ),
  )
  await it.world.idle(120_000)
  // What may have arrived is looked for a moment later; what Slack refused for a time is due again.
  // Slack counts real seconds and the clock is moved: it may tell the sender to wait more than once.
  const waiting = () => it.database.prisma.outboxMessage.count({ where: { state: { not: 'sent' } } })
  for (let turn = 0; turn < 40 && (turn === 0 || (await waiting()) > 0); turn += 1) {
    await it.world.advance({ advance: 'PT10M' })
    await it.world.idle(120_000)
  }
  console.info(`80 members told in ${Math.round(performance.now() - began)} ms`)
  // Whoever still has the form, as one has who was not first, is told and posts nothing by pressing again.
  const late = []
  for (const clerk of clerks) if ((await clerk.modal()).title === publication.review.title) late.push(clerk)
  expect(late.length).toBeGreaterThan(0)
  for (const clerk of late) {
    await clerk.submit()
    expect((await clerk.errors())[sample.labels.date]).toContain('Nothing was posted twice')
  }
  for (const name of names) {
    const messages = await it.as(name).messages()
    expect(messages.map(({ text }) => text.includes(said.ask))).toEqual([true])
    expect(messages[0]?.text).toContain('60 items')
  }
  const [card, ...moreCards] = await it.as(names[0] ?? '').messages('whole')
  expect(moreCards).toEqual([])
  expect(card?.text).toContain('60. County business 60 (pages 178–180)')
  const lists = await it.as(sample.clerk).messages('whole-clerks')
  expect(lists.filter(({ text }) => text.includes(sample.clerksList))).toHaveLength(1)
  expect((await it.world.journal({ type: 'fault' })).map((entry) => entry['kind']).toSorted()).toEqual([
    '429',
    '503',
    'reset-after',
  ])
  const { prisma } = it.database
  const outbox = (kind: string) => prisma.outboxMessage.count({ where: { kind, state: 'sent', wanted: 1 } })
  expect([await outbox('pack-card'), await outbox('member')]).toEqual([1, 80])
  expect(await prisma.publication.count()).toBe(1)
  const [council] = await prisma.council.findMany()
  expect((await verifyAudit(prisma, council?.id ?? '')).filter(({ broken }) => broken)).toEqual([])
  await it.as(names[79] ?? '').click(buttons.coming, { within: said.ask })
  expect((await it.as(sample.clerk).sees(sample.clerksList, 'whole-clerks')).text).toContain('Coming: 1')
  await it.stop()
})

function committee(): Row[] {
  return [
    ...names.map((name, place) => ({
      ...(place === 0
        ? {
            council: 'Haverleigh Council',
            nation: 'england',
            committee: EIGHTY,
            channel: 'whole',
            clerks_channel: 'whole-clerks',
          }
        : {}),
      name,
      title: 'Councillor',
      email: `member${place}@haverleigh.example`,
      role: 'member',
      voting: 'always',
    })),
    { name: sample.clerk, title: 'Ms', email: 'marian.spekeworth@haverleigh.example', role: 'clerk' },
    { name: sample.otherClerk, title: 'Mr', email: 'daniel.obinwa@haverleigh.example', role: 'clerk' },
  ]
}

function letters(place: number): string {
  return `${String.fromCharCode(65 + Math.floor(place / 26))}${String.fromCharCode(65 + (place % 26))}`
}
