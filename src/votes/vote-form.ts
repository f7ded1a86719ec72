import type { House } from '../database/house.ts'
import type { Business, SittingAtHand } from '../sitting/at-hand.ts'
import { nameOf } from '../sitting/chair-view.ts'
import { timeProposed } from '../sitting/item-ground.ts'
import { sittingWords } from '../sitting/words.en.ts'
import { shortened } from '../slack/shorten.ts'
import type { CorrectForm } from './correct-views.ts'
import { isByName } from './count-vote.ts'
import { electorateOf } from './electorate.ts'
import { isFirm, ORDINARY, type QuestionAbout } from './eligible-rules.ts'
import { nextToPut } from './motion-rules.ts'
import { motionsOn } from './motions.ts'
import { present } from './open-vote.ts'
import { neededForNames } from './recorded-rules.ts'
import type { CountForm, RollForm, RollPage } from './roll-views.ts'
import { eligibleIn } from './rules.ts'
import type { Standing, VoteMethod } from './types.ts'
import type { VoteAtHand } from './vote-at-hand.ts'
import { momentOf } from './vote-moment.ts'
import type { BarredMember, CountFields, TimeAsked, VoteForm } from './vote-views.ts'
import { votingSettings } from './voting-settings.ts'
import type { VoteWords } from './words.en.ts'

const OPTION_TEXT = 75
/** docs.slack.dev: a view takes 100 blocks. */
const ROLL_PAGE = 80

/** The form for a vote on an item, as it is taken by a method. */
export async function voteForm(
  house: House,
  sitting: SittingAtHand,
  business: Business,
  method: VoteMethod | undefined,
  seen?: number,
): Promise<VoteForm> {
  const settings = await votingSettings(house, sitting.meeting.committeeId)
  const all = await motionsOn(house, business.recordId)
  const open = all.filter(({ state }) => state === 'open')
  const standings = await standingsNow(house, sitting, business, ORDINARY)
  const needed = neededForNames(settings.threshold, present(standings))
  const votings = sitting.members.map(({ voting }) => voting)
  return {
    metadata: `${sitting.meeting.id}/${business.recordId}/${seen ?? all.length}`,
    item: sittingWords.item(business),
    motions: open.map(({ id, text }) => ({
      value: id,
      text: shortened(text.replace(/\s+/g, ' '), OPTION_TEXT),
    })),
    chosenMotion: nextToPut(all)?.id,
    members: membersOf(sitting),
    methods: ['hands', 'voices', 'rollCall', ...(settings.isElectronic ? (['electronic'] as const) : [])],
    count: countOf(sitting, standings, method ?? 'hands', undefined, true),
    needed,
    about: [
      ...(votings.includes('educationOnly') ? (['education'] as const) : []),
      ...(votings.includes('ifCommitteeDetermines') ? (['determined'] as const) : []),
    ],
    ...timeAsked(house, sitting, business.recordId),
  }
}

export async function countForm(
  house: House,
  sitting: SittingAtHand,
  business: Business,
  vote: VoteAtHand,
): Promise<CountForm> {
  const standings = await standingsOfVote(house, sitting, business, vote)
  return {
    metadata: `${sitting.meeting.id}/${vote.id}`,
    question: vote.question,
    count: countOf(sitting, standings, vote.method, vote, false),
    ...timeAsked(house, sitting, business.recordId),
  }
}

/** The roll of a vote: who may vote, in the order of their seats, then those whom an interest or a whip bars. */
export async function rollForm(
  house: House,
  sitting: SittingAtHand,
  business: Business,
  vote: VoteAtHand,
  words: VoteWords,
  page: number,
): Promise<RollForm> {
  const standings = await standingsOfVote(house, sitting, business, vote)
  return {
    metadata: `${sitting.meeting.id}/${vote.id}/${page}`,
    question: vote.question,
    ...rollPage(sitting, standings, vote, words, page),
  }
}

/** Who is on a page of the roll: whoever may vote or may be warned, and for whom a vote is entered already. */
function rollPage(
  sitting: SittingAtHand,
  standings: readonly Standing[],
  vote: VoteAtHand,
  words: VoteWords,
  page: number,
): RollPage {
  const entered = new Map(vote.choices.map((choice) => [choice.personId, choice.side]))
  const called = standings.filter(({ personId, bar }) => !isFirm(bar) || entered.has(personId))
  return {
    page,
    pages: Math.max(1, Math.ceil(called.length / ROLL_PAGE)),
    people: called.slice(page * ROLL_PAGE, (page + 1) * ROLL_PAGE).map(({ personId, bar }) => ({
      personId,
      name:
        bar === undefined ? nameOf(sitting, personId) : `${nameOf(sitting, personId)} (${words.bars[bar]})`,
      side: entered.get(personId),
    })),
  }
}

/** What was declared, for correction: of a vote by name with how each voted, a page at a time. */
export async function correctForm(
  house: House,
  sitting: SittingAtHand,
  business: Business,
  vote: VoteAtHand,
  words: VoteWords,
  page: number,
): Promise<CorrectForm> {
  const standings = await standingsOfVote(house, sitting, business, vote)
  return {
    subject: `${sitting.meeting.id}/${vote.id}`,
    question: vote.question,
    count: countOf(sitting, standings, vote.method, vote, false),
    roll: isByName(vote) ? rollPage(sitting, standings, vote, words, page) : undefined,
    casting: vote.casting,
  }
}

function countOf(
  sitting: SittingAtHand,
  standings: readonly Standing[],
  method: VoteMethod,
  vote: Pick<VoteAtHand, 'choices' | 'counts' | 'isUnanimous' | 'result'> | undefined,
  mayWait: boolean,
): CountFields {
  const barred = standings.flatMap(({ personId, bar }): BarredMember[] => {
    if (bar !== 'interest' && bar !== 'whip') return []
    const side = vote?.choices.find((choice) => choice.personId === personId)?.side
    return [{ personId, name: nameOf(sitting, personId), bar, side }]
  })
  return {
    method,
    eligible: eligibleIn(standings).length,
    barred,
    counts: vote?.counts ?? {},
    isUnanimous: vote?.isUnanimous ?? false,
    isCarried: vote?.result === undefined || vote.result === 'carried',
    mayWait,
  }
}

/** Everybody who can move, second or ask: members, and who sits for one. */
export function membersOf(sitting: SittingAtHand): { value: string; text: string }[] {
  const seated = sitting.members.filter(({ kind }) => kind !== 'substitute').map(({ person }) => person.id)
  const others = sitting.roll.map(({ personId }) => personId)
  return [...new Set([...seated, ...others])].map((id) => ({ value: id, text: nameOf(sitting, id) }))
}

async function standingsNow(
  house: House,
  sitting: SittingAtHand,
  business: Business,
  about: QuestionAbout,
): Promise<Standing[]> {
  const at = sitting.closedAt ? (business.endedAt ?? business.startedAt ?? sitting.closedAt) : house.now()
  return (await electorateOf(house, sitting, business, about)).at(at)
}

async function standingsOfVote(
  rows: House,
  sitting: SittingAtHand,
  business: Business,
  vote: VoteAtHand,
): Promise<Standing[]> {
  const moment = momentOf(sitting, vote, undefined, rows.now())
  const at = moment.ok ? moment.value : vote.openedAt
  return (await electorateOf(rows, sitting, business, vote.about)).at(at)
}

/** Empty while the meeting sits, which means now; afterwards the time of the item. */
export function timeAsked(house: House, sitting: SittingAtHand, recordId: string): TimeAsked {
  return {
    time: sitting.closedAt ? timeProposed(house, sitting, recordId) : '',
    timeLabel: sittingWords.time(sitting.meeting.date),
  }
}
