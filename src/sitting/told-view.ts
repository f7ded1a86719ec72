import type { KnownBlock, ModalView } from '@slack/types'
import type { Temporal } from 'temporal-polyfill'
import type { MeetingInWords } from '../meetings/words.en.ts'
import { actions, button, context, contexts, modal, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { ItemWords } from './item-words.en.ts'

export interface ToldModel {
  readonly disclosureId: string
  readonly meeting: MeetingInWords
  /** Absent in the member's own message. */
  readonly memberName: string | undefined
  readonly kind: string
  readonly isSensitive: boolean
  /** ISO civil date. */
  readonly until: string
  /** How the last day was found, a sentence a line. */
  readonly working: readonly string[]
  readonly told: Temporal.Instant | undefined
  readonly isStruck: boolean
  readonly timeZone: string
}

/** To the member and to the Monitoring Officer, who can say that they were told. */
export function toldMessage(
  model: ToldModel,
  { told: say }: ItemWords,
): { readonly text: string; readonly blocks: readonly KnownBlock[] } {
  const { memberName, meeting } = model
  const intro = memberName === undefined ? say.toMember(meeting) : say.toOfficer(memberName, meeting)
  const blocks: KnownBlock[] = [...sections(intro), section(say.kind(model.kind, model.isSensitive))]
  if (model.isStruck) blocks.push(section(say.struck()))
  else if (model.told) blocks.push(section(say.isTold(model.told, model.timeZone)))
  else {
    blocks.push(section(say.lastDay(model.until)), ...contexts(say.working(model.working)))
    if (memberName !== undefined)
      blocks.push(actions(button({ id: ids.item.told, text: say.button, value: model.disclosureId })))
  }
  return { text: say.notification(model.until).text, blocks }
}

/** Whose 28 days run, or ran. */
export interface ToldLine {
  readonly disclosureId: string
  readonly name: string
  readonly kind: string
  readonly isTold: boolean
  readonly byHand: boolean
  /** How the last day was found, a sentence a line. */
  readonly working: readonly string[]
}

/** A line takes three blocks of the hundred that a view holds. */
const LISTED = 30

export function toldModal(lines: readonly ToldLine[], say: ItemWords): ModalView {
  const shown = lines.toSorted((one, other) => Number(one.isTold) - Number(other.isTold)).slice(0, LISTED)
  return modal({
    title: say.told.title,
    close: say.close,
    blocks: [
      section(lines.length === 0 ? say.told.none() : say.told.intro()),
      ...shown.flatMap((line) => [
        ...sections(say.told.line(line.name, line.kind, line.isTold, line.byHand)),
        ...contexts(say.told.working(line.working)),
        ...(line.isTold
          ? []
          : [actions(button({ id: ids.item.listTold, text: say.told.button, value: line.disclosureId }))]),
      ]),
      ...(lines.length > shown.length ? [context(say.told.more(lines.length - shown.length))] : []),
    ],
  })
}
