import { displayName } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { modal, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { SubmitAnswer } from '../slack/listen.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { AlsoPresentRefusal } from './also-present.ts'
import type { ChangeRefusal } from './change-state.ts'
import type { TimeRefusal } from './correct-time.ts'
import type { EditRefusal } from './edit-item.ts'
import type { RollRefusal } from './enter-roll.ts'
import type { OpenRefusal } from './open-sitting.ts'
import type { ChairRefusal } from './take-chair.ts'
import type { TakeRefusal } from './take-item.ts'
import { sittingWords as say, timeWords } from './words.en.ts'

type Refusals =
  | OpenRefusal
  | RollRefusal
  | ChairRefusal
  | ChangeRefusal
  | TakeRefusal
  | EditRefusal
  | AlsoPresentRefusal
  | TimeRefusal

/** Everything that the acts of a sitting refuse. */
export type AnyRefusal = Each<Refusals>

/** Why something was not entered, in words that say what to do next. */
export async function saidOf(house: House, refusal: AnyRefusal): Promise<Mrkdwn> {
  const { refusals } = say
  switch (refusal.code) {
    case 'not-open':
      return refusals.notOpen()
    case 'meeting-gone':
      return refusals.gone()
    case 'not-a-clerk':
      return refusals.notAClerk()
    case 'signed':
      return refusals.signed()
    case 'not-held':
      return refusals.notHeld(refusal.meeting)
    case 'too-early':
      return refusals.tooEarly(refusal.meeting)
    case 'item-gone':
      return refusals.itemGone()
    case 'moved-on':
      return refusals.movedOn(refusal.current && say.item(refusal.current))
    case 'adjourned':
      return refusals.adjourned()
    case 'changed-meanwhile':
      return refusals.changedMeanwhile()
    case 'time-gone':
      return refusals.timeGone()
    case 'not-now':
      return refusals.notNow(say.state[refusal.state])
    case 'vote-open':
      return refusals.voteOpen()
    case 'quorate':
      return refusals.quorate()
    default:
      return mrkdwn`${await atField(house, refusal)}`
  }
}

/** Refusals that share their facts are declared together: here each code stands by itself. */
type Each<R> = R extends { readonly code: infer C extends string }
  ? C extends string
    ? Omit<R, 'code'> & { readonly code: C }
    : never
  : never
type FieldRefusal = Extract<AnyRefusal, { code: keyof typeof FIELDS }>

/** What is said at a field. */
async function atField(house: House, refusal: FieldRefusal): Promise<string> {
  const { refusals } = say
  switch (refusal.code) {
    case 'in-future':
      return refusals.inFuture
    case 'after-end':
      return refusals.afterEnd
    case 'before-last':
      return refusals.beforeLast(timeWords(refusal.last, house.timeZone))
    case 'after-next':
      return refusals.afterNext(timeWords(refusal.next, house.timeZone))
    case 'began-too-early':
      return refusals.beganTooEarly
    case 'before-item':
      return refusals.beforeItem
    case 'still-waiting':
      return refusals.stillWaiting(timeWords(refusal.until, house.timeZone))
    case 'chair-not-there':
      return refusals.chairNotThere
    case 'not-in-room':
      return refusals.notInRoom
    case 'no-name':
      return refusals.noName
    case 'no-title':
      return refusals.noTitle
    case 'represented':
      return refusals.represented(await nameOf(house, refusal.personId))
    case 'was-there':
      return refusals.wasThere(await nameOf(house, refusal.personId))
    case 'not-a-member':
      return refusals.notAMember(await nameOf(house, refusal.personId))
  }
}

const { field } = ids.sitting

/** At which field a refusal is said, where the form does not say it itself; the others take the place of the form. */
const FIELDS = {
  'in-future': field.time,
  'after-end': field.time,
  'before-last': field.time,
  'after-next': field.time,
  'began-too-early': field.time,
  'before-item': field.time,
  'still-waiting': field.time,
  'chair-not-there': field.presides,
  'not-in-room': field.presides,
  'no-name': field.name,
  'no-title': field.title,
  represented: field.came,
  'was-there': field.came,
  'not-a-member': field.came,
} as const

/**
 * A refusal as the answer to a form: at its field, or instead of the form.
 *
 * @param people the field at which a fault of a person is said
 */
export async function answerTo(
  house: House,
  refusal: AnyRefusal,
  people: string = field.came,
): Promise<SubmitAnswer> {
  if (!isAtField(refusal)) return { show: notDoneView(await saidOf(house, refusal)) }
  const at = 'personId' in refusal ? people : FIELDS[refusal.code]
  return { errors: { [at]: await atField(house, refusal) } }
}

function isAtField(refusal: AnyRefusal): refusal is FieldRefusal {
  return refusal.code in FIELDS
}

export function notDoneView(why: Mrkdwn) {
  return modal({ title: say.notDone, close: say.close, blocks: sections(why) })
}

async function nameOf(house: House, personId: string): Promise<string> {
  const person = await house.db.person.findFirst({ where: { councilId: house.councilId, id: personId } })
  return person ? displayName(person) : ''
}
