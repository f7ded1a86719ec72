import type { App } from '@slack/bolt'
import { civilDate } from '../calendar/civil.ts'
import { workingOfPeriod } from '../calendar/working.en.ts'
import { councilCalendar } from '../committees/council-calendar.ts'
import { displayName, membersOn } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asRecord, asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import { mrkdwn } from '../slack/mrkdwn.ts'
import { openings, type Shown, showInPlace } from '../slack/opening.ts'
import { shortened } from '../slack/shorten.ts'
import type { Visitor } from '../slack/visitor.ts'
import { trackerSettingsOf } from '../tracker/settings.ts'
import { allCommittees, rolesOf } from './acting.ts'
import { decideProposal } from './decide-proposal.ts'
import { meetingsToPutDown } from './entries.ts'
import { decideModal, entryModal } from './form-views.ts'
import { saidView } from './programme-views.ts'
import { proposeEntry, takeBackProposal } from './propose-entry.ts'
import { refusalAnswer, refusalSaid } from './say-refusal.ts'
import { scoringOf } from './scorings.ts'
import { entryShown, modelOf, shownAfter } from './shown.ts'
import { authorityIn, entryMetadataOf, entryOfValue, placeIn, saidIn } from './submissions.ts'
import { programmeFormWords, programmeWords } from './words.ts'

const { field } = ids.programme
const OPTION_TEXT = 75

/** Proposals: by members, or by a clerk for them; decided by the Chair or a clerk. */
export function registerProposals(app: App, reception: Reception): void {
  const opening = openings(app, reception)
  opening(ids.programme.propose, ({ visitor, value }) => proposeShown(visitor, value))
  app.view(
    ids.programme.proposeForm,
    asSubmit(reception, async ({ visitor, fields, metadata: committeeId }): Promise<SubmitAnswer> => {
      const { house, personId: by, language } = visitor
      const [say, form] = [programmeWords(language), programmeFormWords(language)]
      const settings = await trackerSettingsOf(house, committeeId)
      const said = saidIn(fields, scoringOf(settings.scoring))
      if (!said) return { errors: { [field.title]: say.errors.score } }
      const proposerId = textOf(fields, field.proposer) || by
      const outcome = await proposeEntry(house, { by, committeeId, proposerId, said })
      if (!outcome.ok) return refusalAnswer(outcome.refusal, language, { committeeId })
      const { clock, already } = outcome.value
      const { holidays } = await councilCalendar(house)
      const sent =
        proposerId === by
          ? form.receipt.sent(said.title, clock)
          : form.receipt.relayed(said.title, await nameOf(house, proposerId), clock)
      const lines = already
        ? [form.receipt.already(said.title)]
        : [sent, form.receipt.working(workingOfPeriod(clock, holidays))]
      return { show: saidView(lines, say, committeeId, form.receipt.title) }
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.programme.takeBack },
    asRecord(reception, async ({ visitor, client, value, view, answer }) => {
      const { house, personId: by, language } = visitor
      const outcome = await takeBackProposal(house, { by, ...entryOfValue(value) })
      if (!outcome.ok) return () => answer(mrkdwn`${refusalSaid(outcome.refusal, language)}`)
      const shown = await entryShown(visitor, entryOfValue(value).entryId)
      return async () => {
        if (view && 'view' in shown) await showInPlace({ client, view }, shown.view)
      }
    }),
  )

  opening(ids.programme.decide, ({ visitor, value }) => decideShown(visitor, entryOfValue(value).entryId))
  app.view(
    ids.programme.decideForm,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const { house, personId: by, language } = visitor
      const of = entryMetadataOf(metadata)
      const outcome = await decideProposal(house, {
        by,
        ...of,
        accepted: textOf(fields, field.decision) === 'accepted',
        reason: textOf(fields, field.why),
        authority: authorityIn(fields),
        place: placeIn(fields),
      })
      if (!outcome.ok) return refusalAnswer(outcome.refusal, language, { reasonField: field.why })
      const proposer = (await modelOf(visitor, of.entryId))?.entry.proposer
      const first =
        proposer && !proposer.onSlack
          ? programmeFormWords(language).message.tellProposer(proposer.name)
          : undefined
      return shownAfter(visitor, of.entryId, first)
    }),
  )
}

/** The form to propose something; for a clerk with whose proposal it is. */
export async function proposeShown(
  { house, personId, language }: Visitor,
  committeeId: string | undefined,
): Promise<Shown> {
  const [say, form] = [programmeWords(language), programmeFormWords(language)]
  const committee = (await allCommittees(house)).find(({ id }) => id === committeeId)
  if (!committee)
    return { why: committeeId === undefined ? say.refusals['not-a-member']() : say.noCommittee() }
  const today = civilDate(house.now(), house.timeZone).toString()
  const roles = await rolesOf(house, committee.id, personId, today)
  if (!roles.isClerk && !roles.isMember) return { why: say.refusals['not-a-member']() }
  // A clerk has no proposals of their own.
  const proposers = roles.isMember ? undefined : await proposersOf(house, committee.id, today)
  if (proposers?.length === 0) return { why: say.noMembers() }
  const settings = await trackerSettingsOf(house, committee.id)
  return {
    view: entryModal(
      {
        id: ids.programme.proposeForm,
        metadata: committee.id,
        title: form.propose.title,
        submit: form.propose.submit,
        scoring: scoringOf(settings.scoring),
        said: undefined,
        proposers,
        asksKind: false,
        place: undefined,
      },
      say,
      form,
    ),
  }
}

async function proposersOf(house: House, committeeId: string, today: string) {
  const members = await membersOn(house.db, house.councilId, committeeId, today)
  return members.map(({ person }) => ({
    value: person.id,
    text: shortened(displayName(person), OPTION_TEXT),
  }))
}

async function nameOf({ councilId, db }: House, personId: string): Promise<string> {
  const person = await db.person.findFirst({ where: { councilId, id: personId } })
  return person ? displayName(person) : ''
}

async function decideShown(visitor: Visitor, entryId: string): Promise<Shown> {
  const { house, language } = visitor
  const [say, form] = [programmeWords(language), programmeFormWords(language)]
  const model = await modelOf(visitor, entryId)
  if (!model) return { why: say.refusals['entry-gone']() }
  const { entry, roles, settings } = model
  if (!roles.isClerk && !roles.isChair) return { why: say.refusals['not-the-chair']() }
  if (entry.state !== 'proposed') return { why: say.refusals['decided-already']() }
  const meetings = await meetingsToPutDown(house, entry.committeeId)
  const metadata = JSON.stringify({ entryId, version: entry.version })
  return { view: decideModal(entry, { meetings, variedBy: settings.variedBy }, metadata, say, form) }
}
