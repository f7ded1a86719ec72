// The bot is killed while everybody is told of a supplement, at one point after another, and started again.
import { beforeAll, describe, expect, test } from 'vitest'
import { words as supplement } from '../../src/publications/supplement-words.en.ts'
import { words as publication } from '../../src/publications/words.en.ts'
import { folderWithMeeting } from './support/folders.ts'
import { type Living, lifeUntilDeath, spawned } from './support/spawned.ts'
import * as sample from './support/words.ts'

async function publishSupplement(bot: Living): Promise<void> {
  const clerk = bot.as(sample.clerk)
  await clerk.command('/pack', { channel: sample.channel })
  await clerk.submit()
  await clerk.click(publication.review.addsToThem)
  const meeting = (await clerk.field(supplement.form.meeting)).options?.[0]?.text
  await clerk.submit(
    {
      [supplement.form.meeting]: meeting,
      [supplement.form.lines(1, 1, true)]: '3. Winter plan (pages 5-9) [new]',
    },
    { wait: false },
  )
}

describe.each([
  {
    told: 'members',
    points: [
      'before-claim:supplement-line',
      'after-claim:supplement-line',
      'after-accepted:supplement-line',
      'after-record:supplement-line',
    ],
  },
  {
    told: 'the channel',
    points: ['during-edit:pack-card', 'after-claim:supplement', 'after-record:supplement'],
  },
])('Killed while $told hear of a supplement', ({ points: [first = '', ...more] }) => {
  let dataDir = ''
  beforeAll(async () => {
    dataDir = await folderWithMeeting()
  })

  test(first, async () => {
    await lifeUntilDeath({ dataDir, env: { TEST_CRASH_AT: first } }, publishSupplement)
  })

  test.each(more)('%s', async (point) => {
    await lifeUntilDeath({ dataDir, env: { TEST_CRASH_AT: point } })
  })

  test('then everything stands once: the card with its reply, and one line to each', async () => {
    const bot = await spawned({ dataDir })
    await bot.world.idle()
    await bot.world.advance({ advance: 'PT10M' })
    const cards = (await bot.as('Jo Ward').messages(sample.channel)).filter(({ text }) =>
      text.includes('Agenda'),
    )
    expect(cards).toHaveLength(1)
    expect(cards[0]?.text).toContain('3. Winter plan (supplement 1, pages 5–9)')
    expect(cards[0]?.replies.map(({ text }) => text)).toEqual([
      expect.stringContaining('3. Winter plan – new item, pages 5–9'),
    ])
    for (const member of sample.membersOnSlack) {
      const messages = await bot.as(member).messages()
      expect(messages.map(({ text }) => text)).toEqual([
        expect.stringContaining('With supplement 1'),
        expect.stringContaining('Supplement 1 to the papers of'),
      ])
    }
  })
})
