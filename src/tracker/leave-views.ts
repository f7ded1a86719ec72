import type { KnownBlock, ModalView } from '@slack/types'
import { displayName } from '../committees/people.ts'
import { button, context, dateField, modal, personField, section } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { pageOf, pagesOf } from '../slack/pages.ts'
import { turnButtons } from '../slack/turn-pages.ts'
import type { LeaveWords } from './leave-words.en.ts'
import type { LeaveAtHand } from './leaves.ts'
import { dayInFull } from './list-words.en.ts'

export interface LeaveForm {
  readonly leaves: readonly LeaveAtHand[]
  /** Enters it for others, too. */
  readonly isClerk: boolean
  readonly page: number
  readonly first?: Mrkdwn | undefined
}

export function leaveView({ leaves, isClerk, page: wanted, first }: LeaveForm, say: LeaveWords): ModalView {
  const { field } = ids.leave
  const above: KnownBlock[] = [
    ...(first ? [section(first)] : []),
    section(say.intro()),
    ...(isClerk
      ? [personField({ id: field.person, label: say.form.person, hint: say.form.personHint, optional: true })]
      : []),
    dateField({ id: field.from, label: say.form.from }),
    dateField({ id: field.until, label: say.form.until }),
    personField({ id: field.deputy, label: say.form.deputy, hint: say.form.deputyHint, optional: true }),
    section(say.coming()),
  ]
  const pages = pagesOf(
    leaves.map((leave) => [leaveLine(leave, isClerk, say)]),
    above,
  )
  const { page, at } = pageOf(pages, wanted)
  return modal({
    id: ids.leave.form,
    title: say.title,
    submit: say.submit,
    close: say.close,
    blocks: [
      ...above,
      ...(leaves.length === 0 ? [context(say.none())] : (page ?? [])),
      ...turnButtons(
        ids.leave.open,
        'all',
        { at, pages: pages.length },
        { back: say.earlier, on: say.later },
      ),
    ],
  })
}

function leaveLine(leave: LeaveAtHand, names: boolean, say: LeaveWords): KnownBlock {
  const { from, until, deputy } = leave
  const said = say.one({
    who: names ? displayName(leave.person) : '',
    from,
    until,
    deputy: deputy ? displayName(deputy) : '',
  })
  return {
    ...section(said),
    accessory: button({
      id: ids.leave.cancel,
      text: say.cancel,
      value: leave.id,
      label: say.cancelLabel(dayInFull(from)),
    }),
  }
}
