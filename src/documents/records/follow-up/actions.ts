import type { Line } from '../../lines/line.ts'
import { type Paragraph, paragraphsOf } from '../../lines/paragraphs.ts'
import type { PaperAction } from '../../record.ts'
import { type Business, itemReference, type Section } from '../business.ts'
import { ownSentences } from '../decisions/endings.ts'
import { leadInOf } from '../decisions/lead-ins.ts'
import { type Found, found } from '../found.ts'
import { sentencesOf } from '../phrases/sentences.ts'
import { actionSaid, type MarkedAction, markedActions } from './action-marks.ts'
import { actionTables } from './action-tables.ts'
import { withoutMargin } from './margin.ts'
import type { NamedPeople } from './named-people.ts'
import { dueIn, ownerAtHead, undertakingIn } from './undertakings.ts'

const BULLET = /^(?:[•·*–-]|\(?[a-z\d]{1,3}[.)])\s*/
/** "The Clerk agreed to do this": what, the sentence before says. */
const DOES_IT = /\bto (?:do|action|arrange|progress|undertake) ?(?:so|this|it|that|these|the same)?\.?$/i

/** What somebody agreed, or was asked, to do, under each item and in the paper's own tables of actions. */
export function actionsIn(business: Business, people: NamedPeople): Found<PaperAction>[] {
  const underItems = business.sections.flatMap((section) => actionsOf(section, business, people))
  const said = new Set(underItems.map(({ value }) => value.text))
  return [...underItems, ...actionTables(business).filter(({ value }) => !said.has(value.text))]
}

function actionsOf(
  section: Section,
  { kind, lines, vocabulary }: Business,
  people: NamedPeople,
): Found<PaperAction>[] {
  const minuted = kind === 'minutes' ? section.body : afterMinutesMark(section.body)
  const { body, owners } = withoutMargin(minuted, lines)
  const item = itemReference(section)
  const actions: Found<PaperAction>[] = []
  let above: Paragraph | undefined
  let listing = false
  for (const paragraph of paragraphsOf(body, vocabulary)) {
    listing = LISTS_ACTIONS.test(paragraph.text) || (listing && isListed(paragraph))
    const told = listing ? listedAction(paragraph) : undefined
    for (const action of told ?? actionsInParagraph(paragraph, above, owners.get(paragraph.first), people))
      if (!actions.some(({ value }) => value.text === action.text))
        actions.push(found({ item, ...due(action.text), ...action }, paragraph.first))
    above = paragraph
  }
  return actions
}

/** "Actions:" over a list of them. */
const LISTS_ACTIONS =
  /^(?:agreed |follow-?up |further )?actions?(?:(?: points?| items?| agreed| arising| required)?\s?:?$|[\s/][^.:]{0,60}:$)/i

function isListed({ text, bullet }: Paragraph): boolean {
  return bullet || BULLET.test(text) || ownerAtHead(text) !== undefined
}

function listedAction(paragraph: Paragraph): MarkedAction[] | undefined {
  return isListed(paragraph) ? [actionSaid(paragraph.text.replace(BULLET, ''))] : undefined
}

/** On a page with agenda and minutes, what stands above "Minutes:" is what the agenda foresaw. */
function afterMinutesMark(body: readonly Line[]): readonly Line[] {
  const mark = body.findIndex((line) => /^minutes\s*:/i.test(line.text))
  return mark < 0 ? [] : body.slice(mark)
}

function actionsInParagraph(
  { text }: Paragraph,
  above: Paragraph | undefined,
  margin: string | undefined,
  people: NamedPeople,
): MarkedAction[] {
  const marked = markedActions(text, above?.text)
  if (marked.length > 0) return marked
  const sentences = (margin === undefined ? aroundResolution(text) : sentencesOf(text)).map((sentence) =>
    sentence.replace(BULLET, ''),
  )
  const said = sentences.flatMap((sentence, at) => {
    const undertaking = undertakingIn(sentence) ?? people.undertakingIn(sentence)
    if (!undertaking) return []
    const deed = DOES_IT.test(sentence) ? sentences.slice(Math.max(0, at - 1), at + 1).join(' ') : sentence
    return [{ text: deed, ...undertaking }]
  })
  if (margin === undefined) return said
  const last = sentencesOf(text).at(-1)
  if (said.length > 0) return said.map((action) => ({ ...action, owner: margin }))
  return last ? [{ text: last, owner: margin }] : []
}

/** What is set apart as resolved is a resolution, whoever is to carry it out: the sentences around it. */
function aroundResolution(text: string): string[] {
  const lead = leadInOf(text)
  if (!lead) return sentencesOf(text)
  const decided = sentencesOf(lead.rest)
  return [...sentencesOf(lead.before).slice(0, -1), ...decided.slice(ownSentences(decided).length)]
}

function due(text: string): { due?: string } {
  const when = dueIn(text)
  return when === undefined ? {} : { due: when }
}
