import type { KnownBlock, ModalView } from '@slack/types'
import { actions, button, context, modal, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { letterOf } from './question-rules.ts'
import type { QuestionWords } from './question-words.en.ts'
import type { QuestionOfMeeting } from './questions.ts'

/** A question takes up to four blocks of the hundred that a view holds. */
const LISTED = 20

export interface QuestionList {
  readonly meetingId: string
  readonly recordId: string
  readonly item: string
  readonly questions: readonly QuestionOfMeeting[]
  /** What was just done, where something must be said of it. */
  readonly first?: Mrkdwn
}

/** Which questions a list shows: those that are not read back yet before the others. */
function questionsListed(questions: readonly QuestionOfMeeting[]): readonly QuestionOfMeeting[] {
  if (questions.length <= LISTED) return questions
  return questions
    .toSorted((one, other) => Number(one.isConfirmed) - Number(other.isConfirmed))
    .slice(0, LISTED)
}

/** The questions of an item, for the clerk to read back at its end. */
export function questionsView(model: QuestionList, say: QuestionWords): ModalView {
  const { list: words } = say
  const listed = questionsListed(model.questions)
  const unread = listed.filter(({ isConfirmed }) => !isConfirmed)
  const value = `${model.meetingId}/${model.recordId}`
  return modal({
    title: words.title,
    close: say.close,
    metadata: value,
    blocks: [
      ...(model.first ? sections(model.first) : []),
      section(words.intro(model.item)),
      ...(listed.length === 0 ? [section(words.none())] : []),
      ...(unread.length === 0
        ? []
        : [
            actions(
              button({
                id: ids.question.confirmAll,
                text: words.confirmAll,
                // As they are shown: what comes or changes meanwhile is not confirmed unread.
                value: `${model.meetingId}/${marked(unread)}`,
                style: 'primary',
              }),
            ),
          ]),
      ...listed.flatMap((question) => questionBlocks(question, model, say)),
      ...(model.questions.length > listed.length
        ? [context(words.more(model.questions.length - listed.length))]
        : []),
    ],
  })
}

function questionBlocks(question: QuestionOfMeeting, model: QuestionList, say: QuestionWords): KnownBlock[] {
  const { list: words } = say
  const place = model.questions.indexOf(question)
  const letter = letterOf(place)
  const value = `${model.meetingId}/${question.id}`
  return [
    ...sections(
      words.line({
        letter,
        text: question.text,
        asker: question.askerName,
        owner: question.ownerName,
        due: words.due(question),
        isRequest: question.kind === 'request',
        isConfirmed: question.isConfirmed,
      }),
    ),
    actions(
      ...(question.isConfirmed
        ? []
        : [
            button({
              id: ids.question.confirm,
              text: words.confirm,
              value: `${model.meetingId}/${marked([question])}`,
              label: `${words.confirm} (${letter})`,
            }),
          ]),
      button({ id: ids.question.edit, text: words.edit, value, label: `${words.edit} (${letter})` }),
      ...(place === 0
        ? []
        : [button({ id: ids.question.up, text: words.up, value, label: `${words.up} (${letter})` })]),
      button({
        id: ids.question.strike,
        text: words.strike,
        value,
        label: `${words.strike} (${letter})`,
        confirm: {
          title: words.strikeTitle,
          text: words.strikeText,
          yes: words.strike,
          no: say.cancel,
        },
      }),
    ),
  ]
}

/** Twenty ids of 36 characters and their versions fit a button's value of 2,000. */
function marked(questions: readonly QuestionOfMeeting[]): string {
  return questions.map(({ id, version }) => `${id}:${version}`).join(',')
}

/** What a button that confirms says was shown. */
export function questionsMarked(value: string): {
  readonly meetingId: string
  readonly questions: readonly { readonly id: string; readonly version: number }[]
} {
  const [meetingId = '', marks = ''] = value.split('/')
  const questions = marks.split(',').flatMap((mark) => {
    const [id, version] = mark.split(':')
    return id && version ? [{ id, version: Number(version) }] : []
  })
  return { meetingId, questions }
}
