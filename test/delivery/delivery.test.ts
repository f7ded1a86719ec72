import { beforeEach, expect, test, vi } from 'vitest'
import { outboxBlockId } from '../../src/delivery/mark.ts'
import { describeEveryDatabase } from '../support/databases.ts'
import { clock, type Stage, setStage } from './stage.ts'

describeEveryDatabase('sending', (database) => {
  let stage: Stage
  beforeEach(async () => {
    stage = await setStage(database())
  })

  test('what was committed is in Slack at once, and carries the mark by which it is recognised', async () => {
    stage.open()
    stage.says.set('pack', 'The pack is out')
    const id = await stage.want({ subject: 'pack' })
    const row = await stage.until(id, 'sent')
    expect(stage.slack.messages).toEqual([
      {
        channel: stage.cast.channel && row.slackChannel,
        ts: row.slackTs,
        text: 'The pack is out',
        markedBy: outboxBlockId(id),
        edits: 0,
      },
    ])
  })

  test('a message to a person goes to their direct message', async () => {
    stage.open()
    const id = await stage.want({ subject: 'm', kind: 'member', recipient: { person: stage.cast.member } })
    const row = await stage.until(id, 'sent')
    expect(row.slackChannel).toMatch(/^DUMEMBER/)
  })

  test('a person without Slack gets nothing, and the row says why', async () => {
    stage.open()
    const id = await stage.want({ subject: 'm', kind: 'member', recipient: { person: stage.cast.offline } })
    expect(await stage.until(id, 'dropped')).toMatchObject({ problem: 'without-slack' })
    expect(stage.slack.calls).toEqual([])
  })

  test('what nobody is entitled to any more is not sent', async () => {
    stage.open()
    stage.says.set('pack', 'drop')
    const id = await stage.want({ subject: 'pack' })
    expect(await stage.until(id, 'dropped')).toMatchObject({ problem: 'not-entitled' })
    expect(stage.slack.messages).toEqual([])
  })

  test('a message that stands is edited, and many changes meanwhile are one edit', async () => {
    stage.open()
    const id = await stage.want({ subject: 'pack' })
    await stage.until(id, 'sent')
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    stage.open({ atPoint: (point) => (point === 'during-edit' ? held : undefined) })
    for (let turn = 0; turn < 10; turn += 1) {
      stage.says.set('pack', `version ${turn}`)
      await stage.refresh('pack')
    }
    release()
    await vi.waitFor(async () => {
      const row = await stage.row(id)
      expect(row).toMatchObject({ state: 'sent', shown: row.wanted })
    })
    expect(stage.slack.messages).toMatchObject([{ text: 'version 9' }])
    expect(stage.slack.messages[0]?.edits).toBeLessThan(11)
  })

  test('a message that is not due yet waits for the clock', async () => {
    const delivery = stage.open()
    const id = await stage.want({ subject: 'later', dueAt: clock.now().add({ hours: 1 }) })
    expect(await delivery.waiting()).toBe(0)
    expect((await stage.row(id)).state).toBe('pending')
    clock.advance(3_700_000)
    await stage.until(id, 'sent')
  })

  test('a kind that nobody renders fails, and the clerks hear of it', async () => {
    stage.open()
    const id = await stage.want({ subject: 'x', kind: 'no-such-kind' })
    expect(await stage.until(id, 'failed')).toMatchObject({ problem: 'unknown-kind' })
    expect(await stage.notices()).toMatchObject([{ kind: 'undelivered', subject: id }])
  })

  test('a refused connection is tried again, and the message goes out once', async () => {
    stage.open()
    stage.slack.fail('chat.postMessage', 'refused', { times: 1 })
    const id = await stage.want({ subject: 'pack' })
    await vi.waitFor(async () => expect((await stage.row(id)).attempts).toBe(1))
    clock.advance(1_000)
    await stage.until(id, 'sent')
    expect(stage.slack.messages).toHaveLength(1)
    expect(await stage.notices()).toEqual([])
  })

  test('what fails without effect twelve times is given to the clerks, under a reference that is in the log', async () => {
    stage.open()
    stage.slack.fail('chat.postMessage', 'refused', { times: 12, channel: 'CNOWHERE' })
    const id = await stage.want({ subject: 'pack', recipient: { channel: 'CNOWHERE' } })
    await vi.waitFor(
      async () => {
        clock.advance(300_000)
        expect((await stage.row(id)).state).toBe('failed')
      },
      { timeout: 15_000, interval: 20 },
    )
    const row = await stage.row(id)
    expect(row).toMatchObject({ problem: 'ECONNREFUSED' })
    expect(stage.logged.some((line) => line.reference === row.reference)).toBe(true)
    expect(await stage.notices()).toMatchObject([
      { slot: row.reference, recipient: `channel:${stage.cast.clerksChannel}` },
    ])
  })

  test('a notice is tried for as long as Slack is away: after an outage nothing else tells the clerks', async () => {
    stage.open()
    stage.slack.fail('chat.postMessage', { error: 'is_archived' }, { channel: 'CGONE' })
    stage.slack.fail('chat.postMessage', 'refused', { times: 15, channel: stage.cast.clerksChannel })
    await stage.want({ subject: 'pack', recipient: { channel: 'CGONE' } })
    await vi.waitFor(
      async () => {
        clock.advance(300_000)
        expect(await stage.notices()).toMatchObject([{ state: 'sent' }])
      },
      { timeout: 15_000, interval: 20 },
    )
    expect(stage.slack.in(stage.cast.clerksChannel)).toHaveLength(1)
  })

  test('a direct message that arrived although its answer was lost is found, and not sent twice', async () => {
    stage.open()
    stage.slack.fail('chat.postMessage', 'reset-after')
    const id = await stage.want({ subject: 'm', kind: 'member', recipient: { person: stage.cast.member } })
    const row = await stage.until(id, 'sent')
    expect(stage.slack.messages).toMatchObject([{ ts: row.slackTs }])
    expect(await stage.notices()).toEqual([])
  })

  test('a direct message that surely did not arrive is sent', async () => {
    stage.open()
    stage.slack.fail('chat.postMessage', 'reset-before')
    const id = await stage.want({ subject: 'm', kind: 'member', recipient: { person: stage.cast.member } })
    await stage.until(id, 'sent')
    expect(stage.slack.messages).toHaveLength(1)
    expect(stage.slack.calls.filter((call) => call.startsWith('conversations.history'))).toHaveLength(1)
  })

  test('a direct message that cannot be looked for is left to the clerks', async () => {
    stage.open()
    stage.slack.fail('chat.postMessage', 'fatal_error-after')
    stage.slack.fail('conversations.history', { error: 'missing_scope' })
    const id = await stage.want({ subject: 'm', kind: 'member', recipient: { person: stage.cast.member } })
    await vi.waitFor(async () =>
      expect(await stage.notices()).toMatchObject([{ kind: 'unsure', subject: id }]),
    )
    expect((await stage.row(id)).state).toBe('ambiguous')
    expect(stage.slack.in(stage.cast.clerksChannel).length).toBeLessThanOrEqual(1)
  })

  test.each(['reset-after', '500-after', 'fatal_error-after', 'reset-before'] as const)(
    'a channel post in doubt (%s) is never repeated by itself, and the clerks are asked',
    async (fault) => {
      stage.open()
      stage.slack.fail('chat.postMessage', fault)
      const id = await stage.want({ subject: 'pack' })
      const row = await stage.until(id, 'ambiguous')
      const [notice] = await stage.notices()
      expect(notice).toMatchObject({ kind: 'unsure', subject: id, slot: row.reference, harmless: true })
      await stage.until(notice?.id ?? '', 'sent')
      const posted = stage.slack.in(row.slackChannel ?? '')
      expect(posted.length).toBe(fault === 'reset-before' ? 0 : 1)
    },
  )

  test('when the doubt is about the clerks’ own channel, each clerk is told in person', async () => {
    stage.open()
    const channel = stage.cast.clerksChannel
    stage.slack.fail('chat.postMessage', 'reset-after', { channel })
    const id = await stage.want({ subject: 'list', recipient: { channel } })
    await stage.until(id, 'ambiguous')
    const told = (await stage.notices()).map((notice) => notice.recipient)
    expect(told.sort()).toEqual([`person:${stage.cast.clerk}`, `person:${stage.cast.otherClerk}`].sort())
  })

  test('a notice that its channel refuses goes to the clerks in person, and no notice is about a notice', async () => {
    stage.open()
    stage.slack.fail('chat.postMessage', 'reset-after', {
      channel: String(Reflect.get(stage.cast.channel, 'channel')),
    })
    stage.slack.fail('chat.postMessage', { error: 'not_in_channel' }, { channel: stage.cast.clerksChannel })
    const id = await stage.want({ subject: 'pack' })
    await vi.waitFor(async () => {
      const notices = await stage.notices()
      expect(notices.map((notice) => notice.state).sort()).toEqual(['failed', 'sent', 'sent'])
      expect(notices.every((notice) => notice.subject === id)).toBe(true)
    })
  })

  test('what is harmless to repeat is repeated when in doubt', async () => {
    stage.open()
    stage.slack.fail('chat.postMessage', 'reset-after')
    const id = await stage.want({ subject: 'h', kind: 'harmless', harmless: true })
    await vi.waitFor(async () => expect((await stage.row(id)).attempts).toBe(1))
    clock.advance(1_000)
    await stage.until(id, 'sent')
    expect(stage.slack.messages).toHaveLength(2)
  })

  test('a definite refusal fails at once with its code', async () => {
    stage.open()
    stage.slack.fail('chat.postMessage', { error: 'is_archived' })
    const id = await stage.want({ subject: 'pack' })
    expect(await stage.until(id, 'failed')).toMatchObject({ problem: 'is_archived', attempts: 0 })
  })

  test('an edit in doubt is repeated', async () => {
    stage.open()
    const id = await stage.want({ subject: 'pack' })
    await stage.until(id, 'sent')
    stage.slack.fail('chat.update', 'reset-after')
    stage.says.set('pack', 'changed')
    await stage.refresh('pack')
    await vi.waitFor(async () => expect((await stage.row(id)).attempts).toBe(1))
    clock.advance(1_000)
    await stage.until(id, 'sent')
    expect(stage.slack.messages).toMatchObject([{ text: 'changed', edits: 2 }])
  })

  test('a message that somebody deleted is not posted anew: the clerks are told', async () => {
    stage.open()
    const id = await stage.want({ subject: 'pack' })
    await stage.until(id, 'sent')
    const [posted] = stage.slack.messages
    if (posted) stage.slack.delete(posted)
    await stage.refresh('pack')
    expect(await stage.until(id, 'failed')).toMatchObject({ problem: 'message-gone' })
    expect(await stage.notices()).toMatchObject([{ kind: 'undelivered', subject: id }])
  })

  test('a 429 on one channel delays no other, and counts as no try', async () => {
    stage.open()
    stage.slack.fail('chat.postMessage', { limitedFor: 1 }, { channel: 'CBUSY' })
    const busy = await stage.want({ subject: 'busy', recipient: { channel: 'CBUSY' } })
    await vi.waitFor(() => expect(stage.slack.calls).toContain('chat.postMessage CBUSY'))
    const others = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        stage.want({ subject: `free ${n}`, recipient: { channel: `CFREE${n}` } }),
      ),
    )
    const started = performance.now()
    for (const id of others) await stage.until(id, 'sent')
    expect(performance.now() - started).toBeLessThan(900)
    expect(await stage.row(busy)).toMatchObject({ state: 'pending', attempts: 0 })
    clock.advance(2_000)
    await stage.until(busy, 'sent')
    expect(stage.slack.in('CBUSY')).toHaveLength(1)
  })

  test('a second limited channel shows that the workspace is limited: then everything rests', async () => {
    stage.open()
    stage.slack.fail('chat.postMessage', { limitedFor: 1 }, { times: 2 })
    await stage.want({ subject: '1', recipient: { channel: 'C1' } })
    await stage.want({ subject: '2', recipient: { channel: 'C2' } })
    await vi.waitFor(() => expect(stage.slack.calls).toHaveLength(2))
    const third = await stage.want({ subject: '3', recipient: { channel: 'C3' } })
    clock.advance(2_000)
    const started = performance.now()
    await stage.until(third, 'sent')
    expect(performance.now() - started).toBeGreaterThan(500)
  })

  test('messages to one channel keep their order, one after the other', async () => {
    const wanted: string[] = []
    for (let n = 0; n < 6; n += 1) wanted.push(await stage.want({ subject: `line ${n}` }))
    for (const [n] of wanted.entries()) stage.says.set(`line ${n}`, `line ${n}`)
    stage.open()
    stage.open({ instance: 'second' })
    for (const id of wanted) await stage.until(id, 'sent')
    expect(stage.slack.messages.map((message) => message.text)).toEqual(wanted.map((_, n) => `line ${n}`))
  })

  test('waiting counts what moves by itself, and closing finishes what is on the wire', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const reached = new Promise<void>((resolve) => {
      const delivery = stage.open({
        atPoint: (point) => {
          if (point !== 'after-accepted') return
          resolve()
          return held
        },
      })
      closing = () => delivery.close()
      counting = () => delivery.waiting()
    })
    const id = await stage.want({ subject: 'pack' })
    await reached
    expect(await counting()).toBe(1)
    const closed = closing()
    release()
    await closed
    expect((await stage.row(id)).state).toBe('sent')
  })

  let closing: () => Promise<void> = async () => {}
  let counting: () => Promise<number> = async () => 0
})
