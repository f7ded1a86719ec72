import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { committeesWhereClerk } from '../committees/people.ts'
import { modal, section, selectField, textField, tickField } from '../slack/blocks.ts'
import { freshId, listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, asSubmit, type Reception, type SubmitAnswer, type SubmitVisit } from '../slack/listen.ts'
import { mrkdwn } from '../slack/mrkdwn.ts'
import { type Shown, showInPlace } from '../slack/opening.ts'
import { shortened } from '../slack/shorten.ts'
import type { Visitor } from '../slack/visitor.ts'
import type { FormWords } from './form-words.en.ts'
import { saidModal } from './vote-views.ts'
import { setVoting, type VotingSettings, votingSettings } from './voting-settings.ts'
import { voteFormWords, voteWords } from './words.ts'

const { field } = ids.votes

/** `/vote settings`: what a committee's standing orders say of votes. */
export function registerSettings(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', block_id: ids.votes.committee },
    asOpening(reception, async ({ visitor, client, value, view, answer }) => {
      if (!view) return
      const shown = await settingsShown(visitor, value)
      if ('why' in shown) return answer(shown.why)
      await showInPlace({ client, view }, shown.view)
    }),
  )
  app.view(ids.votes.settingsForm, asSubmit(reception, settingsSubmitted))
}

export async function settingsShown({ house, personId, language }: Visitor, chosen?: string): Promise<Shown> {
  const committees = await committeesWhereClerk(house, personId)
  const committee = committees.find(({ id }) => id === chosen) ?? committees[0]
  if (!committee) return { why: mrkdwn`${voteWords(language).refusals.notAClerk}` }
  const settings = await votingSettings(house, committee.id)
  const choices = committees.map(({ id, name }) => ({ value: id, text: shortened(name, 75) }))
  return { view: settingsModal({ committeeId: committee.id, choices, settings }, voteFormWords(language)) }
}

interface SettingsForm {
  readonly committeeId: string
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  readonly settings: VotingSettings
}

function settingsModal(
  { committeeId, choices, settings }: SettingsForm,
  { settings: say, cancel }: FormWords,
): ModalView {
  const { threshold, isElectronic, isPosted } = settings
  const fresh = (id: string) => freshId(id, committeeId)
  return modal({
    id: ids.votes.settingsForm,
    title: say.title,
    submit: say.submit,
    close: cancel,
    metadata: committeeId,
    blocks: [
      selectField({
        id: ids.votes.committee,
        label: say.committee,
        choices,
        chosen: committeeId,
        tellsAtOnce: choices.length > 1,
      }),
      textField({
        id: fresh(field.members),
        label: say.members,
        hint: say.membersHint,
        optional: true,
        value: threshold.members?.toString(),
        maxLength: 3,
      }),
      textField({
        id: fresh(field.fraction),
        label: say.fraction,
        hint: say.fractionHint,
        optional: true,
        value: threshold.fraction && `${threshold.fraction.numerator}/${threshold.fraction.denominator}`,
        maxLength: 7,
      }),
      tickField({
        id: fresh(field.flags),
        label: say.flags,
        optional: true,
        choices: [
          { value: 'electronic', text: say.electronic },
          { value: 'posted', text: say.posted },
        ],
        chosen: [...(isElectronic ? ['electronic'] : []), ...(isPosted ? ['posted'] : [])],
      }),
    ],
  })
}

async function settingsSubmitted({ visitor, fields, metadata }: SubmitVisit): Promise<SubmitAnswer> {
  const { house, personId: by, language } = visitor
  const form = voteFormWords(language)
  const say = form.settings
  const said = textOf(fields, field.members)
  const members = said === '' ? undefined : Number(said)
  if (members !== undefined && !(/^\d{1,3}$/.test(said) && members >= 1 && members <= 200))
    return { errors: { [field.members]: say.badNumber } }
  const part = textOf(fields, field.fraction)
  const [, numerator = 0, denominator = 0] = (/^(\d{1,3})\s*\/\s*(\d{1,3})$/.exec(part) ?? []).map(Number)
  const isFraction = numerator > 0 && numerator <= denominator
  if (part !== '' && !isFraction) return { errors: { [field.fraction]: say.badFraction } }
  const flags = listOf(fields, field.flags)
  const outcome = await setVoting(house, {
    by,
    committeeId: metadata,
    settings: {
      threshold: { members, fraction: isFraction ? { numerator, denominator } : undefined },
      isElectronic: flags.includes('electronic'),
      isPosted: flags.includes('posted'),
    },
  })
  const committee = (await committeesWhereClerk(house, by)).find(({ id }) => id === metadata)
  const text = outcome.ok
    ? say.saved(committee?.name ?? '')
    : mrkdwn`${voteWords(language).refusals.notAClerk}`
  return { show: saidModal(say.title, form, [section(text)]) }
}
