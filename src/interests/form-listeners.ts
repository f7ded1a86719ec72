import type { App } from '@slack/bolt'
import type { House } from '../database/house.ts'
import type { Outcome } from '../outcome.ts'
import { type Fields, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import type { Visitor } from '../slack/visitor.ts'
import { type ConfirmForm, confirmModal, effectsSaid } from './confirm-view.ts'
import { chosenLeave, type DeclareForm, declareForm } from './declare-form.ts'
import { changeInterest, declareInterest, type NoticeReceipt } from './declare-interest.ts'
import { declareWhip } from './declare-whip.ts'
import type { DeclareRefusal } from './declaring.ts'
import {
  type Chosen,
  type ConfirmMetadata,
  confirmMetadataOf,
  formMetadataOf,
  WHIP,
} from './form-metadata.ts'
import { kindOf } from './kind-rules.ts'
import { startsNotification } from './rules.ts'
import { sayRefusal, whyNotThis } from './say-refusal.ts'
import { chosenIn, registrationOf } from './submissions.ts'
import { declareModal, receiptView, saidView } from './views.ts'
import { interestWords } from './words.ts'

const { field } = ids.interests

/** The two steps of the form: what it is, then what follows from it. */
export function registerForms(app: App, reception: Reception): void {
  app.view(
    ids.interests.form,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const say = interestWords(visitor.language)
      const shown = formMetadataOf(metadata)
      const meetingId = textOf(fields, field.meeting) || shown.meetingId
      const form = await declareForm(visitor.house, {
        memberId: shown.forId ?? visitor.personId,
        way: shown.way,
        meetingId,
        isRelayed: shown.forId !== undefined,
        changingId: shown.notice?.id,
      })
      if (!form) {
        const why = shown.notice ? say.refusals.noticeGone() : await whyNotThis(visitor, meetingId, say)
        return { show: saidView(say.refusals.title, why, say) }
      }
      // Another meeting was chosen, and its items are still on the way.
      if (meetingId !== shown.meetingId) return { show: declareModal(form, say) }
      const given = chosenIn(fields, form)
      if ('missing' in given)
        return given.missing === 'items'
          ? { errors: { [field.items]: say.form.missingItem } }
          : { errors: { [field.type]: say.form.missingType } }
      // As it was shown: an agenda that has changed since is refused when the notice is given.
      const confirm = await confirmForm(visitor, form, { ...shown, chosen: given.chosen })
      return { show: confirmModal(confirm, say) }
    }),
  )

  app.view(
    ids.interests.confirm,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const say = interestWords(visitor.language)
      const shown = confirmMetadataOf(metadata)
      const outcome = await give(visitor, shown, fields)
      if (!outcome.ok) {
        const { refusal } = outcome
        if (refusal.code === 'nature-missing') return { errors: { [field.nature]: say.confirm.missing } }
        if (refusal.code === 'registration-missing')
          return { errors: { [field.registration]: say.confirm.missing } }
        const why = await sayRefusal(visitor.house, refusal, shown.meetingId, say)
        return { show: saidView(say.refusals.title, why, say) }
      }
      const form = await declareForm(visitor.house, {
        memberId: shown.forId ?? visitor.personId,
        way: shown.way,
        meetingId: shown.meetingId,
        isRelayed: shown.forId !== undefined,
      })
      const confirm = form && (await confirmForm(visitor, form, shown))
      const notifies = confirm?.kind !== undefined && startsNotification(confirm.kind, registrationOf(fields))
      return {
        show: receiptView(
          {
            meeting: outcome.value.meeting,
            forName: form?.forName,
            effects: confirm ? effectsSaid(confirm, say) : [],
            notifies,
          },
          say,
        ),
      }
    }),
  )
}

async function confirmForm(
  { house, personId }: Visitor,
  form: DeclareForm,
  metadata: ConfirmMetadata,
): Promise<ConfirmForm> {
  const { chosen } = metadata
  const memberId = metadata.forId ?? personId
  return {
    metadata,
    code: form.code,
    kind: chosen.type === WHIP ? undefined : kindOf(form.code, chosen.type),
    items: form.items.filter((item) => chosen.itemIds.includes(item.id)),
    dispensation: await chosenLeave(house, {
      memberId,
      day: form.meeting.date,
      dispensationId: chosen.dispensationId,
    }),
    registration: form.changing?.registration,
    hasNature: await hasNature(house, memberId, [form.changing?.id, chosen.repeatsId]),
  }
}

/** Whether one of the member's own notices has a nature that can be taken over. */
async function hasNature(
  house: House,
  personId: string,
  noticeIds: readonly (string | undefined)[],
): Promise<boolean> {
  const id = { in: noticeIds.filter((one) => one !== undefined) }
  const { councilId } = house
  const count = await house.db.interestNotice.count({
    where: { councilId, personId, id, nature: { isNot: null } },
  })
  return count > 0
}

/** What the second form asks for, recorded. */
async function give(
  { house, personId: by }: Visitor,
  shown: ConfirmMetadata,
  fields: Fields,
): Promise<Outcome<NoticeReceipt, DeclareRefusal>> {
  const { meetingId, day, mark, way, forId, notice, chosen } = shown
  const act = {
    meetingId,
    day,
    mark,
    way,
    memberId: forId ?? by,
    by,
    relayedNote: textOf(fields, field.note),
  }
  const nature = textOf(fields, field.nature)
  const { itemIds, isWholeMeeting } = chosen
  if (chosen.type === WHIP) return declareWhip(house, { ...act, itemIds, isWholeMeeting, nature })
  const interest = interestOf(chosen, fields, nature)
  if (notice) return changeInterest(house, { ...act, noticeId: notice.id, version: notice.version, interest })
  return declareInterest(house, { ...act, interest, itemIds, isWholeMeeting, repeatsId: chosen.repeatsId })
}

function interestOf({ type, holder, sensitive, dispensationId }: Chosen, fields: Fields, nature: string) {
  return {
    type,
    holder,
    sensitive,
    registration: registrationOf(fields),
    // Typed before it was marked as sensitive, it is not taken.
    nature: sensitive ? '' : nature,
    dispensationId,
  }
}
