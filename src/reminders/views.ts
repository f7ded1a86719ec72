import type { KnownBlock, ModalView } from '@slack/types'
import {
  actions,
  button,
  type Choice,
  contexts,
  divider,
  modal,
  section,
  sections,
  textField,
  tickField,
} from '../slack/blocks.ts'
import { offered, option, plain } from '../slack/choices.ts'
import { freshId } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { joinMrkdwn, type Mrkdwn } from '../slack/mrkdwn.ts'
import type { PolicyPreview } from './preview.ts'
import type { PolicyId } from './types.ts'
import type { ReminderWords } from './words.en.ts'

/** What the clerk sees of one policy, as it is or as they have filled it in. */
export interface PolicyField {
  readonly id: PolicyId
  readonly active: boolean
  /** "5, 2, 0"; absent where the days are fixed. */
  readonly days: string | undefined
}

export interface SettingsForm {
  readonly metadata: string
  /** The committees of which the clerk is one. */
  readonly committees: readonly Choice[]
  readonly committee: { readonly id: string; readonly name: string }
  readonly policies: readonly PolicyField[]
  /** Absent where no meeting is planned. */
  readonly preview: PolicyPreview | undefined
}

const { reminders } = ids
const TEXT_FIELDS = ['members', 'notice', 'drafts', 'actions'] as const

/** When a committee is reminded of what, with the dates for its next meeting. */
export function settingsModal(form: SettingsForm, say: ReminderWords): ModalView {
  return modal({
    id: reminders.form,
    title: say.title,
    submit: say.submit,
    close: say.cancel,
    metadata: form.metadata,
    blocks: [
      committeeBlock(form, say),
      ...sections(say.intro()),
      tickField({
        // Another committee's settings are other fields: Slack keeps what was typed while the id stays.
        id: freshId(reminders.field.active, form.committee.id),
        label: say.active,
        optional: true,
        choices: form.policies.map(({ id }) => ({ value: id, ...say.kinds[id] })),
        chosen: form.policies.filter(({ active }) => active).map(({ id }) => id),
      }),
      ...TEXT_FIELDS.flatMap((id) => {
        const policy = form.policies.find((one) => one.id === id)
        if (policy?.days === undefined) return []
        return [
          textField({
            id: freshId(reminders.field[id], form.committee.id),
            label: say.days[id],
            hint: say.daysHint[id],
            value: policy.days,
            maxLength: 60,
          }),
        ]
      }),
      actions(button({ id: reminders.preview, text: say.preview, value: form.committee.id })),
      divider,
      ...previewBlocks(form, say),
    ],
  })
}

function committeeBlock({ committees, committee }: SettingsForm, say: ReminderWords): KnownBlock {
  const named = section(say.committee(committee.name))
  if (committees.length < 2) return named
  const chosen = committees.find(({ value }) => value === committee.id)
  return {
    ...named,
    accessory: {
      type: 'static_select',
      action_id: reminders.committee,
      placeholder: plain(say.choose),
      ...offered(committees),
      ...(chosen ? { initial_option: option(chosen) } : {}),
    },
  }
}

/** The dates, each with how it was found (law 7). */
export function previewBlocks(
  { preview, policies }: Pick<SettingsForm, 'preview' | 'policies'>,
  say: ReminderWords,
): KnownBlock[] {
  if (!preview) return [section(say.noMeeting())]
  const isOn = (id: PolicyId) => policies.some((one) => one.id === id && one.active)
  const { members, notice, drafts, today } = preview
  const list = (id: PolicyId, title: Mrkdwn, lines: readonly Mrkdwn[]) =>
    sections(joinMrkdwn([title, ...(isOn(id) ? lines : [say.off()])]))
  return [
    ...sections(say.previewOf(preview.meeting)),
    ...list(
      'members',
      say.toMembers(),
      members.map((step) => say.step(step, today)),
    ),
    ...list(
      'notice',
      say.toClerks(),
      notice.map((step) => say.noticeStep(step, today)),
    ),
    ...list(
      'drafts',
      say.toMinute(),
      drafts.map((step) => say.draftStep(step)),
    ),
    ...(isOn('reports') ? contexts(say.reportsFixed()) : []),
  ]
}

/** What was saved, with its dates. */
export function savedView(
  form: Pick<SettingsForm, 'committee' | 'policies' | 'preview'>,
  say: ReminderWords,
): ModalView {
  return modal({
    title: say.savedTitle,
    close: say.close,
    blocks: [...sections(say.saved(form.committee.name)), divider, ...previewBlocks(form, say)],
  })
}

export function refusalView(said: Mrkdwn, say: ReminderWords): ModalView {
  return modal({ title: say.title, close: say.close, blocks: sections(said) })
}
