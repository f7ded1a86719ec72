import { expect, test } from 'vitest'
import { exclusionsOfMeeting } from '../../src/sitting/exclusions.ts'
import { ids } from '../../src/slack/ids.ts'
import { confirmResolutions, takeBackResolution } from '../../src/votes/write-resolution.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { atVotes } from './votes-desk.ts'
import { voting } from './votes-stage.ts'

const CARRIED = { for: 5, against: 2, abstain: 1, none: 0 }
const LOST = { for: 2, against: 5, abstain: 1, none: 0 }

describeWithDatabase('What follows from a vote follows from its correction', (database) => {
  test('a resolution that is taken back twice ended once', async () => {
    const it = await voting(database())
    it.idOf(await it.record({ counts: CARRIED }))
    const act = { by: it.clerk.id, meetingId: it.meetingId }
    const [resolution] = await it.resolutions()
    const takeBack = () => takeBackResolution(it.house, { ...act, resolutionId: resolution?.id ?? '' })
    expect((await Promise.all([takeBack(), takeBack()])).map(({ ok }) => ok)).toEqual([true, true])
    expect(await it.resolutions()).toEqual([])
    const kind = 'sitting.resolution-ended'
    expect(JSON.stringify(await it.audit()).split(kind)).toHaveLength(2)
  })

  test('the public was excluded by a vote only while it counts as carried', async () => {
    const it = await voting(database())
    const moved = { kind: 'exclusion' as const, text: 'That the public be excluded for item 3.' }
    const excluded = async () => (await exclusionsOfMeeting(it.house, it.meetingId)).length
    const isClosed = async () =>
      (await it.sitting()).business.find(({ recordId }) => recordId === it.recordOf(3))?.isClosed
    const vote = it.idOf(await it.record({ moved, counts: CARRIED }))
    it.clock.advance({ minutes: 5 })
    await it.take(3)
    expect([await excluded(), await isClosed()]).toEqual([1, true])
    const lost = it.idOf(await it.correct(vote, { counts: LOST }))
    expect([await excluded(), await isClosed()]).toEqual([0, false])
    const again = it.idOf(await it.correct(lost, { counts: CARRIED }))
    expect([await excluded(), await isClosed()]).toEqual([1, true])
    it.idOf(await it.correct(again, { counts: { ...CARRIED, for: 6, abstain: 0 } }))
    expect([await excluded(), await isClosed()]).toEqual([1, true])
    const kept = await it.prisma.publicExclusion.findMany({ where: { meetingId: it.meetingId } })
    expect(kept.map(({ voteId, struckAt }) => [voteId, struckAt !== null]).toSorted()).toEqual(
      [
        [vote, true],
        [again, false],
      ].toSorted(),
    )
  })

  test('a motion to exclude the public that is contested is moved, voted on, and excludes them once it is carried', async () => {
    const it = await voting(database())
    const desk = await atVotes(it, it.clerk)
    const { motionForm, field } = ids.votes
    const at = `${it.meetingId}/${it.recordOf(2)}/0`
    const excluded = async () => (await exclusionsOfMeeting(it.house, it.meetingId)).map(({ text }) => text)
    const brackets = { [field.text]: 'Excluded for item 3: paragraph(s) [to be specified]' }
    expect(await desk.submit(motionForm, at, { ...brackets, [field.excludes]: ['yes'] })).toContain(
      'the resolution must state them',
    )
    const text = 'That the public be excluded for item 3 (paragraph 3 of Part 1 of Schedule 12A).'
    await desk.submit(motionForm, at, { [field.text]: text, [field.excludes]: ['yes'] })
    const moved = await it.prisma.motion.findFirstOrThrow({ where: { meetingId: it.meetingId } })
    expect(moved).toMatchObject({ kind: 'exclusion', state: 'open' })
    expect(await excluded()).toEqual([])
    it.idOf(await it.record({ moved: undefined, motionId: moved.id, counts: CARRIED }))
    expect(await excluded()).toEqual([text])
  })

  test('a motion that was carried as amended is looked at again where the amendment is corrected to lost', async () => {
    const it = await voting(database())
    const motion = it.idOf(await it.move())
    const amendment = { kind: 'amendment' as const, parentId: motion, text: 'Add “until May”.' }
    const moved = { ...amendment, substantive: 'That the clinic stay open until May.' }
    const vote = it.idOf(await it.record({ moved, counts: CARRIED }))
    it.idOf(await it.record({ moved: undefined, motionId: motion, counts: CARRIED }))
    const [resolution] = await it.resolutions()
    const act = { by: it.clerk.id, meetingId: it.meetingId }
    await confirmResolutions(it.house, { ...act, resolutionIds: [resolution?.id ?? ''] })
    const waits = async () => (await it.control()).lines.includes('1 resolution to look at')
    const same = it.idOf(await it.correct(vote, { counts: { ...CARRIED, for: 6, abstain: 0 } }))
    expect(await waits()).toBe(false)
    const { correctForm, field } = ids.votes
    const count = { [field.for]: '2', [field.against]: '6', [field.why]: 'Miscounted' }
    const desk = await atVotes(it, it.clerk)
    const told = await desk.submit(correctForm, `${it.meetingId}/${same}`, count)
    expect(told).toContain('in words that do not fit this any more')
    expect(await waits()).toBe(true)
    // What was voted on stays as it was.
    expect((await it.resolutions())[0]?.text).toBe(moved.substantive)
  })
})
