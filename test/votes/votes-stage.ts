import type { Temporal } from 'temporal-polyfill'
import { abandonVote } from '../../src/votes/abandon-vote.ts'
import { agree } from '../../src/votes/agree.ts'
import { castBallot } from '../../src/votes/cast-ballot.ts'
import { changeMethod } from '../../src/votes/change-method.ts'
import { closeVote } from '../../src/votes/close-vote.ts'
import { votesControlPart } from '../../src/votes/control-part.ts'
import { type CorrectVote, correctVote } from '../../src/votes/correct-vote.ts'
import type { VoteCount } from '../../src/votes/count-vote.ts'
import { declareVote } from '../../src/votes/declare-vote.ts'
import { endMotion } from '../../src/votes/end-motion.ts'
import { enterChoices } from '../../src/votes/enter-choices.ts'
import { type MotionMoved, moveMotion } from '../../src/votes/move-motion.ts'
import { openVote, putMotion, type VoteOpened } from '../../src/votes/open-vote.ts'
import { recordOwnVote } from '../../src/votes/record-own-vote.ts'
import { type RecordVote, recordVote } from '../../src/votes/record-vote.ts'
import { requestNames } from '../../src/votes/request-names.ts'
import { resolutionsOfMeeting } from '../../src/votes/resolutions-of-meeting.ts'
import type { CastingSide, VoteSide } from '../../src/votes/types.ts'
import { votesOfMeeting } from '../../src/votes/votes-of-meeting.ts'
import { itemTaken } from '../sitting/item-stage.ts'
import type { InventedPerson } from '../support/council.ts'
import type { TestDatabase } from '../support/databases.ts'

interface How {
  readonly by?: InventedPerson
  readonly at?: Temporal.Instant
}

/** A meeting that sits with eight members in the room, its second item before it, and what is done about votes. */
export async function voting(database: TestDatabase) {
  const it = await itemTaken(database)
  const { house, meetingId, clerk, prisma, committee } = it
  const recordId = it.recordOf(2)
  const act = ({ by = clerk, at }: How) => ({ by: by.id, meetingId, at })
  const idOf = <T extends { readonly id: string }>(
    outcome:
      | { readonly ok: true; readonly value: T }
      | { readonly ok: false; readonly refusal: { readonly code: string } },
  ): string => {
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return outcome.value.id
  }
  const all = (sides: readonly VoteSide[]) =>
    sides.map((side, place) => ({ personId: it.members[place]?.id ?? '', side }))
  const acts = {
    agree: (text = 'That the report be noted.', seen = 0, how: How = {}) =>
      agree(house, { ...act(how), recordId, text, seen }),
    move: (moved: Partial<MotionMoved> = {}, how: How = {}) =>
      moveMotion(house, {
        ...act(how),
        recordId,
        kind: 'motion',
        text: 'That the clinic stay open.',
        ...moved,
      }),
    put: (motionId: string, opened: Partial<VoteOpened> = {}, how: How = {}) =>
      openVote(house, { ...act(how), motionId, method: 'hands', ...opened }),
    movedAndPut: (method: VoteOpened['method'], seen: number) =>
      putMotion(house, {
        ...act({}),
        recordId,
        method,
        moved: { kind: 'motion', text: 'That the clinic stay open.', seen },
      }),
    enter: (voteId: string, sides: readonly VoteSide[], how: How = {}) =>
      enterChoices(house, { ...act(how), voteId, choices: all(sides) }),
    enterOne: (voteId: string, member: InventedPerson, side: VoteSide | undefined, how: How = {}) =>
      enterChoices(house, { ...act(how), voteId, choices: [{ personId: member.id, side }] }),
    close: (voteId: string, count: VoteCount = {}, how: How = {}) =>
      closeVote(house, { ...act(how), voteId, ...count }),
    declare: (voteId: string, casting?: CastingSide, how: How = {}) =>
      declareVote(house, { ...act(how), voteId, casting }),
    abandon: (voteId: string, how: How = {}) => abandonVote(house, { ...act(how), voteId }),
    byHand: (voteId: string, to: 'hands' | 'rollCall', how: How = {}) =>
      changeMethod(house, { ...act(how), voteId, to }),
    names: (voteId: string, asking: readonly InventedPerson[], how: How = {}) =>
      requestNames(house, { ...act(how), voteId, requestedByIds: asking.map(({ id }) => id) }),
    press: (voteId: string, member: InventedPerson, side: VoteSide) =>
      castBallot(house, { voteId, by: member.id, side }),
    correct: (voteId: string, correction: Partial<CorrectVote> = {}, how: How = {}) =>
      correctVote(house, { ...act(how), voteId, why: 'Miscounted', ...correction }),
    own: (member: InventedPerson, side: VoteSide, how: How = {}) =>
      recordOwnVote(house, { ...act(how), by: how.by?.id ?? member.id, memberId: member.id, side }),
    end: (motionId: string, to: 'withdrawn' | 'deferred', how: How = {}) =>
      endMotion(house, { ...act(how), motionId, to }),
    record: (vote: Partial<RecordVote> = {}, how: How = {}) =>
      recordVote(house, {
        ...act(how),
        recordId,
        method: 'hands',
        moved: { kind: 'motion', text: 'That the clinic stay open.' },
        ...vote,
      }),
  }
  return {
    ...it,
    ...acts,
    recordId,
    idOf,
    all,
    /** Moved and put to the vote. @returns the vote's id */
    opened: async (opened: Partial<VoteOpened> = {}) => idOf(await acts.put(idOf(await acts.move()), opened)),
    votes: () => votesOfMeeting(house, meetingId),
    resolutions: () => resolutionsOfMeeting(house, meetingId),
    motions: () => prisma.motion.findMany({ where: { meetingId }, orderBy: { number: 'asc' } }),
    rows: () =>
      prisma.vote.findMany({ where: { meetingId }, orderBy: [{ number: 'asc' }, { revision: 'asc' }] }),
    control: async () => {
      const { lines, buttons } = await votesControlPart(house, await it.sitting())
      return {
        lines: lines.map(({ text }) => text).join('\n'),
        buttons: buttons.map(({ text }) => text.text),
        primary: buttons.flatMap(({ style, text }) => (style === 'primary' ? [text.text] : [])),
      }
    },
    setting: (data: Record<string, unknown>) =>
      prisma.committee.update({ where: { id: committee.id }, data }),
  }
}
