import { expect, test } from 'vitest'
import { changeMeeting } from '../../src/meetings/change-meeting.ts'
import { meetingAtHand } from '../../src/meetings/meeting.ts'
import type { WantedMeeting } from '../../src/meetings/types.ts'
import { emptyReading } from '../../src/publications/pack-reading.ts'
import { packForReview, TYPED } from '../../src/publications/review-model.ts'
import { registerSupplements } from '../../src/publications/supplement-listeners.ts'
import { type SupplementAsked, supplementForReview } from '../../src/publications/supplement-model.ts'
import { meetingChoice } from '../../src/publications/supplement-submission.ts'
import { supplementModal } from '../../src/publications/supplement-view.ts'
import { publicationWords, supplementWords } from '../../src/publications/words.ts'
import { ids } from '../../src/slack/ids.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import { MEETING_DAY } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { textsOf, untouched } from '../support/shown.ts'
import { agendaRead, draftOf } from './draft.ts'
import { publishedCouncil, type SupplementStage } from './supplements.ts'

describeWithDatabase('the form for a supplement', (database) => {
  const published = () => publishedCouncil(database())

  /** A supplement that was read and waits for the clerk. */
  const given = ({ council }: SupplementStage, date = MEETING_DAY, supplementNo?: number) =>
    draftOf(council, {
      ...agendaRead,
      reading: {
        ...emptyReading,
        kind: 'supplement',
        committee: council.committee.name,
        date,
        items: [
          { number: '8', title: 'Sufficiency strategy', pages: '34-45' },
          { number: '12', title: 'Repairs', pages: '46-50' },
        ],
        ...(supplementNo === undefined ? {} : { supplementNo }),
      },
    })

  const form = async (stage: SupplementStage, asked: Partial<SupplementAsked> & { packId: string }) => {
    const it = await supplementForReview(stage.house, { clerkId: stage.council.clerk.id, ...asked })
    if (it.state !== 'open') throw new Error(it.state)
    return it.model
  }

  const change = async ({ house, council, meetingId }: SupplementStage, wanted: WantedMeeting) => {
    const meeting = await meetingAtHand(house, meetingId)
    const outcome = await changeMeeting(house, {
      by: council.clerk.id,
      meetingId,
      version: meeting?.version ?? 0,
      change: { ...wanted, reason: '' },
    })
    if (!outcome.ok) throw new Error(outcome.refusal.code)
  }

  test('is what opens for a paper that was read as a supplement, unless the clerk knows better', async () => {
    const stage = await published()
    const packId = await given(stage)
    const { house, council } = stage
    expect((await packForReview(house, packId, council.clerk.id)).state).toBe('supplement')
    expect((await packForReview(house, packId, council.clerk.id, { asAgenda: true })).state).toBe('open')
  })

  test('chooses the meeting by committee and day, and says what each line does', async () => {
    const stage = await published()
    const model = await form(stage, { packId: await given(stage, MEETING_DAY, 2) })
    expect(model).toMatchObject({
      meetingId: stage.meetingId,
      meetings: [{ value: meetingChoice(stage.meetingId, 1) }],
      printedNo: 2,
      lines: ['8. Sufficiency strategy (pages 34-45) [to follow]', '12. Repairs (pages 46-50) [new]'],
      noMeeting: undefined,
      refusal: undefined,
      missing: [],
      notice: { state: 'in-time' },
    })
  })

  test('points out, at a press, what was typed under another name than the agenda’s, and stops nothing', async () => {
    const stage = await published()
    const { council } = stage
    const say = { pack: publicationWords('en'), supplement: supplementWords('en') }
    const model = await form(stage, { packId: TYPED, typed: { meetingId: stage.meetingId } })
    const pressing = async (line: string) => {
      const view = supplementModal({ ...model, lines: [line] }, say)
      const bolt = await boltStage(council, registerSupplements, council.clerk)
      await bolt.deliver({
        token: 't',
        team: { id: council.teamId, domain: 'underfell' },
        user: { id: council.clerk.slackUserId, name: 'somebody', team_id: council.teamId },
        trigger_id: '1.2',
        api_app_id: 'A1',
        type: 'block_actions',
        actions: [{ type: 'button', action_id: ids.supplement.check, block_id: 'b', action_ts: '1.0' }],
        view: {
          id: 'V1',
          type: 'modal',
          hash: 'h1',
          private_metadata: view.private_metadata,
          ...untouched(view),
        },
      })
      expect(bolt.methods()).toEqual(['ack', 'views.update'])
      const shown = bolt.calls.at(-1)?.sent['view']
      return { said: textsOf(shown).join('\n'), typed: JSON.stringify(untouched(shown)) }
    }
    const other = await pressing('8. Permanence planning policy (pages 34-45) [to follow]')
    expect(other.said).toContain(
      'Item 8 is “Sufficiency strategy” on the agenda; this paper calls it “Permanence planning policy”.',
    )
    expect(other.typed).toContain('8. Permanence planning policy (pages 34-45) [to follow]')
    const same = await pressing('8. Sufficiency strategy (pages 34-45) [to follow]')
    expect(same.said).not.toContain('this paper calls it')
    const unread = await pressing('8. Sufficiency strategy (pages 45-34)')
    expect(unread.said).toContain(':warning: Line 1')
    expect(unread.typed).toContain('(pages 45-34)')
  })

  test('finds the meeting under the day that the paper prints, where it was moved since', async () => {
    const stage = await published()
    const packId = await given(stage)
    await change(stage, { to: 'scheduled', date: '2017-09-27', startTime: '10:00', venue: 'Room 2' })
    expect(await form(stage, { packId })).toMatchObject({ meetingId: stage.meetingId, noMeeting: undefined })
  })

  test.each(['cancelled', 'postponed'] as const)('tells of a meeting that is %s', async (to) => {
    const stage = await published()
    const packId = await given(stage)
    await change(stage, { to })
    expect(await form(stage, { packId })).toMatchObject({
      meetings: [],
      meetingId: undefined,
      noMeeting: { code: to },
    })
  })

  test('tells of a meeting whose agenda is not out, and of one that is not known', async () => {
    const stage = await published()
    await stage.council.meeting('2017-10-18')
    expect(await form(stage, { packId: await given(stage, '2017-10-18') })).toMatchObject({
      meetingId: undefined,
      noMeeting: { code: 'not-published' },
    })
    expect(await form(stage, { packId: await given(stage, '2017-11-01') })).toMatchObject({
      meetings: [{ value: meetingChoice(stage.meetingId, 1) }],
      noMeeting: { code: 'not-found', date: '2017-11-01' },
    })
  })

  test('offers a clerk the meetings of their own committees alone', async () => {
    const stage = await published()
    expect(await form(stage, { packId: TYPED, clerkId: stage.council.second.clerk.id })).toMatchObject({
      meetings: [],
      noMeeting: undefined,
    })
  })

  test('keeps what the clerk has said about a line, and what cannot be read as it was typed', async () => {
    const stage = await published()
    const typed = (text: string) =>
      form(stage, {
        packId: TYPED,
        typed: { text, meetingId: stage.meetingId, ownPages: true, printedNo: 4 },
      })
    expect(await typed('8. Strategy (page 3)\n3. Plan (page 9) [replaces]\n12. Repairs')).toMatchObject({
      lines: ['8. Strategy (page 3) [to follow]', '3. Plan (page 9) [replaces]', '12. Repairs [new]'],
      ownPages: true,
      printedNo: 4,
    })
    expect((await typed('8.\n9. Memorandum')).lines).toEqual(['8.', '9. Memorandum'])
  })

  test('points out pages, a file that was published before, and the next number that is free', async () => {
    const stage = await published()
    const packId = await given(stage)
    const outcome = await stage.publish('10. Plan (pages 40-45)', { packId })
    expect(outcome.ok).toBe(true)
    const again = await form(stage, { packId: await given(stage, MEETING_DAY, 1) })
    expect(again).toMatchObject({
      printedNo: 2,
      sameFile: { number: 1 },
      refusal: { code: 'pages-overlap', index: 0, shared: { from: 40, to: 45 } },
      missing: [],
    })
    const typed = { text: '8. Strategy (pages 50-60)', meetingId: stage.meetingId }
    expect(await form(stage, { packId: TYPED, typed })).toMatchObject({
      missing: [
        { from: 34, to: 39 },
        { from: 46, to: 49 },
      ],
    })
  })

  test('says what became of a pack that is open no more', async () => {
    const stage = await published()
    const packId = await given(stage)
    await stage.publish('12. Repairs [new]', { packId })
    const { house, council } = stage
    const state = async (id: string) =>
      (await supplementForReview(house, { packId: id, clerkId: council.clerk.id })).state
    expect(await state(packId)).toBe('published')
    expect(await state(stage.meetingId)).toBe('gone')
  })
})
