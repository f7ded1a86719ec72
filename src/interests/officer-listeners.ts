import type { App } from '@slack/bolt'
import { civilDate } from '../calendar/civil.ts'
import { committeesWhereClerk, displayName, membersOn } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { comingMeetings, type MeetingAtHand } from '../meetings/meeting.ts'
import { whoIsTold } from '../meetings/who-is-told.ts'
import type { Choice } from '../slack/blocks.ts'
import { type Fields, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asRecord, asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { mrkdwn } from '../slack/mrkdwn.ts'
import { openings, type Shown } from '../slack/opening.ts'
import { shortened } from '../slack/shorten.ts'
import type { Visitor } from '../slack/visitor.ts'
import { councilCode } from './council-code.ts'
import { declareForm } from './declare-form.ts'
import { dispensationLaws, GROUNDS } from './dispensation-rules.ts'
import { standingDispensations } from './dispensations.ts'
import { dispensationsView, dispenseModal, noticesView } from './officer-views.ts'
import { isMonitoringOfficer, readInterests } from './read-interests.ts'
import {
  keepsDispensations,
  type RecordRefusal,
  recordDispensation,
  revokeDispensation,
} from './record-dispensation.ts'
import { declareModal } from './views.ts'
import { interestWords, officerWords } from './words.ts'

const { field } = ids.interests
const OPTION_TEXT = 75

/** What clerks and the Monitoring Officer see and do: between Scrutineer and them alone. */
export function registerOfficers(app: App, reception: Reception): void {
  const opening = openings(app, reception)

  for (const id of [ids.interests.list, ids.interests.listMeeting])
    opening(id, ({ visitor, value }) => {
      const [meetingId, from] = value.split('/')
      return noticesShown(visitor, meetingId, placeIn(from))
    })
  opening(ids.interests.dispensations, ({ visitor, value }) =>
    dispensationsShown(visitor, { from: placeIn(value) }),
  )
  opening(ids.interests.dispense, async ({ visitor }) => {
    const { house, personId, language } = visitor
    if (!(await keepsDispensations(house, personId))) return notKept(visitor)
    const today = civilDate(house.now(), house.timeZone)
    const people = await seatedPeople(house)
    return { view: dispenseModal({ people, today }, interestWords(language), officerWords(language)) }
  })
  opening(ids.interests.enterFor, async ({ visitor, value }) => {
    const { house, language } = visitor
    const [meetingId = '', memberId = ''] = value.split('/')
    // Whoever is no clerk of the committee may not look for a member in this way.
    const read = await readInterests(house, { by: visitor.personId, meetingId })
    const words = interestWords(language)
    if (!read.ok || !read.value.isClerk) return { why: words.refusals.notAClerk() }
    const form = await declareForm(house, { memberId, way: 'relayed', meetingId, isRelayed: true })
    return form ? { view: declareModal(form, words) } : { why: words.refusals.gone() }
  })

  app.view(
    ids.interests.dispenseForm,
    asSubmit(reception, async ({ visitor, fields }): Promise<SubmitAnswer> => {
      const { house, personId: by, language } = visitor
      const say = officerWords(language)
      const given = dispensationIn(fields)
      if ('missing' in given) return { errors: { [given.missing]: say.dispense.missing } }
      const outcome = await recordDispensation(house, { ...given, by })
      if (!outcome.ok) return { errors: { [atField(outcome.refusal)]: say.refusals.record(outcome.refusal) } }
      const shown = await dispensationsShown(visitor, { first: say.dispensations.recorded() })
      return 'view' in shown ? { show: shown.view } : { close: true }
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.interests.revoke },
    asRecord(reception, async ({ visitor, client, value, view, answer }) => {
      const { house, personId: by, language } = visitor
      const say = officerWords(language)
      const outcome = await revokeDispensation(house, { by, dispensationId: value })
      if (!outcome.ok) return () => answer(mrkdwn`${say.refusals.record(outcome.refusal)}`)
      const shown = await dispensationsShown(visitor, { first: say.dispensations.revoked() })
      return async () => {
        if (view && 'view' in shown) await client.views.update({ view_id: view.id, view: shown.view })
      }
    }),
  )
}

/** Where a page begins; at the beginning where a button says nothing of it. */
function placeIn(value: string | undefined): number {
  return /^\d{1,4}$/.test(value ?? '') ? Number(value) : 0
}

/**
 * The notices of a meeting; of the next one that the reader may see when none is named.
 *
 * @param from the place of the first one that is shown
 */
export async function noticesShown(visitor: Visitor, meetingId?: string, from = 0): Promise<Shown> {
  const { house, personId, language } = visitor
  const say = officerWords(language)
  const meetings = await meetingsToRead(house, personId)
  const id = meetingId ?? meetings?.[0]?.id
  if (id === undefined) return { why: meetings ? say.notices.noMeetings() : say.notices.notAReader() }
  const read = await readInterests(house, { by: personId, meetingId: id })
  if (!read.ok) {
    const isGone = read.refusal.code === 'meeting-gone'
    return { why: isGone ? interestWords(language).refusals.gone() : say.notices.notAReader() }
  }
  const members = read.value.isClerk ? await membersToEnter(house, read.value.meeting) : []
  const model = { ...read.value, meetings: meetings ?? [], members, timeZone: house.timeZone, from }
  return { view: noticesView(model, interestWords(language), say) }
}

/** The coming meetings whose notices this person may see; `undefined` for who may see none. */
async function meetingsToRead(house: House, personId: string): Promise<MeetingAtHand[] | undefined> {
  const { councilId } = house
  const clerks = (await committeesWhereClerk(house, personId)).map((committee) => committee.id)
  const isOfficer = await isMonitoringOfficer(house, personId)
  if (!isOfficer && clerks.length === 0) return undefined
  const all = isOfficer
    ? (await house.db.committee.findMany({ where: { councilId }, select: { id: true } })).map(({ id }) => id)
    : clerks
  return comingMeetings(house, all, house.now())
}

async function membersToEnter(house: House, meeting: MeetingAtHand): Promise<Choice[]> {
  const { councilId, db } = house
  const told = (await whoIsTold(house, meeting, meeting.date)).map(({ person }) => person)
  const seats = await membersOn(db, councilId, meeting.committeeId, meeting.date, { substitutes: true })
  const people = new Map([...told, ...seats.map(({ person }) => person)].map((person) => [person.id, person]))
  return [...people.values()].map((person) => ({
    value: `${meeting.id}/${person.id}`,
    text: shortened(displayName(person), OPTION_TEXT),
  }))
}

/** The dispensations in force or to come; `first` says what was just done, `from` where the page begins. */
export async function dispensationsShown(
  visitor: Visitor,
  { first, from = 0 }: { readonly first?: Mrkdwn; readonly from?: number } = {},
): Promise<Shown> {
  const { house, personId, language } = visitor
  if (!(await keepsDispensations(house, personId))) return notKept(visitor)
  const today = civilDate(house.now(), house.timeZone).toString()
  const { nation } = await councilCode(house)
  const model = {
    dispensations: await standingDispensations(house, today),
    source: dispensationLaws[nation].source,
    from,
  }
  return { view: dispensationsView(model, interestWords(language), officerWords(language), first) }
}

function notKept({ language }: Visitor): Shown {
  return { why: mrkdwn`${officerWords(language).refusals.record({ code: 'not-an-officer' })}` }
}

/** Everybody who holds a seat in the council, by name. */
async function seatedPeople(house: House): Promise<Choice[]> {
  const { councilId } = house
  const people = await house.db.person.findMany({
    where: { councilId, occupancies: { some: { councilId, until: null } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return people.map((person) => ({ value: person.id, text: shortened(displayName(person), OPTION_TEXT) }))
}

function dispensationIn(fields: Fields) {
  const ground = GROUNDS.find((one) => one === textOf(fields, field.ground))
  const [scope, grantedBy, grantedOn, until] = [
    field.scope,
    field.grantedBy,
    field.grantedOn,
    field.until,
  ].map((id) => textOf(fields, id))
  if (!ground) return { missing: field.ground }
  if (!scope) return { missing: field.scope }
  if (!grantedBy) return { missing: field.grantedBy }
  if (!grantedOn) return { missing: field.grantedOn }
  if (!until) return { missing: field.until }
  const personId = textOf(fields, field.person) || undefined
  return {
    personId,
    ground,
    scope,
    grantedBy,
    grantedOn,
    until,
    mayVote: textOf(fields, field.vote) !== 'speak',
  }
}

/** Where a refusal is said in the form. */
function atField({ code }: RecordRefusal): string {
  if (code === 'granted-ahead') return field.grantedOn
  if (code === 'too-long' || code === 'ends-before') return field.until
  return code === 'person-gone' ? field.person : field.scope
}
