import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { isClerk, membersOn, personBySlackUser } from '../committees/people.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asRecord, asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import { metadataOf } from '../slack/metadata.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { openings, type Shown } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { announceRestricted } from './announce-restricted.ts'
import { describeExclusion } from './exclusion-describe.ts'
import {
  type GrantRefusal,
  grantRestricted,
  revokeRestricted,
  withdrawRestricted,
} from './grant-restricted.ts'
import { announceForm, describeForm, exclusionGiven, paragraphsField } from './restricted-form.ts'
import { itemModel, overviewModel, paperModel } from './restricted-model.ts'
import { dayAt, type ItemAtHand, itemAtHand, paperAtHand } from './restricted-paper.ts'
import { isOfRight } from './restricted-rules.ts'
import { itemView, motionView, overviewView, paperView } from './restricted-views.ts'
import { notPublishedView } from './views.ts'
import { publicationWords, restrictedWords } from './words.ts'

const { field } = ids.restricted
/** Closed items and restricted papers: everything here is between Scrutineer and a clerk of the committee alone. */
export function registerRestricted(app: App, reception: Reception): void {
  const opening = openings(app, reception)

  for (const id of [ids.restricted.list, ids.restricted.back])
    opening(id, ({ visitor, value }) => overviewOf(visitor, value))
  opening(ids.restricted.motion, ({ visitor, value }) => overviewOf(visitor, value, motionView))
  opening(ids.restricted.item, ({ visitor, value }) =>
    ofItem(visitor, value, async () => itemShown(visitor, value)),
  )
  opening(ids.restricted.describe, ({ visitor, value }) =>
    ofItem(visitor, value, async (item) => describeForm(item, wordsFor(visitor))),
  )
  opening(ids.restricted.announce, ({ visitor, value }) =>
    ofItem(visitor, value, async (item) =>
      announceForm(item, await membersOf(visitor, item), wordsFor(visitor)),
    ),
  )
  opening(ids.restricted.paper, async ({ visitor, value }) => {
    const paper = await paperAtHand(visitor.house, value)
    if (!paper) return { why: wordsFor(visitor).refusals.gone() }
    return ofItem(visitor, paper.item.id, () => paperShown(visitor, value))
  })

  app.view(
    ids.restricted.describeForm,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const say = wordsFor(visitor)
      const { id: itemId } = metadataOf({ private_metadata: metadata })
      const by = visitor.personId
      const outcome = await describeExclusion(visitor.house, {
        by,
        itemId,
        exclusion: exclusionGiven(fields),
      })
      if (outcome.ok) return show(await itemShown(visitor, itemId))
      const { refusal } = outcome
      if (refusal.code === 'gone') return notDone(visitor, say.refusals.gone())
      if (refusal.code === 'not-a-clerk') return notDone(visitor, say.refusals.notAClerk(refusal.committee))
      const at = refusal.code === 'open' ? field.access : paragraphsField(1)
      return { errors: { [at]: say.refusals.describe(refusal) } }
    }),
  )

  app.view(
    ids.restricted.announceForm,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const say = wordsFor(visitor)
      const { id: itemId } = metadataOf({ private_metadata: metadata })
      const outcome = await announceRestricted(visitor.house, {
        by: visitor.personId,
        itemId,
        address: textOf(fields, field.address),
        exclusion: exclusionGiven(fields),
      })
      if (outcome.ok) {
        const { told, withoutSlack } = outcome.value
        return show(
          await itemShown(visitor, itemId, [
            say.announced.done(told),
            ...(withoutSlack.length === 0
              ? []
              : [say.announced.withoutSlack(withoutSlack.map((person) => person.name))]),
          ]),
        )
      }
      const { refusal } = outcome
      switch (refusal.code) {
        case 'gone':
          return notDone(visitor, say.refusals.gone())
        case 'not-a-clerk':
          return notDone(visitor, say.refusals.notAClerk(refusal.committee))
        case 'description-missing': {
          const isConfidential = textOf(fields, field.access) === 'confidential'
          const at = isConfidential ? field.basis : paragraphsField(1)
          return { errors: { [at]: say.refusals.announce(refusal) } }
        }
        case 'no-such-paragraph':
          return { errors: { [paragraphsField(1)]: say.refusals.announce(refusal) } }
        default:
          return { errors: { [field.address]: say.refusals.announce(refusal) } }
      }
    }),
  )

  app.view(
    ids.restricted.grantForm,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const say = wordsFor(visitor)
      const { id: paperId } = metadataOf({ private_metadata: metadata })
      const { house, personId: by } = visitor
      const chosen = textOf(fields, field.person)
      if (chosen === '') return { errors: { [field.person]: say.refusals.nobodyChosen } }
      const person = await personBySlackUser(house.db, house.councilId, chosen)
      if (!person) return { errors: { [field.person]: say.refusals.unknownPerson } }
      const outcome = await grantRestricted(house, { by, paperId, personId: person.id })
      if (outcome.ok) {
        const said = say.paper.wasGranted(person.name, person.slackUserId !== undefined)
        return show(await paperShown(visitor, paperId, said))
      }
      const { refusal } = outcome
      if (refusal.code === 'entitled-already')
        return { errors: { [field.person]: say.refusals.grant(refusal).text } }
      return notDone(visitor, grantRefusal(visitor, refusal))
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.restricted.revoke },
    asRecord(reception, async ({ visitor, client, value, view, answer }) => {
      const [paperId = '', personId = ''] = value.split('/')
      const outcome = await revokeRestricted(visitor.house, { by: visitor.personId, paperId, personId })
      if (!outcome.ok) {
        const why = grantRefusal(visitor, outcome.refusal)
        return () => answer(why)
      }
      const said = wordsFor(visitor).paper.wasRevoked(outcome.value.person.name)
      return async () => {
        const shown = await paperShown(visitor, paperId, said)
        if (view && shown) await client.views.update({ view_id: view.id, view: shown })
      }
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.restricted.withdraw },
    asRecord(reception, async ({ visitor, client, value, view, answer }) => {
      const outcome = await withdrawRestricted(visitor.house, { by: visitor.personId, paperId: value })
      if (!outcome.ok) {
        const why = grantRefusal(visitor, outcome.refusal)
        return () => answer(why)
      }
      return async () => {
        const shown = await paperShown(visitor, value)
        if (view && shown) await client.views.update({ view_id: view.id, view: shown })
      }
    }),
  )
}

function wordsFor({ language }: Visitor) {
  return restrictedWords(language)
}

function show(view: ModalView | undefined): SubmitAnswer {
  return view ? { show: view } : { close: true }
}

function notDone({ language }: Visitor, why: Mrkdwn): SubmitAnswer {
  return { show: notPublishedView(why, publicationWords(language)) }
}

async function overviewOf(
  visitor: Visitor,
  meetingId: string,
  view: typeof motionView = overviewView,
): Promise<Shown> {
  const say = wordsFor(visitor)
  const meeting = await meetingAtHand(visitor.house, meetingId)
  if (!meeting) return { why: say.refusals.gone() }
  if (!(await isClerk(visitor.house, meeting.committeeId, visitor.personId)))
    return { why: say.refusals.notAClerk(meeting.committeeName) }
  const model = await overviewModel(visitor.house, meetingId)
  return model ? { view: view(model, say) } : { why: say.refusals.gone() }
}

/** A view about an item, for a clerk of its committee alone. */
async function ofItem(
  visitor: Visitor,
  itemId: string,
  view: (item: ItemAtHand) => Promise<ModalView | undefined>,
): Promise<Shown> {
  const say = wordsFor(visitor)
  const item = await itemAtHand(visitor.house, itemId)
  if (!item) return { why: say.refusals.gone() }
  const { committeeId, committeeName } = item.meeting
  if (!(await isClerk(visitor.house, committeeId, visitor.personId)))
    return { why: say.refusals.notAClerk(committeeName) }
  const shown = await view(item)
  return shown ? { view: shown } : { why: say.refusals.gone() }
}

async function itemShown(
  visitor: Visitor,
  itemId: string,
  first?: readonly Mrkdwn[],
): Promise<ModalView | undefined> {
  const model = await itemModel(visitor.house, itemId)
  return model && itemView(model, wordsFor(visitor), first)
}

async function paperShown(visitor: Visitor, paperId: string, first?: Mrkdwn): Promise<ModalView | undefined> {
  const model = await paperModel(visitor.house, paperId)
  return model && paperView(model, wordsFor(visitor), first)
}

/** How many get a paper by their seat alone. */
async function membersOf({ house }: Visitor, { meeting }: ItemAtHand): Promise<number> {
  const today = dayAt(house.now(), meeting)
  const seated = await membersOn(house.db, house.councilId, meeting.committeeId, today)
  return seated.filter(isOfRight).length
}

function grantRefusal(visitor: Visitor, refusal: GrantRefusal): Mrkdwn {
  const say = wordsFor(visitor).refusals
  return refusal.code === 'not-a-clerk' ? say.notAClerk(refusal.committee) : say.grant(refusal)
}
