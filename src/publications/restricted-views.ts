import type { KnownBlock, ModalView } from '@slack/types'
import {
  actions,
  button,
  context,
  contexts,
  divider,
  modal,
  personField,
  section,
  sections,
} from '../slack/blocks.ts'
import { offered, plain } from '../slack/choices.ts'
import { ids } from '../slack/ids.ts'
import { lengthOf, limits } from '../slack/limits.ts'
import { toMetadata } from '../slack/metadata.ts'
import { inParts, joinMrkdwn, type Mrkdwn } from '../slack/mrkdwn.ts'
import { exclusionMotion } from './exclusion-motion.ts'
import { portions } from './item-lines.ts'
import { excludedItems, type ItemModel, type OverviewModel, type PaperModel } from './restricted-model.ts'
import type { RestrictedWords } from './restricted-words.en.ts'
import { preformatted } from './views.ts'

/** More than any item has; what is left out is said. */
const PAPERS_SHOWN = 30
const GRANTS_SHOWN = 60
/** Of a text to copy. */
const PORTION = 2_400

/** What is closed in a meeting, for its clerks; `first` says what was just done. */
export function overviewView(model: OverviewModel, say: RestrictedWords, first?: Mrkdwn): ModalView {
  const { items, meeting } = model
  const closed = items.filter((item) => item.closed)
  const openWithPapers = items.filter((item) => !item.closed && item.papers > 0)
  return modal({
    title: say.list.title,
    close: say.close,
    blocks: [
      ...(first ? sections(first) : []),
      ...sections(say.list.intro(meeting)),
      ...(closed.length === 0 ? [section(say.list.none())] : [section(say.list.closed())]),
      ...packed([
        ...closed.map((item) => say.list.item(item.number, item.closed, item.lacking, item.papers)),
        ...openWithPapers.map((item) => say.list.openWithPapers(item.number, item.title, item.papers)),
      ]),
      ...(items.length === 0 ? [] : [itemMenu(model, say)]),
      ...(closed.length === 0
        ? []
        : [actions(button({ id: ids.restricted.motion, text: say.list.motion, value: meeting.id }))]),
      context(say.list.explains()),
    ],
  })
}

/** Lines joined into as few sections as hold them. */
function packed(lines: readonly Mrkdwn[]): KnownBlock[] {
  const blocks: Mrkdwn[][] = []
  let length = 0
  for (const line of lines.flatMap((it) => inParts(it))) {
    const size = lengthOf(line.text) + 1
    const open = blocks.at(-1)
    if (open && length + size <= limits.section.text) open.push(line)
    else blocks.push([line])
    length = blocks.at(-1)?.length === 1 ? size : length + size
  }
  return blocks.map((part) => section(joinMrkdwn(part)))
}

function itemMenu({ items }: OverviewModel, say: RestrictedWords): KnownBlock {
  return {
    ...section(say.list.choose()),
    accessory: {
      type: 'static_select',
      action_id: ids.restricted.item,
      placeholder: plain(say.list.placeholder),
      ...offered(items.map((item) => ({ value: item.id, text: say.list.option(item.number, item.title) }))),
    },
  }
}

/** The exclusion motion and the words after it, to be copied. */
export function motionView(model: OverviewModel, say: RestrictedWords): ModalView {
  const excluded = excludedItems(model)
  const isIncomplete = excluded.some(
    ({ closed }) => closed.access === 'exempt' && closed.paragraphs.length === 0,
  )
  return modal({
    title: say.motion.title,
    close: say.close,
    blocks: [
      section(say.motion.intro()),
      ...(isIncomplete ? [section(say.motion.incomplete())] : []),
      ...portions(exclusionMotion(excluded), PORTION).map(preformatted),
      actions(button({ id: ids.restricted.back, text: say.list.all, value: model.meeting.id })),
    ],
  })
}

/** One item: why it is closed, and its restricted papers. */
export function itemView(model: ItemModel, say: RestrictedWords, first?: readonly Mrkdwn[]): ModalView {
  const { item, closed, papers } = model
  const more = papers.length - PAPERS_SHOWN
  const { id: value } = item
  return modal({
    title: say.list.title,
    close: say.close,
    blocks: [
      ...(first ?? []).flatMap((text) => sections(text)),
      ...sections(closed ? say.item.closed(item.number, closed) : say.item.open(item.number, item.title)),
      ...(closed ? [] : [context(say.item.isOpen())]),
      ...(model.lacking.length === 0 ? [] : [section(say.item.lacking(model.lacking))]),
      actions(
        ...(closed ? [button({ id: ids.restricted.describe, text: say.item.complete, value })] : []),
        button({ id: ids.restricted.announce, text: say.item.announce, value }),
        button({ id: ids.restricted.back, text: say.list.all, value: item.meeting.id }),
      ),
      ...(papers.length === 0 ? [] : [divider]),
      ...papers.slice(0, PAPERS_SHOWN).flatMap((paper): KnownBlock[] => {
        const { closed, announcedBy, announcedAt } = paper
        if (paper.isWithdrawn)
          return contexts(say.item.withdrawn(closed, announcedBy, announcedAt, model.timeZone))
        return [
          {
            ...section(say.item.paper(closed, announcedBy, announcedAt, model.timeZone)),
            accessory: button({ id: ids.restricted.paper, text: say.item.who, value: paper.id }),
          },
        ]
      }),
      ...(more > 0 ? [context(say.item.more(more))] : []),
    ],
  })
}

/** Who may read a paper and why; submitting lets one more. */
export function paperView(model: PaperModel, say: RestrictedWords, first?: Mrkdwn): ModalView {
  const { paper, granted } = model
  const isOver = paper.withdrawnAt !== undefined
  const more = granted.length - GRANTS_SHOWN
  return modal({
    ...(isOver ? {} : { id: ids.restricted.grantForm, submit: say.paper.submit }),
    title: say.paper.title,
    close: say.close,
    metadata: toMetadata({ id: paper.id, version: 0 }),
    blocks: [
      ...(first ? sections(first) : []),
      ...sections(say.item.paper(model.paper.closed, '', paper.announcedAt, model.timeZone)),
      ...(isOver ? [section(say.paper.wasWithdrawn())] : openBlocks(model, more, say)),
      actions(
        ...(isOver
          ? []
          : [
              button({
                id: ids.restricted.withdraw,
                text: say.paper.withdraw,
                value: paper.id,
                style: 'danger',
                confirm: say.paper.withdrawConfirm,
              }),
            ]),
        button({ id: ids.restricted.back, text: say.list.all, value: paper.item.meeting.id }),
      ),
    ],
  })
}

function openBlocks(model: PaperModel, more: number, say: RestrictedWords): KnownBlock[] {
  const { paper, granted } = model
  return [
    context(say.paper.site(model.site)),
    ...sections(say.paper.members(model.members)),
    section(granted.length === 0 ? say.paper.nobodyGranted() : say.paper.byYou()),
    ...granted.slice(0, GRANTS_SHOWN).map(
      ({ personId, name, grantedBy, grantedAt }): KnownBlock => ({
        ...section(say.paper.granted(name, grantedBy, grantedAt, model.timeZone)),
        accessory: button({
          id: ids.restricted.revoke,
          text: say.paper.revoke,
          value: `${paper.id}/${personId}`,
          confirm: say.paper.revokeConfirm,
        }),
      }),
    ),
    ...(more > 0 ? [context(say.paper.moreGranted(more))] : []),
    ...(model.withoutSlack.length === 0 ? [] : contexts(say.paper.withoutSlack(model.withoutSlack))),
    personField({
      id: ids.restricted.field.person,
      label: say.paper.grant,
      hint: say.paper.grantHint,
      optional: true,
    }),
  ]
}
