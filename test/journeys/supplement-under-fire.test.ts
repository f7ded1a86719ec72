// A supplement of sixty items to a committee of eighty, with Slack in trouble and two clerks at once.
import { expect, test } from 'vitest'
import { words as supplement } from '../../src/publications/supplement-words.en.ts'
import { words as publication } from '../../src/publications/words.en.ts'
import { csv, type Row } from '../committees/invented-committee.ts'
import { importInto } from './support/import-committee.ts'
import { publishTyped } from './support/publish-typed.ts'
import { scrutineer } from './support/scrutineer.ts'
import * as sample from './support/words.ts'

const EIGHTY = 'Whole Council Scrutiny'
const names = Array.from({ length: 80 }, (_, place) => `Maximilian Featherstonehaugh ${letters(place)}`)

test('eighty members get one line each, the card one reply, and nothing is doubled', async () => {
  const it = await scrutineer()
  await importInto(it, csv(committee()))
  const [clerk, other] = [it.as(sample.clerk), it.as(sample.otherClerk)]
  // A machine at its limit takes long over the first request; what comes is measured against Slack's three seconds.
  await clerk.command('/pack help')
  await publishTyped(clerk, { [sample.labels.committee]: EIGHTY })
  await clerk.close()
  const lines = Array.from(
    { length: 60 },
    (_, place) => `${place + 3}. County business ${place + 1} (page ${place + 5}) [new]`,
  ).join('\n')
  for (const one of [clerk, other]) {
    await one.command('/pack')
    await one.submit()
    await one.click(publication.review.addsToThem)
  }
  const meeting = (await clerk.field(supplement.form.meeting)).options?.[0]?.text
  for (const [after, kind] of ['429', '503', 'reset-after'].entries())
    await it.world.fault({ method: 'chat.postMessage', kind, after: after * 20 + 5, retryAfter: 1 })
  const began = performance.now()
  await Promise.all(
    [clerk, other].map((one) =>
      one.submit(
        { [supplement.form.meeting]: meeting, [supplement.form.lines(1, 1, true)]: lines },
        { wait: false },
      ),
    ),
  )
  await it.world.idle(120_000)
  await it.world.advance({ advance: 'PT10M' })
  console.info(`80 members told in ${Math.round(performance.now() - began)} ms`)
  const forms = await Promise.all([clerk, other].map(async (one) => (await one.modal()).title))
  expect(forms.toSorted()).toEqual([supplement.form.title, supplement.receipt.title].toSorted())
  for (const name of names) {
    const messages = await it.as(name).messages()
    const told = messages.filter(({ text }) => text.includes('Supplement 1 to the papers of'))
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain('3. County business 1 – new item, page 5')
    expect(messages).toHaveLength(2)
  }
  const [card, ...more] = (await it.as(names[0] ?? '').messages('whole')).filter(({ text }) =>
    text.includes('Agenda'),
  )
  expect(more).toEqual([])
  expect(card?.text).toContain('62. County business 60')
  expect(card?.replies).toHaveLength(1)
  const outbox = it.database.prisma.outboxMessage
  expect(await outbox.count({ where: { kind: 'supplement-line', state: 'sent' } })).toBe(80)
  await it.stop()
})

function committee(): Row[] {
  const clerks = [
    { name: sample.clerk, title: 'Ms', email: 'marian.spekeworth@haverleigh.example', role: 'clerk' },
    { name: sample.otherClerk, title: 'Mr', email: 'daniel.obinwa@haverleigh.example', role: 'clerk' },
  ]
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
    ...clerks,
  ]
}

function letters(place: number): string {
  return `${String.fromCharCode(65 + Math.floor(place / 26))}${String.fromCharCode(65 + (place % 26))}`
}
