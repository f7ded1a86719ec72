import { z } from 'zod'
import { displayName, isClerk, personBySlackUser } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { type Fields, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import type { Visitor } from '../slack/visitor.ts'
import type { SittingAtHand } from './at-hand.ts'
import { timeProposed } from './item-ground.ts'
import { QUESTION_DUES, QUESTION_KINDS, type QuestionKind, type QuestionSaid } from './question-rules.ts'
import type { QuestionForm } from './question-views.ts'
import { type QuestionOfMeeting, questionsOfMeeting } from './questions.ts'
import { staysOf } from './roll-rules.ts'
import { sittingWords } from './words.en.ts'

const { field } = ids.question

const metadata = z.object({
  meetingId: z.string(),
  recordId: z.string(),
  /** What is changed, as it was shown. */
  question: z.object({ id: z.string(), version: z.number().int() }).optional(),
})
export type QuestionMetadata = z.infer<typeof metadata>

/** @throws when the view is not one of ours */
export function questionMetadataOf(text: string): QuestionMetadata {
  return metadata.parse(JSON.parse(text))
}

export interface WhichQuestion {
  readonly recordId?: string | undefined
  readonly questionId?: string | undefined
  readonly text?: string
  readonly askerId?: string | undefined
  readonly kind?: QuestionKind
}

/** The form for a person at a sitting; `undefined` where what shall be changed is gone. */
export async function questionForm(
  { house, personId }: Visitor,
  sitting: SittingAtHand,
  which: WhichQuestion,
): Promise<QuestionForm | undefined> {
  const { meeting, business, current } = sitting
  const questions = which.questionId === undefined ? [] : await questionsOfMeeting(house, meeting.id)
  const question = questions.find(({ id }) => id === which.questionId)
  if (which.questionId !== undefined && !question) return undefined
  const recordId = question?.recordId ?? which.recordId ?? current?.recordId ?? ''
  const there = new Set(staysOf(sitting.roll).map((stay) => stay.personId))
  return {
    meeting,
    metadata: JSON.stringify({
      meetingId: meeting.id,
      recordId,
      ...(question ? { question: { id: question.id, version: question.version } } : {}),
    } satisfies QuestionMetadata),
    clerk: (await isClerk(house, meeting.committeeId, personId))
      ? {
          items: business.map((one) => ({ value: one.recordId, text: sittingWords.item(one) })),
          recordId,
          askers: [...there].flatMap((id) => {
            const person = sitting.people.get(id)
            return person ? [{ value: id, text: displayName(person) }] : []
          }),
          askerId: which.askerId,
          time: timeProposed(house, sitting, recordId),
        }
      : undefined,
    question,
    text: which.text ?? '',
    kind: which.kind ?? 'area',
  }
}

/**
 * What was filled in; `undefined` where somebody was chosen whom the council does not know.
 *
 * @param of.askerId who asks, where it is a member that does so for themselves
 * @param of.before what is changed: whoever was to answer stays while their name does
 */
export async function questionIn(
  { councilId, db }: Pick<House, 'councilId' | 'db'>,
  fields: Fields,
  of: { readonly askerId: string | undefined; readonly before: QuestionOfMeeting | undefined },
): Promise<QuestionSaid | undefined> {
  const slackUserId = textOf(fields, field.owner)
  const chosen = slackUserId === '' ? undefined : await personBySlackUser(db, councilId, slackUserId)
  if (slackUserId !== '' && !chosen) return undefined
  const ownerName = textOf(fields, field.ownerName)
  const stays = of.before?.owner && of.before.ownerName === ownerName ? of.before.owner : undefined
  return {
    kind: QUESTION_KINDS.find((one) => one === textOf(fields, field.kind)) ?? 'area',
    text: textOf(fields, field.text),
    askerId: of.askerId ?? (textOf(fields, field.asker) || undefined),
    askerName: textOf(fields, field.askerName),
    ownerId: chosen?.id ?? stays?.id,
    ownerName,
    due: QUESTION_DUES.find((one) => one === textOf(fields, field.due)) ?? 'none',
    dueOn: textOf(fields, field.dueOn) || undefined,
    dueText: textOf(fields, field.dueText),
  }
}
