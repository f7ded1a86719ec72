import { beforeEach, describe, expect, test, vi } from 'vitest'
import { renderTrouble } from '../../src/cards/trouble-notice.ts'
import { placeInLink } from '../../src/delivery/message-link.ts'
import { markArrived, recogniseMessage, sendAgain } from '../../src/delivery/settle.ts'
import { describeEveryDatabase } from '../support/databases.ts'
import { type Stage, setStage } from './stage.ts'

describeEveryDatabase('settling a message in trouble', (database) => {
  let stage: Stage
  beforeEach(async () => {
    stage = await setStage(database())
  })

  const renderers = () =>
    new Map([
      ...stage.ground.renderers,
      ['unsure', renderTrouble] as const,
      ['undelivered', renderTrouble] as const,
    ])

  async function inDoubt() {
    stage.open({ renderers: renderers() })
    stage.slack.fail('chat.postMessage', 'reset-after')
    const id = await stage.want({ subject: 'pack' })
    const row = await stage.until(id, 'ambiguous')
    await vi.waitFor(() => expect(noticeText()).toContain('may not have arrived'))
    return { id, reference: row.reference ?? '', row }
  }
  const noticeText = () =>
    stage.slack
      .in(stage.cast.clerksChannel)
      .map((message) => message.text)
      .join('\n')
  const copies = (id: string) => stage.slack.messages.filter((message) => message.markedBy === `m:${id}`)

  test('*Send again* sends it once more, and only once however often it is pressed', async () => {
    const { id, reference } = await inDoubt()
    const presses = await Promise.all(
      [1, 2, 3].map(() => sendAgain(stage.house, { messageId: id, by: stage.cast.clerk, reference })),
    )
    expect(presses.filter((press) => press.ok)).toHaveLength(1)
    for (const press of presses)
      if (!press.ok)
        expect(press.refusal).toMatchObject({ code: 'already-settled', how: 'sentAgain', by: 'Ada Clerk' })
    await stage.until(id, 'sent')
    expect(copies(id)).toHaveLength(2)
  })

  test('the notice then says who settled it and how', async () => {
    const { id } = await inDoubt()
    await sendAgain(stage.house, { messageId: id, by: stage.cast.clerk })
    await vi.waitFor(() => expect(stage.slack.in(stage.cast.clerksChannel)[0]?.edits).toBeGreaterThan(0))
    const [notice] = await stage.notices()
    const rendering = await renderTrouble(stage.house, {
      ...mustExist(notice),
      recipient: { channel: 'C' },
      committeeId: undefined,
    })
    expect(JSON.stringify(rendering)).toContain('Ada Clerk had it sent again')
    expect(JSON.stringify(rendering)).not.toContain('"button"')
  })

  test('a press on the notice of an earlier trouble does not settle the next one', async () => {
    const { id, reference } = await inDoubt()
    stage.slack.fail('chat.postMessage', 'reset-after', {
      channel: String(Reflect.get(stage.cast.channel, 'channel')),
    })
    await sendAgain(stage.house, { messageId: id, by: stage.cast.clerk, reference })
    await vi.waitFor(async () => {
      const row = await stage.row(id)
      expect(row.state).toBe('ambiguous')
      expect(row.reference).not.toBe(reference)
    })
    const late = await sendAgain(stage.house, { messageId: id, by: stage.cast.otherClerk, reference })
    expect(late).toMatchObject({ ok: false, refusal: { code: 'already-settled' } })
    expect(copies(id)).toHaveLength(2)
  })

  test('only a clerk of the committee may decide', async () => {
    const { id } = await inDoubt()
    for (const decide of [sendAgain, markArrived])
      expect(await decide(stage.house, { messageId: id, by: stage.cast.member })).toMatchObject({
        ok: false,
        refusal: { code: 'not-clerk', clerks: ['Ada Clerk', 'Ben Clerk'] },
      })
  })

  test('*It arrived* with a link: it is kept up to date where it stands', async () => {
    const { id } = await inDoubt()
    const [posted] = copies(id)
    const link = `https://council.slack.com/archives/${posted?.channel}/p${posted?.ts.replace('.', '')}?thread_ts=1`
    expect(await markArrived(stage.house, { messageId: id, by: stage.cast.clerk, link })).toMatchObject({
      ok: true,
    })
    stage.says.set('pack', 'changed')
    await stage.refresh('pack')
    await vi.waitFor(() => expect(copies(id)).toMatchObject([{ text: 'changed' }]))
  })

  test('*It arrived* without a link: its next change asks again and posts nothing', async () => {
    const { id } = await inDoubt()
    await markArrived(stage.house, { messageId: id, by: stage.cast.clerk })
    expect((await stage.row(id)).state).toBe('sent')
    await stage.refresh('pack')
    const row = await stage.until(id, 'ambiguous')
    expect(row.problem).toBe('changed-since')
    expect(copies(id)).toHaveLength(1)
    expect(await stage.notices()).toHaveLength(2)
    const [posted] = copies(id)
    const link = `https://council.slack.com/archives/${posted?.channel}/p${posted?.ts.replace('.', '')}`
    await markArrived(stage.house, { messageId: id, by: stage.cast.clerk, link })
    stage.says.set('pack', 'changed')
    await stage.refresh('pack')
    await vi.waitFor(() => expect(copies(id)).toMatchObject([{ text: 'changed' }]))
  })

  test('a link that leads elsewhere is refused, with what is wrong', async () => {
    const { id } = await inDoubt()
    const told = async (link: string) => {
      const outcome = await markArrived(stage.house, { messageId: id, by: stage.cast.clerk, link })
      return outcome.ok ? 'ok' : outcome.refusal.code
    }
    expect(await told('the one from yesterday')).toBe('link-unreadable')
    expect(await told('https://council.slack.com/archives/CELSEWHERE/p1234567890123456')).toBe(
      'link-elsewhere',
    )
    expect((await stage.row(id)).state).toBe('ambiguous')
  })

  test('a button pressed in a message in doubt proves that it arrived', async () => {
    const { id, row } = await inDoubt()
    const seen = { outboxId: id, channel: row.slackChannel ?? '', ts: copies(id)[0]?.ts ?? '' }
    expect(await recogniseMessage(stage.house, seen)).toBe(true)
    expect(await stage.row(id)).toMatchObject({ state: 'sent', slackTs: seen.ts })
    expect(await recogniseMessage(stage.house, seen)).toBe(false)
    expect(await sendAgain(stage.house, { messageId: id, by: stage.cast.clerk })).toMatchObject({
      refusal: { code: 'already-settled', how: 'recognised' },
    })
  })

  test('a refused message is tried again on a clerk’s word, and an edit that was refused stays one message', async () => {
    stage.open({ renderers: renderers() })
    const id = await stage.want({ subject: 'pack' })
    await stage.until(id, 'sent')
    stage.slack.fail('chat.update', { error: 'invalid_blocks' })
    await stage.refresh('pack')
    await stage.until(id, 'failed')
    await sendAgain(stage.house, { messageId: id, by: stage.cast.clerk })
    await stage.until(id, 'sent')
    expect(copies(id)).toMatchObject([{ edits: 1 }])
  })

  test('a message that somebody deleted is posted anew on a clerk’s word', async () => {
    stage.open({ renderers: renderers() })
    const id = await stage.want({ subject: 'pack' })
    await stage.until(id, 'sent')
    const [posted] = copies(id)
    if (posted) stage.slack.delete(posted)
    await stage.refresh('pack')
    await stage.until(id, 'failed')
    await sendAgain(stage.house, { messageId: id, by: stage.cast.clerk })
    await stage.until(id, 'sent')
    expect(copies(id)).toHaveLength(1)
  })

  test('each decision is in the audit trail, and another council knows nothing of the message', async () => {
    const { id } = await inDoubt()
    await markArrived(stage.house, { messageId: id, by: stage.cast.clerk })
    const entries = await stage.ground.prisma.auditEntry.findMany({
      where: { councilId: stage.house.councilId },
      orderBy: { id: 'asc' },
    })
    const what = entries.map((entry) => String(JSON.parse(entry.canonical).what))
    expect(what).toEqual(['message.unsure', 'message.arrived'])
    const other = await setStage(database())
    const outcome = await sendAgain(other.house, { messageId: id, by: other.cast.clerk })
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'no-such-message' } })
  })
})

describe('a link to a message', () => {
  test.each([
    ['https://council.slack.com/archives/C0123ABCD/p1234567890123456', 'C0123ABCD', '1234567890.123456'],
    [
      '<https://council.slack.com/archives/D0123ABCD/p1234567890123456|here>',
      'D0123ABCD',
      '1234567890.123456',
    ],
    ['http://127.0.0.1:3000/archives/C1/p1234567890123456?thread_ts=1.2&cid=C1', 'C1', '1234567890.123456'],
  ])('%s', (link, channel, ts) => {
    expect(placeInLink(link)).toEqual({ channel, ts })
  })

  test.each([
    '',
    'hello',
    'https://council.slack.com/archives/C1',
    'https://x/archives/c1/p1234567890123456',
  ])('not one: %s', (link) => {
    expect(placeInLink(link)).toBeUndefined()
  })
})

function mustExist<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it is missing')
  return value
}
