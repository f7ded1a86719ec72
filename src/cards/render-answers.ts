import type { KnownBlock } from '@slack/types'
import { displayName, isClerk, membersOn, personById } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { OutgoingMessage } from '../delivery/outgoing-message.ts'
import type { Renderer } from '../delivery/rendering.ts'
import { messageKinds } from '../meetings/messages.ts'
import { actions, button, context, contexts, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { mostThatFit } from '../slack/most-that-fit.ts'
import {
  type AnswerAtHand,
  answerAtHand,
  isEntitledToAnswer,
  isRestricted,
  lastAnswerOf,
  mayClear,
} from '../tracker/answers.ts'
import { trackerListWords } from '../tracker/list-words.en.ts'
import { owedRowBlocks } from '../tracker/owner-views.ts'
import type { OwnerWords } from '../tracker/owner-words.en.ts'
import { ownerWords } from '../tracker/owner-words.ts'
import { trackedRow, trackedRows } from '../tracker/rows.ts'
import { standingOf } from '../tracker/rules.ts'
import { isLive } from '../tracker/state-rules.ts'
import type { TrackedRow } from '../tracker/types.ts'
import { fitsMessage } from './whole.ts'

/** One new line to whoever may have the answer at this moment (law 3); of one that is not public, no word of it. */
const renderAnswer: Renderer = async (house, message) => {
  const { recipient, subject } = message
  const answer = await answerAtHand(house, subject)
  if (!answer) return { drop: 'answer-gone' }
  const { row } = answer
  const committee = await committeeOf(house, row)
  const reader = 'person' in recipient ? await personById(house, recipient.person) : undefined
  const say = ownerWords(reader?.language ?? 'en')
  const forClerks =
    'channel' in recipient
      ? recipient.channel === committee?.clerksChannelId
      : await isClerk(house, row.committeeId, recipient.person)
  const isTheirs =
    forClerks ||
    ('person' in recipient && (await isEntitledToAnswer(house, answer, recipient.person, todayOf(house))))
  if (!isTheirs) return { drop: 'not-entitled' }
  const without = forClerks ? await withoutSlack(house, answer) : []
  const before = [
    ...sections(say.answered.text(row, committee?.name ?? '')),
    ...(row.asker && !row.isClosed ? contexts(say.answered.asked(displayName(row.asker))) : []),
  ]
  const after = without.length === 0 ? [] : sections(say.answered.without(without))
  return {
    post: {
      text: say.answered.short(row.reference).text,
      blocks: withAnswer(answer, say, { before, after, offersEmail: without.length > 0 }),
    },
  }
}

/** The whole answer where a message holds it; else a button that shows it (law 8). */
function withAnswer(
  answer: AnswerAtHand,
  say: OwnerWords,
  around: {
    readonly before: readonly KnownBlock[]
    readonly after: readonly KnownBlock[]
    readonly offersEmail: boolean
  },
): KnownBlock[] {
  const blocksFor = (isWhole: boolean) => [
    ...around.before,
    ...(isWhole ? answerBlocks(answer, say) : [section(say.answered.goesOn())]),
    ...answerButtons(answer, { offersEmail: around.offersEmail, offersAll: !isWhole }, say),
    ...around.after,
  ]
  return fitsMessage(blocksFor(true)) ? blocksFor(true) : blocksFor(false)
}

function answerBlocks(answer: AnswerAtHand, say: OwnerWords): KnownBlock[] {
  if (isRestricted(answer)) return [section(say.answered.restricted())]
  return [
    ...(answer.by ? [context(say.answered.by(displayName(answer.by)))] : []),
    ...(answer.text === '' ? [] : sections(say.answered.words(answer.text))),
  ]
}

function answerButtons(
  answer: AnswerAtHand,
  { offersEmail, offersAll }: { readonly offersEmail: boolean; readonly offersAll: boolean },
  say: OwnerWords,
): KnownBlock[] {
  const buttons = [
    ...(offersAll ? [button({ id: ids.answer.read, text: say.answered.read, value: answer.id })] : []),
    ...(answer.fileName !== '' && !isRestricted(answer)
      ? [button({ id: ids.answer.file, text: say.answered.open, value: answer.id, style: 'primary' })]
      : []),
    ...(answer.address !== ''
      ? [button({ id: ids.answer.address, text: say.answered.address, value: answer.id })]
      : []),
    ...(offersEmail ? [button({ id: ids.answer.email, text: say.answered.email, value: answer.id })] : []),
  ]
  return buttons.length === 0 ? [] : [actions(...buttons)]
}

/** Members, and the asker, whom Slack does not reach. */
async function withoutSlack(house: House, answer: AnswerAtHand): Promise<string[]> {
  const { row } = answer
  const members = await membersOn(house.db, house.councilId, row.committeeId, todayOf(house))
  const people = [
    ...members.map(({ person }) => person),
    ...(row.asker && !isRestricted(answer) ? [row.asker] : []),
  ]
  const without = people.filter(({ slackUserId }) => slackUserId === undefined)
  return [...new Set(without.map(displayName))]
}

/** To the senior who clears it alone, with the whole answer; and how it went. */
const renderClearance: Renderer = async (house, { recipient, subject }) => {
  const answer = await answerAtHand(house, subject)
  if (!answer || !('person' in recipient)) return { drop: 'answer-gone' }
  if (!(await mayClear(house, answer, recipient.person, todayOf(house)))) return { drop: 'not-entitled' }
  const reader = await personById(house, recipient.person)
  const say = ownerWords(reader?.language ?? 'en')
  const { row, clearance } = answer
  const words = say.clearance
  const end: KnownBlock[] =
    clearance === 'waiting' && !isLive(row)
      ? [section(words.over())]
      : clearance === 'cleared'
        ? [section(words.cleared())]
        : clearance === 'sentBack'
          ? sections(words.sentBack(row.isClosed ? '' : answer.clearedWhy))
          : [
              actions(
                button({ id: ids.answer.clear, text: words.clear, value: answer.id, style: 'primary' }),
                button({ id: ids.answer.sendBack, text: words.sendBack, value: answer.id }),
              ),
            ]
  return {
    post: {
      text: words.short(row.reference).text,
      blocks: withAnswer(answer, say, {
        before: [section(words.asks(answer.by ? displayName(answer.by) : '')), ...sections(say.row(row))],
        after: end,
        offersEmail: false,
      }),
    },
  }
}

const renderSentBack: Renderer = async (house, { recipient, subject }) => {
  const answer = await answerAtHand(house, subject)
  if (!answer || !('person' in recipient) || answer.by?.id !== recipient.person)
    return { drop: 'not-entitled' }
  const say = ownerWords(answer.by.language)
  const { row, clearer } = answer
  const buttons = answer.clearance === 'sentBack' ? owedRowBlocks(row, todayOf(house), say).slice(-1) : []
  return {
    post: {
      text: say.clearance.backShort(row.reference).text,
      blocks: [
        ...sections(
          say.clearance.back(
            row,
            clearer ? displayName(clearer) : '',
            row.isClosed ? '–' : answer.clearedWhy,
          ),
        ),
        ...buttons.filter(({ type }) => type === 'actions'),
      ],
    },
  }
}

/** To somebody who owes rows of a resolution from now on, as they stand; nothing once none is theirs. */
const renderGiven: Renderer = async (house, message) => {
  const { recipient, subject } = message
  if (!('person' in recipient)) return { drop: 'not-entitled' }
  const reader = await personById(house, recipient.person)
  if (!reader) return { drop: 'no-person' }
  const say = ownerWords(reader.language)
  const today = todayOf(house)
  const rows = await trackedRows(house, {
    groupKey: subject,
    state: { in: ['open', 'proposed'] },
    owners: { some: { councilId: house.councilId, personId: reader.id, role: 'owner', until: null } },
  })
  const [first] = rows
  if (!first)
    return (await stands(house, message))
      ? { post: { text: say.given.short().text, blocks: [section(say.given.over())] } }
      : { drop: 'not-theirs' }
  const committee = await committeeOf(house, first)
  const blocksFor = (count: number): KnownBlock[] => [
    section(say.given.intro(committee?.name ?? '')),
    ...rows.slice(0, count).flatMap((row) => owedRowBlocks(row, today, say)),
    ...(count < rows.length
      ? [
          context(say.given.more(rows.length - count)),
          actions(button({ id: ids.owed.list, text: say.buttons.all, value: 'all/0' })),
        ]
      : []),
  ]
  const count = mostThatFit(rows.length, (many) => fitsMessage(blocksFor(many)))
  return { post: { text: say.given.short().text, blocks: blocksFor(count) } }
}

/** To whoever asked: how their question stands, as it stands now. */
const renderMyQuestion: Renderer = async (house, { recipient, subject }) => {
  const row = await trackedRow(house, subject)
  if (!row || !('person' in recipient) || row.asker?.id !== recipient.person) return { drop: 'not-entitled' }
  const say = ownerWords(row.asker.language)
  const committee = await committeeOf(house, row)
  const today = todayOf(house)
  const last = await lastAnswerOf(house, row.id)
  const owners = row.owners.filter(({ role }) => role === 'owner').map(({ name }) => name)
  const answered =
    last?.sharedAt !== undefined
      ? [
          (await isEntitledToAnswer(house, last, recipient.person, today))
            ? say.question.answered()
            : say.question.restricted(),
        ]
      : last?.clearance === 'waiting'
        ? [say.question.clearing()]
        : []
  return {
    post: {
      text: say.question.short(row.reference).text,
      blocks: [
        section(say.question.heading(committee?.name ?? '')),
        ...sections(say.row(row)),
        ...(row.isClosed ? [] : [section(say.question.owners(owners))]),
        ...answered.map((said) => section(said)),
        ...(row.state === 'open'
          ? contexts(trackerListWords.below(row, standingOf(row, today)))
          : [section(say.question.over(row.state))]),
      ],
    },
  }
}

function todayOf(house: House): string {
  return house.now().toZonedDateTimeISO(house.timeZone).toPlainDate().toString()
}

function committeeOf(house: House, { committeeId }: Pick<TrackedRow, 'committeeId'>) {
  return house.db.committee.findFirst({ where: { councilId: house.councilId, id: committeeId } })
}

async function stands(house: House, message: OutgoingMessage): Promise<boolean> {
  const where = { id: message.id, councilId: house.councilId, slackTs: { not: null } }
  return (await house.db.outboxMessage.count({ where })) > 0
}

/** For the map of renderers. */
export const answerRenderers: readonly (readonly [string, Renderer])[] = [
  [messageKinds.answer, renderAnswer],
  [messageKinds.answerClearance, renderClearance],
  [messageKinds.answerBack, renderSentBack],
  [messageKinds.ownerGiven, renderGiven],
  [messageKinds.myQuestion, renderMyQuestion],
]
