import { beforeEach, expect, test } from 'vitest'
import { describeEveryDatabase } from '../support/databases.ts'
import { Life } from './life.ts'
import { clock, type Stage, setStage } from './stage.ts'

describeEveryDatabase('a process that dies while it sends', (database) => {
  let stage: Stage
  beforeEach(async () => {
    stage = await setStage(database())
  })

  const member = () => ({ subject: 'm', kind: 'member', recipient: { person: stage.cast.member } })

  async function nextLives(turns = 3) {
    const life = new Life(stage)
    for (let turn = 0; turn < turns; turn += 1) {
      clock.advance(600_000)
      await life.turn()
    }
  }

  test('before anything went on the wire: it is sent by the next life, without a question', async () => {
    const id = await stage.want({ subject: 'pack' })
    expect(await new Life(stage).turn({ diesAt: 'after-claim' })).toBe(false)
    expect((await stage.row(id)).state).toBe('sending')
    await nextLives()
    expect((await stage.row(id)).state).toBe('sent')
    expect(stage.slack.messages).toHaveLength(1)
    expect(await stage.notices()).toEqual([])
  })

  test('after Slack took a channel post: it is not posted again, and the clerks are asked', async () => {
    const id = await stage.want({ subject: 'pack' })
    await new Life(stage).turn({ diesAt: 'after-accepted' })
    await nextLives()
    expect(await stage.row(id)).toMatchObject({ state: 'ambiguous', problem: 'left-behind' })
    expect(stage.slack.messages.filter((message) => message.markedBy === `m:${id}`)).toHaveLength(1)
    expect(await stage.notices()).toMatchObject([{ subject: id, state: 'sent' }])
  })

  test('after Slack took a direct message: it is found there', async () => {
    const id = await stage.want(member())
    await new Life(stage).turn({ diesAt: 'after-accepted' })
    await nextLives()
    expect((await stage.row(id)).state).toBe('sent')
    expect(stage.slack.messages).toHaveLength(1)
    expect(await stage.notices()).toEqual([])
  })

  test('before Slack took a direct message: it is missed there, and sent', async () => {
    stage.slack.fail('chat.postMessage', 'dies-before')
    const id = await stage.want(member())
    await new Life(stage).turn()
    await nextLives()
    expect((await stage.row(id)).state).toBe('sent')
    expect(stage.slack.messages).toHaveLength(1)
  })

  test('after the answer was recorded: nothing is left to do', async () => {
    const id = await stage.want({ subject: 'pack' })
    await new Life(stage).turn({ diesAt: 'after-record' })
    await nextLives()
    expect((await stage.row(id)).state).toBe('sent')
    expect(stage.slack.messages).toHaveLength(1)
  })

  test('during an edit: it is edited again', async () => {
    const id = await stage.want({ subject: 'pack' })
    await new Life(stage).turn()
    stage.says.set('pack', 'changed')
    await stage.refresh('pack')
    await new Life(stage).turn({ diesAt: 'during-edit' })
    await nextLives()
    expect((await stage.row(id)).state).toBe('sent')
    expect(stage.slack.messages).toMatchObject([{ text: 'changed' }])
  })

  test('a direct message far back in a long conversation is still found', async () => {
    const id = await stage.want(member())
    await new Life(stage).turn({ diesAt: 'after-accepted' })
    const channel = stage.slack.messages[0]?.channel ?? ''
    for (let n = 0; n < 12; n += 1)
      stage.slack.messages.unshift({ channel, ts: '4000000000.1', text: 'chat', markedBy: '', edits: 0 })
    await nextLives()
    expect((await stage.row(id)).state).toBe('sent')
    expect(stage.slack.messages.filter((message) => message.markedBy !== '')).toHaveLength(1)
  })

  test('a conversation too long to read through is left to the clerks', async () => {
    const id = await stage.want(member())
    await new Life(stage).turn({ diesAt: 'after-accepted' })
    const channel = stage.slack.messages[0]?.channel ?? ''
    for (let n = 0; n < 40; n += 1)
      stage.slack.messages.unshift({ channel, ts: '4000000000.1', text: 'chat', markedBy: '', edits: 0 })
    await nextLives()
    expect((await stage.row(id)).state).toBe('ambiguous')
    expect(await stage.notices()).toMatchObject([{ subject: id }])
  })

  test('an answer that comes after others thought the sender dead settles the doubt', async () => {
    const id = await stage.want({ subject: 'pack' })
    let release = () => {}
    const late = new Promise<void>((resolve) => {
      release = resolve
    })
    let reached = () => {}
    const accepted = new Promise<void>((resolve) => {
      reached = resolve
    })
    stage.open({
      instance: 'slow',
      atPoint: (point, message) => {
        if (point !== 'after-accepted' || message.id !== id) return
        reached()
        return late
      },
    })
    await accepted
    await new Life(stage).turn()
    expect((await stage.row(id)).state).toBe('ambiguous')
    release()
    await stage.until(id, 'sent')
    const troubles = await stage.ground.prisma.outboxTrouble.findMany({ where: { messageId: id } })
    expect(troubles).toMatchObject([{ settledHow: 'sentSince' }])
  })
})

describeEveryDatabase('starting where a process died', (database) => {
  test('alone on its database: what was on the wire was left behind, and is sorted at once', async () => {
    const stage = await setStage(database())
    const id = await stage.want({ subject: 'pack' })
    await new Life(stage).turn({ diesAt: 'after-claim' })
    clock.advance(10_000)
    const delivery = stage.open({ embedded: true })
    await stage.until(id, 'sent')
    expect(await delivery.waiting()).toBe(0)
  })

  test('beside other processes: only after a time that no sender needs', async () => {
    const stage = await setStage(database())
    const id = await stage.want({ subject: 'pack' })
    await new Life(stage).turn({ diesAt: 'after-claim' })
    const other = await stage.want({ subject: 'other', recipient: { channel: 'COTHER' } })
    const patient = stage.open({ staleAfterMs: 60_000 })
    await stage.until(other, 'sent')
    expect((await stage.row(id)).state).toBe('sending')
    expect(await patient.waiting()).toBe(1)
    clock.advance(10_000)
    stage.open({ staleAfterMs: 1 })
    await stage.until(id, 'sent')
    expect(stage.slack.messages).toHaveLength(2)
  })
})

describeEveryDatabase('many processes on one database', (database) => {
  test('twenty send each message once', async () => {
    const stage = await setStage(database())
    const wanted: string[] = []
    for (let n = 0; n < 60; n += 1)
      wanted.push(await stage.want({ subject: `message ${n}`, recipient: { channel: `C${n % 40}` } }))
    for (let n = 0; n < 20; n += 1) stage.open({ instance: `replica ${n}` })
    for (const id of wanted) await stage.until(id, 'sent')
    const marks = stage.slack.messages.map((message) => message.markedBy)
    expect(marks).toHaveLength(60)
    expect(new Set(marks).size).toBe(60)
  })
})
