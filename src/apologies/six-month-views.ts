import type { KnownBlock, ModalView } from '@slack/types'
import {
  button,
  type Choice,
  context,
  contexts,
  dateField,
  divider,
  modal,
  radioField,
  section,
  sections,
  textField,
} from '../slack/blocks.ts'
import { offered, plain } from '../slack/choices.ts'
import { ids } from '../slack/ids.ts'
import { toMetadata } from '../slack/metadata.ts'
import { joinMrkdwn } from '../slack/mrkdwn.ts'
import type { SixMonthList, WatchedCouncillor } from './six-month-watch.ts'
import { sixMonthWords as say } from './six-month-words.en.ts'

const { field } = ids.sixMonths
/** A view holds 100 blocks; each councillor takes three. */
const IN_FULL = 24
const MINUTE_LIMIT = 40
const BODY_LIMIT = 120

/** Everybody's six months, for clerks: those who are due in full, the others in a line. */
export function sixMonthView(list: SixMonthList): ModalView {
  const due = list.councillors.filter(({ step, watch }) => step !== undefined || watch.expiry < list.today)
  const inFull = due.slice(0, IN_FULL)
  const rest = list.councillors.filter((one) => !inFull.includes(one))
  return modal({
    title: say.title,
    close: say.close,
    blocks: [
      ...contexts(say.intro(list)),
      ...(list.councillors.length === 0 ? [section(say.nobody())] : [chooser(list.councillors)]),
      ...inFull.flatMap((one): KnownBlock[] => {
        const council = say.council(one, list)
        return [
          section(say.councillor(one, list.today)),
          context(say.working(one)),
          ...(council ? [section(council)] : []),
        ]
      }),
      ...(rest.length === 0 ? [] : [divider, ...sections(joinMrkdwn(rest.map(say.line)))]),
      ...contexts(say.bodies(list)),
    ],
  })
}

function chooser(councillors: readonly WatchedCouncillor[]): KnownBlock {
  const choices: Choice[] = councillors
    .map(({ personId, name }) => ({ value: personId, text: name }))
    .sort((one, other) => one.text.localeCompare(other.text, 'en'))
  return {
    ...section(say.approveFor()),
    accessory: {
      type: 'static_select',
      action_id: ids.sixMonths.approve,
      placeholder: plain(say.chooseCouncillor),
      ...offered(choices),
    },
  }
}

/** What the authority approved for one councillor; what was recorded before can be taken back. */
export function approveModal(one: WatchedCouncillor, isWales: boolean): ModalView {
  const kinds = isWales ? (['reason', 'familyAbsence'] as const) : (['reason'] as const)
  return modal({
    id: ids.sixMonths.approveForm,
    title: say.form.title,
    submit: say.form.submit,
    close: say.cancel,
    metadata: toMetadata({ id: one.personId, version: 1 }),
    blocks: [
      section(say.form.intro(one.name, one.watch.lastSafeDay)),
      context(say.working(one)),
      ...one.approvals.map((approval) => ({
        ...section(say.approval(approval)),
        accessory: button({
          id: ids.sixMonths.revoke,
          text: say.revoke,
          value: approval.id,
          confirm: say.revokeConfirm,
        }),
      })),
      ...(kinds.length === 1
        ? []
        : [
            radioField({
              id: field.kind,
              label: say.form.kind,
              choices: kinds.map((value) => ({ value, text: say.form.kinds[value] })),
              chosen: 'reason',
            }),
          ]),
      textField({
        id: field.approvedBy,
        label: say.form.approvedBy,
        hint: say.form.approvedByHint,
        maxLength: BODY_LIMIT,
      }),
      dateField({ id: field.approvedOn, label: say.form.approvedOn }),
      textField({ id: field.minute, label: say.form.minute, optional: true, maxLength: MINUTE_LIMIT }),
      dateField({ id: field.until, label: say.form.until }),
    ],
  })
}

export function approvedView(one: WatchedCouncillor): ModalView {
  return modal({
    title: say.form.doneTitle,
    close: say.close,
    blocks: [section(say.form.done(one.name, one.watch.expiry)), context(say.working(one))],
  })
}

export function sixMonthRefusal(why: Parameters<typeof section>[0]): ModalView {
  return modal({ title: say.refusals.title, close: say.close, blocks: [section(why)] })
}
