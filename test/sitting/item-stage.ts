import type { Temporal } from 'temporal-polyfill'
import { declareInterest } from '../../src/interests/declare-interest.ts'
import { declareWhip } from '../../src/interests/declare-whip.ts'
import { recordDispensation } from '../../src/interests/record-dispensation.ts'
import type { Registration } from '../../src/interests/types.ts'
import { noteTold, strikeDisclosure } from '../../src/sitting/disclose-change.ts'
import { discloseInterest, discloseWhip } from '../../src/sitting/disclose-interest.ts'
import type { Conduct } from '../../src/sitting/interest-rules.ts'
import { effectsOnItem } from '../../src/sitting/item-interests.ts'
import { itemControlPart } from '../../src/sitting/item-part.ts'
import { recordQuestion } from '../../src/sitting/question-record.ts'
import type { QuestionSaid } from '../../src/sitting/question-rules.ts'
import { questionsOfMeeting } from '../../src/sitting/questions.ts'
import { recordInterests } from '../../src/sitting/record-interests.ts'
import type { InventedPerson } from '../support/council.ts'
import type { TestDatabase } from '../support/databases.ts'
import { meetingBegins } from './sitting-stage.ts'

export const NATURE = 'her sister runs the Mill Lane surgery'

interface How {
  readonly by?: InventedPerson
  readonly at?: Temporal.Instant
}

interface Said {
  readonly type?: string
  readonly holder?: 'own' | 'partner'
  readonly sensitive?: boolean
  readonly registration?: Registration
  readonly dispensationId?: string
  readonly nature?: string
}

/** A meeting that sits, half an hour after its beginning, with its second item under consideration. */
export async function itemTaken(database: TestDatabase) {
  const it = await meetingBegins(database)
  const { house, meetingId, clerk, prisma } = it
  await it.open(8)
  it.clock.advance({ minutes: 30 })
  const records = (await it.sitting()).business
  const recordOf = (place: number) => records.find(({ position }) => position === place)?.recordId ?? ''
  const itemIdOf = (place: number) => records.find(({ position }) => position === place)?.itemId
  const act = ({ by = clerk, at }: How) => ({ by: by.id, meetingId, at })
  const given = (said: Said) => ({
    type: 'dpi',
    holder: 'own' as const,
    sensitive: false,
    registration: 'registered' as const,
    nature: NATURE,
    dispensationId: undefined,
    ...said,
  })
  const question = (said: Partial<QuestionSaid> = {}): QuestionSaid => ({
    kind: 'area',
    text: 'How many fractures wait?',
    askerId: undefined,
    askerName: '',
    ownerId: undefined,
    ownerName: '',
    due: 'none',
    dueOn: undefined,
    dueText: '',
    ...said,
  })
  await it.take(2)
  return {
    ...it,
    recordOf,
    itemIdOf,
    question,
    /** Advance notice; of the whole meeting without a place. @returns its id */
    notice: async (member: InventedPerson, place?: number, said: Said = {}) => {
      const itemId = place === undefined ? undefined : itemIdOf(place)
      const outcome = await declareInterest(house, {
        meetingId,
        memberId: member.id,
        by: member.id,
        way: 'command',
        interest: given(said),
        itemIds: itemId === undefined ? [] : [itemId],
        isWholeMeeting: itemId === undefined,
        repeatsId: undefined,
      })
      if (!outcome.ok) throw new Error(outcome.refusal.code)
      return outcome.value.noticeIds[0] ?? ''
    },
    whipNotice: async (member: InventedPerson, place: number) => {
      const outcome = await declareWhip(house, {
        meetingId,
        memberId: member.id,
        by: member.id,
        way: 'command',
        itemIds: [itemIdOf(place) ?? ''],
        isWholeMeeting: false,
        nature: 'To support the motion',
      })
      if (!outcome.ok) throw new Error(outcome.refusal.code)
      return outcome.value.noticeIds[0] ?? ''
    },
    dispensation: async (member: InventedPerson) => {
      const outcome = await recordDispensation(house, {
        by: clerk.id,
        personId: member.id,
        ground: 'residents',
        scope: 'Fracture clinics',
        mayVote: true,
        grantedBy: 'Standards Committee',
        grantedOn: '2017-09-01',
        until: '2018-08-31',
      })
      if (!outcome.ok) throw new Error(outcome.refusal.code)
      return (await prisma.dispensation.findFirstOrThrow({ where: { councilId: it.id } })).id
    },
    settle: (noticeId: string, outcome: 'disclosed' | 'notDeclared', how: How = {}) =>
      recordInterests(house, { ...act(how), settled: [{ noticeId, outcome }], conducts: [] }),
    disclose: (
      member: InventedPerson,
      place: number | undefined,
      said: Said = {},
      how: How & { conduct?: Conduct } = {},
    ) =>
      discloseInterest(house, {
        ...act(how),
        memberId: member.id,
        itemId: place === undefined ? undefined : itemIdOf(place),
        interest: given(said),
        conduct: how.conduct,
      }),
    whip: (member: InventedPerson, place: number, nature: string, how: How = {}) =>
      discloseWhip(house, { ...act(how), memberId: member.id, itemId: itemIdOf(place), nature }),
    conduct: (disclosureId: string, conduct: Conduct, how: How = {}) =>
      recordInterests(house, { ...act(how), settled: [], conducts: [{ disclosureId, conduct }] }),
    strike: (disclosureId: string, how: How = {}) => strikeDisclosure(house, { ...act(how), disclosureId }),
    told: (disclosureId: string, by: InventedPerson) => noteTold(house, { by: by.id, disclosureId }),
    ask: (said: Partial<QuestionSaid> = {}, how: How & { recordId?: string } = {}) =>
      recordQuestion(house, { ...act(how), recordId: how.recordId, question: question(said) }),
    questions: () => questionsOfMeeting(house, meetingId),
    effectOf: async (member: InventedPerson, place = 2) => {
      const effects = await effectsOnItem(house, await it.sitting(), itemIdOf(place))
      return effects.find(({ personId }) => personId === member.id)
    },
    disclosures: () => prisma.disclosure.findMany({ where: { councilId: it.id }, orderBy: { id: 'asc' } }),
    part: async () => {
      const { lines, buttons, more } = await itemControlPart(house, await it.sitting())
      return {
        text: lines.map(({ text }) => text).join('\n'),
        buttons: buttons.map((one) => one.text.text),
        more: more.map(({ text }) => text),
      }
    },
    told28: async () => (await it.messages()).filter(({ kind }) => kind === 'disclosure-told'),
  }
}

/** Why something was refused; absent where it was done. */
export const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }): string | undefined =>
  outcome.ok ? undefined : outcome.refusal?.code
