import type { Paragraph } from '../../lines/paragraphs.ts'
import type { PaperResolution } from '../../record.ts'
import type { Business } from '../business.ts'
import type { Found } from '../found.ts'
import { blocksOf, type Row } from '../rows/table-rows.ts'
import { decisionBlock } from './decision-block.ts'
import { leadInOf } from './lead-ins.ts'
import { resolutionOf } from './resolutions.ts'
import { saysNothing } from './says-nothing.ts'

const DECISION_HEAD =
  /^(?:decisions?|resolutions?|resolved|decisions?\s(?:taken|made|of\s.{3,40})|minutes?(?:\sand\sdecisions?)?|outcome)$/i
const NUMBER_HEAD =
  /^(?:agenda\s)?(?:item|no|number|minute|ref(?:erence)?)\.?(?:\s(?:no|number|ref)\.?)?$|^#$/i
const TITLE_HEAD =
  /^(?:topics?|subjects?|titles?|(?:agenda\s)?items?(?:\stitle)?|matters?|reports?|issues?|(?:item|report|agenda)\s(?:title|subject|of business)|description)$/i
/** A number of an item as a cell holds it: "4.", "OS/24", "7a". */
const NUMBER = /^[A-Z]{0,4}[\s./]?\d[\w./]{0,8}$/i
/** "Deferred", "Agreed" or "That ..."; more than a word that refers elsewhere. */
const DECIDES =
  /^(?:\(?(?:1|a|i|A|I)[.)]\)?\s|(?:that|to)\s|(?:it was\s)?(?:re?solved|agreed|approved?|noted?|endorsed?|supported?|recommended?|granted?|refused?|deferred|delegated?|adopted|confirmed|accepted|authorised|received|considered|appointed)\b)|\b(?:be|was|were|is|are)\s(?:then\s|duly\s|unanimously\s)?(?:noted|approved|agreed|received|accepted|adopted|signed|confirmed|endorsed|deferred|recommended|authorised|appointed|granted|refused)\b/i

interface Columns {
  decision: number
  number: number | undefined
  title: number | undefined
}

/** The decisions of a table with a row for each item: its number, what it is about and what was decided. */
export function tabledDecisions({ lines, vocabulary }: Business): Found<PaperResolution>[] {
  const decisions: Found<PaperResolution>[] = []
  let columns: Columns | undefined
  for (const block of blocksOf(lines, vocabulary)) {
    if (!('row' in block)) {
      columns = undefined
      continue
    }
    if (columns) decisions.push(...decisionIn(block.row, columns))
    else columns = columnsIn(block.row)
  }
  return decisions
}

function columnsIn({ cells }: Row): Columns | undefined {
  const columnOf = (head: RegExp): number | undefined =>
    [...cells].find(([, text]) => head.test(text.replace(/:$/, '').trim()))?.[0]
  const decision = columnOf(DECISION_HEAD)
  const number = columnOf(NUMBER_HEAD)
  const title = [...cells].find(([column, text]) => column !== number && TITLE_HEAD.test(text.trim()))?.[0]
  if (decision === undefined || cells.size < 2 || (number ?? title) === undefined) return undefined
  return decision === number || decision === title ? undefined : { decision, number, title }
}

function decisionIn(row: Row, { decision, number, title }: Columns): Found<PaperResolution>[] {
  const printed = row.cells.get(decision)
  if (printed === undefined || saysNothing(printed)) return []
  const lead = leadInOf(printed)
  if (!lead && !DECIDES.test(printed)) return []
  const block = decisionBlock([], lead?.rest ?? printed, 0)
  if (!block) return []
  const cell = number === undefined ? undefined : row.cells.get(number)?.replace(/\.$/, '').trim()
  const item =
    cell !== undefined && NUMBER.test(cell) ? cell : title === undefined ? cell : row.cells.get(title)
  const opening: Paragraph = { text: printed, first: row.at, lines: [row.at], bullet: false }
  const passage = { ...(item !== undefined && { item }), section: 0, decision: true, paragraphs: [opening] }
  return [resolutionOf(passage, opening, block.resolution, block.damaged)]
}
