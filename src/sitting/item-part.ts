import type { Button } from '@slack/types'
import { type CouncilRows, displayName } from '../committees/people.ts'
import { interestWords, kindName } from '../interests/words.ts'
import { publishedAgenda } from '../publications/published-agenda.ts'
import { button } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { Business, SittingAtHand } from './at-hand.ts'
import { nameOf } from './chair-view.ts'
import type { ControlPart, MoreButton } from './control-types.ts'
import { type ExclusionOfMeeting, exclusionsOfMeeting } from './exclusions.ts'
import { problemsOfConduct } from './interest-rules.ts'
import { type InterestsOfSitting, interestsAtHand, interestsOfSitting } from './item-interests.ts'
import type { ItemWords } from './item-words.en.ts'
import { itemWords } from './item-words.ts'
import { effectsOf, type MemberEffect, unsettled } from './member-effects.ts'
import { type QuestionOfMeeting, questionsOfMeeting, unreadByItem } from './questions.ts'
import { isSitting } from './state-rules.ts'
import { nextItem } from './take-item.ts'
import { type RulingOfMeeting, urgencyRulingsOfMeeting } from './urgency-rulings.ts'
import { sittingWords } from './words.en.ts'

/** What the control needs to know of an item. */
interface ItemFacts {
  readonly sitting: SittingAtHand
  readonly interests: InterestsOfSitting
  readonly exclusions: readonly ExclusionOfMeeting[]
  readonly rulings: readonly RulingOfMeeting[]
  readonly questions: readonly QuestionOfMeeting[]
  readonly isLate: boolean
  /** The agenda lists it as open to the public, whatever became of it. */
  readonly isListedOpen: boolean
}

/** The item under consideration, in the clerk's control: what must be watched for, and what can be recorded. */
export async function itemControlPart(
  rows: CouncilRows,
  sitting: SittingAtHand,
  language = 'en',
): Promise<ControlPart> {
  const { meeting, current } = sitting
  const facts: ItemFacts = {
    sitting,
    interests: await interestsOfSitting(rows, meeting),
    exclusions: await exclusionsOfMeeting(rows, meeting.id),
    rulings: await urgencyRulingsOfMeeting(rows, meeting.id),
    questions: await questionsOfMeeting(rows, meeting.id),
    isLate: current !== undefined && (await isLate(rows, sitting, current)),
    isListedOpen: await isListedOpen(rows, current),
  }
  const say = itemWords(language)
  return {
    lines: [
      ...lateLines(facts, say),
      ...publicLines(facts, say),
      ...interestLines(facts, language),
      ...questionLines(facts, say),
      ...runningLines(facts, say),
    ],
    buttons: buttonsOf(facts, say),
    more: moreOf(facts, say),
  }
}

/** Not on the agenda in time; nothing that came up without one was either, save the motion to exclude the public. */
async function isLate(rows: CouncilRows, { meeting }: SittingAtHand, item: Business): Promise<boolean> {
  if (item.itemId === undefined) {
    const { councilId, db } = rows
    const where = { councilId, recordId: item.recordId, kind: 'exclusion' as const }
    return (await db.motion.count({ where })) === 0
  }
  const { entries } = await publishedAgenda(rows, meeting)
  return entries.some(({ itemId, lateness }) => itemId === item.itemId && lateness === 'item-late')
}

async function isListedOpen({ councilId, db }: CouncilRows, item: Business | undefined): Promise<boolean> {
  if (item?.itemId === undefined) return false
  return (await db.agendaItem.count({ where: { councilId, id: item.itemId, access: 'public' } })) > 0
}

function lateLines({ sitting, rulings, isLate: late }: ItemFacts, say: ItemWords): Mrkdwn[] {
  const ruling = rulings.find(({ recordId }) => recordId === sitting.current?.recordId)
  if (!ruling) return late ? [say.control.late()] : []
  const name = ruling.presiding ? displayName(ruling.presiding) : ''
  return [ruling.isAccepted ? say.control.accepted(name) : say.control.notAccepted(name)]
}

function publicLines({ sitting, exclusions, isListedOpen: listed }: ItemFacts, say: ItemWords): Mrkdwn[] {
  const { current, meeting } = sitting
  const standing = standingExclusion(exclusions)
  if (!standing) {
    if (!current?.isClosed) return []
    return [listed ? say.control.begunWhileOut() : say.control.publicThere()]
  }
  return [
    say.control.publicOut(standing.at, meeting.timeZone),
    ...(current && (listed || !current.isClosed) && current.recordId !== standing.recordId
      ? [say.control.openWhileOut()]
      : []),
  ]
}

function standingExclusion(exclusions: readonly ExclusionOfMeeting[]): ExclusionOfMeeting | undefined {
  return exclusions.find(({ readmittedAt }) => readmittedAt === undefined)
}

function interestLines({ sitting, interests }: ItemFacts, language: string): Mrkdwn[] {
  const say = itemWords(language)
  const { current } = sitting
  if (!current) return []
  const here = new Set(sitting.roll.map(({ personId }) => personId))
  const effects = effectsOf(interestsAtHand(interests), current.itemId).filter(({ personId }) =>
    here.has(personId),
  )
  const isBound = ({ effect }: MemberEffect) =>
    effect.speaking !== 'yes' || !effect.mayVote || effect.mustLeave
  const free = effects.filter((one) => !isBound(one) && one.isDisclosed)
  const against = interests.disclosures
    .filter((one) => one.outcome === 'disclosed' && one.itemId === current.itemId)
    .flatMap((one) => problemsOfConduct(one.effect, one.conduct).map((problem) => ({ one, problem })))
  const toCall = toConfirm(interests, current.itemId)
  const whole = toConfirm(interests, undefined)
  return [
    ...effects
      .filter(isBound)
      .map((one) =>
        say.control.bound(
          nameOf(sitting, one.personId),
          say.effect(one.effect),
          whyOf(one, interests, language),
        ),
      ),
    ...(free.length === 0
      ? []
      : [say.control.free(free.map(({ personId }) => nameOf(sitting, personId)).join(', '))]),
    ...against.map(({ one, problem }) => say.control.against(nameOf(sitting, one.personId), problem)),
    ...(current.itemId !== undefined && toCall > 0 ? [say.control.toConfirm(toCall)] : []),
    ...(whole > 0 ? [say.control.wholeMeeting(whole)] : []),
  ]
}

/**
 * Why somebody may not: the kind only of what was disclosed, and of nothing sensitive, since the control stands in a
 * channel. What the interest is stands nowhere here.
 */
function whyOf(one: MemberEffect, interests: InterestsOfSitting, language: string): string {
  const say = itemWords(language)
  const { code } = interests.standing
  const disclosed = interests.disclosures.filter(({ id }) => one.disclosureIds.includes(id))
  const isSensitive = disclosed.some(({ sensitive }) => sensitive)
  const kinds = isSensitive
    ? [say.control.disclosed]
    : [...new Set(disclosed.map(({ type }) => kindName(code, type.id, interestWords(language))))]
  return [
    ...kinds,
    ...(one.isWhipped ? [say.control.whipped] : []),
    ...(one.noticeIds.length > 0 ? [say.control.noticed] : []),
  ].join('; ')
}

/** How many notices about an item, or about the whole meeting, were neither disclosed nor answered otherwise. */
function toConfirm({ standing, disclosures, whips }: InterestsOfSitting, itemId: string | undefined): number {
  const about = ({ item }: { readonly item: { readonly id: string } | undefined }) => item?.id === itemId
  return (
    unsettled(standing.interests, disclosures).filter(about).length +
    unsettled(standing.whips, whips).filter(about).length
  )
}

function questionLines({ sitting, questions }: ItemFacts, say: ItemWords): Mrkdwn[] {
  const unread = unreadByItem(questions)
  const { current, business } = sitting
  const own = questions.filter(({ recordId }) => recordId === current?.recordId)
  const before = business.flatMap((item) => {
    const left = item.recordId === current?.recordId ? 0 : (unread.get(item.recordId) ?? 0)
    return left === 0 ? [] : [{ item: sittingWords.item(item), unread: left }]
  })
  return [
    ...(own.length === 0
      ? []
      : [say.control.questions(own.length, unread.get(current?.recordId ?? '') ?? 0)]),
    ...(before.length === 0 ? [] : [say.control.unreadBefore(before)]),
  ]
}

/** After the meeting: whose 28 days run. Whoever is not on Slack gets no message of it. */
function runningLines({ sitting, interests }: ItemFacts, say: ItemWords): Mrkdwn[] {
  if (isSitting(sitting.state)) return []
  const running = interests.disclosures.flatMap(({ personId, notifyUntil, isNotified }) =>
    notifyUntil === undefined || isNotified
      ? []
      : [
          {
            name: nameOf(sitting, personId),
            until: notifyUntil,
            byHand: sitting.people.get(personId)?.slackUserId === undefined,
          },
        ],
  )
  return running.length === 0 ? [] : [say.control.running(running)]
}

function buttonsOf(
  { sitting, interests, exclusions, questions, rulings, isLate: late, isListedOpen: listed }: ItemFacts,
  say: ItemWords,
) {
  const { meeting, current, business } = sitting
  const value = `${meeting.id}/${current?.recordId ?? ''}`
  const unread = unreadByItem(questions).get(current?.recordId ?? '') ?? 0
  const notices = current ? toConfirm(interests, current.itemId) + toConfirm(interests, undefined) : 0
  const isRuled = rulings.some(({ recordId }) => recordId === current?.recordId)
  const next = nextItem(business)
  const out = standingExclusion(exclusions)
  const isClosedNext = (current?.isClosed && !listed) || next?.isClosed
  const { control } = say
  const buttons: Button[] = []
  if (current) buttons.push(button({ id: ids.question.ask, text: control.ask, value }))
  if (unread > 0) buttons.push(button({ id: ids.question.list, text: control.readBack(unread), value }))
  if (notices > 0) buttons.push(button({ id: ids.item.interests, text: control.interests, value }))
  if (late && !isRuled) buttons.push(button({ id: ids.item.ruling, text: control.urgency, value }))
  if (isSitting(sitting.state)) {
    if (out) buttons.push(button({ id: ids.item.readmit, text: control.readmit, value: meeting.id }))
    else if (isClosedNext)
      buttons.push(button({ id: ids.item.exclude, text: control.exclude, value: meeting.id }))
  }
  return buttons
}

function moreOf({ sitting, exclusions, interests }: ItemFacts, { control }: ItemWords): MoreButton[] {
  const { meeting, current } = sitting
  const value = `${meeting.id}/${current?.recordId ?? ''}`
  const isRunning = interests.disclosures.some(({ notifyUntil }) => notifyUntil !== undefined)
  return [
    { id: ids.item.interests, text: control.interests, value },
    { id: ids.question.list, text: control.questionsOfItem, value },
    { id: ids.item.ruling, text: control.urgency, value },
    { id: ids.item.excludeOpen, text: control.excludeInWords, value },
    ...(standingExclusion(exclusions)
      ? [{ id: ids.item.readmitOpen, text: control.readmitAt, value: meeting.id }]
      : []),
    ...(isRunning ? [{ id: ids.item.toldList, text: control.told, value: meeting.id }] : []),
  ]
}
