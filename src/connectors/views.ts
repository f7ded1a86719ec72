import type { KnownBlock } from '@slack/types'
import { actions, button, context, contexts, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { shortened } from '../slack/shorten.ts'
import type { Here, Proposal } from './rules.ts'
import type { ConnectorWords } from './words.en.ts'

/** One question to the clerks about a meeting on the council's site. */
export interface AskedModel extends Proposal {
  readonly id: string
  readonly state: 'open' | 'taken' | 'dismissed'
  /** Who settled it; absent when it settled itself. */
  readonly by: string | undefined
  readonly at: string | undefined
  /** Where packs may be published by themselves: this one was, or has something in it for a clerk to look at. */
  readonly byItself: 'published' | 'left' | undefined
  readonly paper: { readonly title: string; readonly item: string; readonly address: string } | undefined
}

/** A meeting as its council's site shows it, with what is asked about it. */
export interface ProposalsModel {
  readonly committeeName: string
  /** ISO civil date. */
  readonly date: string
  /** `HH:MM`, where what the council typed is understood. */
  readonly startTime: string | undefined
  readonly typedTime: string
  readonly venue: string
  readonly status: string
  /** The meeting's page. */
  readonly page: string
  readonly siteName: string
  /** The same meeting as it stands in Scrutineer. */
  readonly here: Here | undefined
  readonly restricted: number
  readonly asked: readonly AskedModel[]
}

/** Slack takes 50 blocks and some 12,000 characters of them (`slack/limits.ts`); the rest is for what is settled. */
const OPEN_SHOWN = 15
const OPEN_CHARACTERS = 7_500
const SETTLED_CHARACTERS = 1_500
const NAME = 120
const TITLE = 120

interface Shown {
  readonly text: string
  readonly blocks: readonly KnownBlock[]
}

/** The clerks' one message about a meeting on the site, as things are now. */
export function proposalsMessageView(model: ProposalsModel, say: ConnectorWords): Shown {
  const short = shortModel(model)
  const open = short.asked.filter((it) => it.state === 'open')
  const settled = short.asked.filter((it) => it.state !== 'open')
  const questions = leading(
    open.map((it) => [section(say.asked(short, it)), buttons(it, say)]),
    OPEN_CHARACTERS,
  ).slice(0, OPEN_SHOWN)
  const more = open.length - questions.length
  // The newest are of interest, and shown in their order; all are in the audit trail.
  const newest = settled.toReversed().map((it) => say.settled(it))
  const lines = leading(newest, SETTLED_CHARACTERS).toReversed()
  const earlier = settled.length - lines.length
  return {
    text: open[0] ? say.asked(short, open[0]).text : say.nothingOpen(short).text,
    blocks: [
      section(say.heading(short)),
      ...contexts(say.details(short)),
      ...questions.flat(),
      ...(more > 0 ? [context(say.more(more, short))] : []),
      ...(lines.length > 0
        ? contexts(say.together(earlier > 0 ? [say.earlier(earlier), ...lines] : lines))
        : []),
    ],
  }
}

/** As many from the beginning as have so many characters as JSON, and at least one. */
function leading<T>(parts: readonly T[], characters: number): T[] {
  let sum = 0
  return parts.filter((part, place) => {
    sum += JSON.stringify(part).length
    return place === 0 || sum <= characters
  })
}

function buttons(asked: AskedModel, say: ConnectorWords): KnownBlock {
  const isChange = ['cancelled', 'restored', 'moved'].includes(asked.kind)
  return actions(
    button({
      id: isChange ? ids.proposal.change : ids.proposal.take,
      text: say.take[asked.kind],
      value: asked.id,
      style: 'primary',
    }),
    button({ id: ids.proposal.dismiss, text: say.dismiss[asked.kind], value: asked.id }),
  )
}

/** One new line: the message that it is about has changed, which nobody is told of. */
export function newsView(model: ProposalsModel, open: readonly AskedModel[], say: ConnectorWords): Shown {
  const said = say.news(shortModel(model), open.length)
  return { text: said.text, blocks: [section(said)] }
}

/** A site that cannot be looked at, or could not. */
export interface TroubleModel {
  readonly committeeName: string
  readonly siteName: string
  /** The committee's page there. */
  readonly page: string
  readonly code: string
  readonly figure: number | undefined
  readonly reference: string
  /** Since when it works again. */
  readonly mended: string | undefined
}

export function troubleView(model: TroubleModel, say: ConnectorWords): Shown {
  const short = { ...model, committeeName: shortened(model.committeeName, NAME) }
  const { what, tryThis } = say.trouble(short)
  const reference = context(say.reference(model.reference))
  if (model.mended !== undefined) {
    const mended = say.mended(short, model.mended)
    return { text: mended.text, blocks: [section(mended), reference] }
  }
  return { text: what.text, blocks: [...sections(what), ...sections(tryThis), reference] }
}

/** Long names and titles stand in full on the site, whose page is linked. */
function shortModel(model: ProposalsModel): ProposalsModel {
  return {
    ...model,
    committeeName: shortened(model.committeeName, NAME),
    venue: shortened(model.venue, NAME),
    status: shortened(model.status, NAME),
    typedTime: shortened(model.typedTime, NAME),
    here: model.here && { ...model.here, venue: shortened(model.here.venue, NAME) },
    asked: model.asked.map((it) => ({
      ...it,
      paper: it.paper && { ...it.paper, title: shortened(it.paper.title, TITLE) },
    })),
  }
}
