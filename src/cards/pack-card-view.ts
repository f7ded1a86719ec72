import type { KnownBlock } from '@slack/types'
import type { Temporal } from 'temporal-polyfill'
import type { MeetingInWords } from '../meetings/words.en.ts'
import { actions, button, context, divider, header, section } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { joinMrkdwn, type Mrkdwn } from '../slack/mrkdwn.ts'
import { shortened } from '../slack/shorten.ts'
import type { CardWords } from './words.en.ts'

export interface CardItem {
  readonly number: string
  readonly title: string
  readonly pageFrom: number | undefined
  readonly pageTo: number | undefined
  readonly open: boolean
}

export interface PackCardModel {
  readonly meetingId: string
  readonly meeting: MeetingInWords
  readonly venue: string
  readonly cancelled: boolean
  readonly items: readonly CardItem[]
  readonly publicAddress: string
  readonly publishedAt: Temporal.Instant | undefined
  readonly timeZone: string
  readonly clerks: readonly string[]
}

const HEADER_LIMIT = 150
const SECTION_LIMIT = 3_000

export function packCard(model: PackCardModel, say: CardWords): { text: string; blocks: KnownBlock[] } {
  return {
    text: say.pack.notification(model.meeting),
    blocks: [
      header(shortened(say.pack.heading(model.meeting.committeeName), HEADER_LIMIT)),
      section(say.pack.when(model.meeting, model.venue)),
      ...(model.cancelled ? [section(say.pack.cancelled())] : []),
      divider,
      ...itemSections(model.items, say),
      ...(model.publishedAt ? [context(say.pack.published(model.publishedAt, model.timeZone))] : []),
      ...(model.clerks.length === 0 ? [] : [context(say.pack.contact(model.clerks))]),
      ...buttons(model, say),
    ],
  }
}

function buttons(model: PackCardModel, say: CardWords): KnownBlock[] {
  const open =
    model.publicAddress === ''
      ? []
      : [button({ id: ids.link, text: say.pack.open, url: model.publicAddress, style: 'primary' })]
  const apologies = model.cancelled
    ? []
    : [button({ id: ids.apologies.open, text: say.pack.apologies, value: model.meetingId })]
  const elements = [...open, ...apologies]
  return elements.length === 0 ? [] : [actions(...elements)]
}

/** Every item, in as many sections as Slack's 3,000 characters a section ask for; nothing is cut (law 8). */
function itemSections(items: readonly CardItem[], say: CardWords): KnownBlock[] {
  return sectionsOf([say.pack.agenda(), ...items.map((item) => itemLine(item, say))])
}

function itemLine(item: CardItem, say: CardWords): Mrkdwn {
  if (!item.open) return say.pack.closedItem(item.number)
  const pages = item.pageFrom === undefined ? '' : say.pack.pages(item.pageFrom, item.pageTo ?? item.pageFrom)
  return say.pack.item(item.number, item.title, pages)
}

/** Lines joined into sections, each within Slack's limit and none broken in a line. */
export function sectionsOf(lines: readonly Mrkdwn[]): KnownBlock[] {
  const blocks: KnownBlock[] = []
  let open: Mrkdwn[] = []
  let length = 0
  for (const line of lines) {
    const size = [...line.text].length + 1
    if (open.length > 0 && length + size > SECTION_LIMIT) {
      blocks.push(section(joinMrkdwn(open)))
      open = []
      length = 0
    }
    open.push(line)
    length += size
  }
  if (open.length > 0) blocks.push(section(joinMrkdwn(open)))
  return blocks
}
