import type { App } from '@slack/bolt'
import { displayName } from '../committees/people.ts'
import { councilCode } from '../interests/council-code.ts'
import { standingDispensations } from '../interests/dispensations.ts'
import { WHIP } from '../interests/form-metadata.ts'
import { interestWords } from '../interests/words.ts'
import { type Fields, listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, asRecord, asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import { openings, type Shown, showInPlace } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import type { SittingAtHand } from './at-hand.ts'
import { noteTold, strikeDisclosure } from './disclose-change.ts'
import { discloseInterest, discloseWhip } from './disclose-interest.ts'
import { discloseModal } from './disclose-view.ts'
import { CONDUCTS } from './interest-rules.ts'
import { interestsModal } from './interests-view.ts'
import { atSitting, clerksSitting, itemOf, saidInstead, timeGiven, timeProposed } from './item-ground.ts'
import { EVERY, itemInterests } from './item-interests-model.ts'
import { itemRefusalAnswer, itemRefusalSaid } from './item-refusals.ts'
import { itemWords } from './item-words.ts'
import { recordInterests } from './record-interests.ts'
import { toldLines } from './told-lines.ts'
import { toldModal } from './told-view.ts'
import { sittingWords } from './words.en.ts'

const { field } = ids.item

/** Interests at the meeting, and what follows from them for the Monitoring Officer. */
export function registerDisclosures(app: App, reception: Reception): void {
  const opening = openings(app, reception)

  opening(ids.item.interests, ({ visitor, value }) => interestsShown(visitor, value))
  opening(ids.item.disclose, ({ visitor, value }) => discloseShown(visitor, value))
  opening(ids.item.toldList, ({ visitor, value }) => toldShown(visitor, value))

  // Another item chosen in the form.
  app.action(
    { type: 'block_actions', block_id: field.item },
    asOpening(reception, async (visit) => {
      const { visitor, value, view, answer } = visit
      if (!view) return
      const { meetingId } = itemOf(view.metadata)
      const found = await clerksSitting(visitor, meetingId)
      if ('why' in found) return answer(found.why)
      const record = found.sitting.business.find(({ itemId }) => itemId === value)
      const shown = await interestsShown(visitor, `${meetingId}/${record?.recordId ?? ''}`)
      if ('why' in shown) return answer(shown.why)
      await showInPlace(visit, shown.view)
    }),
  )

  app.view(
    ids.item.interestsForm,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const { house, personId: by, language } = visitor
      const say = itemWords(language)
      const { meetingId } = itemOf(metadata)
      const found = await clerksSitting(visitor, meetingId)
      if ('why' in found) return saidInstead(say.refusals.title, found.why)
      const at = timeGiven(house, found.sitting, textOf(fields, field.time))
      const settled = withId(fields, field.notice).flatMap(([noticeId, said]) => {
        const outcome = (['disclosed', 'notDeclared'] as const).find((one) => one === said)
        return outcome ? [{ noticeId, outcome }] : []
      })
      const conducts = withId(fields, field.conduct).flatMap(([key, said]) => {
        const [disclosureId = '', shown] = key.split('/')
        const conduct = CONDUCTS.find((one) => one === said)
        // As it was shown: another clerk may have said otherwise meanwhile.
        return conduct && conduct !== shown ? [{ disclosureId, conduct }] : []
      })
      const outcome = await recordInterests(house, { by, meetingId, at, settled, conducts })
      if (!outcome.ok) return itemRefusalAnswer(outcome.refusal, say)
      return { close: true }
    }),
  )

  app.view(
    ids.item.discloseForm,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const { house, personId: by, language } = visitor
      const say = itemWords(language)
      const { meetingId } = itemOf(metadata)
      const found = await clerksSitting(visitor, meetingId)
      if ('why' in found) return saidInstead(say.refusals.title, found.why)
      const said = {
        by,
        meetingId,
        at: timeGiven(house, found.sitting, textOf(fields, field.time)),
        memberId: textOf(fields, field.member),
        itemId: itemGiven(fields),
      }
      const type = textOf(fields, field.type)
      const nature = textOf(fields, field.nature)
      const outcome =
        type === WHIP
          ? await discloseWhip(house, { ...said, nature })
          : await discloseInterest(house, {
              ...said,
              interest: interestIn(fields, type, nature),
              conduct: CONDUCTS.find((one) => one === textOf(fields, field.did)),
            })
      return outcome.ok ? { close: true } : itemRefusalAnswer(outcome.refusal, say)
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.item.strike },
    asRecord(reception, async ({ visitor, client, value, view, answer }) => {
      const { house, personId: by, language } = visitor
      const { meetingId, recordId: disclosureId } = itemOf(value)
      const outcome = await strikeDisclosure(house, { by, meetingId, disclosureId })
      if (!outcome.ok) return () => answer(itemRefusalSaid(outcome.refusal, itemWords(language)))
      if (!view) return undefined
      const shown = await interestsShown(visitor, view.metadata)
      return async () => {
        if ('view' in shown) await client.views.update({ view_id: view.id, view: shown.view })
      }
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.item.told },
    asRecord(reception, async ({ visitor, value, answer }) => {
      const outcome = await noteTold(visitor.house, { by: visitor.personId, disclosureId: value })
      if (outcome.ok) return undefined
      return () => answer(itemRefusalSaid(outcome.refusal, itemWords(visitor.language)))
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.item.listTold },
    asRecord(reception, async ({ visitor, client, value, view, answer }) => {
      const outcome = await noteTold(visitor.house, { by: visitor.personId, disclosureId: value })
      if (!outcome.ok) return () => answer(itemRefusalSaid(outcome.refusal, itemWords(visitor.language)))
      const shown = await toldShown(visitor, outcome.value.meetingId)
      return async () => {
        if (view && 'view' in shown) await client.views.update({ view_id: view.id, view: shown.view })
      }
    }),
  )
}

function interestsShown(visitor: Visitor, value: string): Promise<Shown> {
  const { house, language } = visitor
  const { meetingId, recordId } = itemOf(value)
  return atSitting(visitor, meetingId, async (sitting) => {
    const model = await itemInterests(house, sitting, recordId, language)
    const of = { metadata: `${meetingId}/${recordId}`, time: timeProposed(house, sitting, recordId) }
    return interestsModal(model, of, itemWords(language))
  })
}

function discloseShown(visitor: Visitor, value: string): Promise<Shown> {
  const { house, language } = visitor
  const { meetingId, recordId } = itemOf(value)
  const say = itemWords(language)
  return atSitting(visitor, meetingId, async (sitting) => {
    const people = await standingDispensations(house, sitting.meeting.date)
    const form = {
      meeting: sitting.meeting,
      members: membersToChoose(sitting),
      items: [
        { value: EVERY, text: say.interests.wholeMeeting },
        ...sitting.business.flatMap((item) =>
          item.itemId === undefined ? [] : [{ value: item.itemId, text: sittingWords.item(item) }],
        ),
      ],
      which: sitting.business.find((one) => one.recordId === recordId)?.itemId ?? EVERY,
      code: await councilCode(house),
      dispensations: people.map((one) => ({ ...one, whose: one.name })),
      metadata: `${meetingId}/${recordId}`,
      time: timeProposed(house, sitting, recordId),
    }
    return discloseModal(form, say, interestWords(language))
  })
}

function toldShown(visitor: Visitor, meetingId: string): Promise<Shown> {
  return atSitting(visitor, meetingId, async (sitting) =>
    toldModal(await toldLines(visitor.house, sitting, visitor.language), itemWords(visitor.language)),
  )
}

/** Members and co-optees, and whoever sits for one of them. */
function membersToChoose({ members, roll, people }: SittingAtHand) {
  const seated = members.filter(({ kind }) => kind !== 'substitute').map(({ person }) => person.id)
  const sitting = roll.filter(({ forId }) => forId !== undefined).map(({ personId }) => personId)
  return [...new Set([...seated, ...sitting])].flatMap((id) => {
    const person = people.get(id)
    return person ? [{ value: id, text: displayName(person) }] : []
  })
}

/** The fields of a kind, by the id after their name. */
function withId(fields: Fields, name: string): [string, string][] {
  return Object.keys(fields).flatMap((key): [string, string][] =>
    key.startsWith(`${name}/`) ? [[key.slice(name.length + 1), textOf(fields, key)]] : [],
  )
}

function itemGiven(fields: Fields): string | undefined {
  const given = textOf(fields, field.item)
  return given === EVERY || given === '' ? undefined : given
}

function interestIn(fields: Fields, type: string, nature: string) {
  return {
    type,
    holder: textOf(fields, field.holder) === 'partner' ? ('partner' as const) : ('own' as const),
    sensitive: listOf(fields, field.sensitive).includes('yes'),
    nature,
    registration: (['registered', 'pending', 'neither'] as const).find(
      (one) => one === textOf(fields, field.registration),
    ),
    dispensationId: textOf(fields, field.dispensation) || undefined,
  }
}
