import { listed, nameIn } from './attendance-names.ts'
import { words as declarationsSay } from './declarations-lines.en.ts'
import { type DeclarationsOfMeeting, declarationsLines } from './declarations-lines.ts'
import type { MinutesLineWords } from './minutes-lines.en.ts'
import type { Minute, MinutesModel, UrgencyOfMinute } from './minutes-model.ts'
import { decisionParts } from './motion-parts.ts'
import { outcomeParts } from './outcome-parts.ts'
import type { PaperPart } from './paper-parts.ts'
import { letterOf, passageParts } from './passage-parts.ts'
import type { MinutesStyle } from './styles.ts'

/**
 * One minute, in the order that most councils use: who presented what, what Members asked, what else was said,
 * what was decided and how (domain.md §4.10).
 */
export function minuteParts(
  minute: Minute,
  { committee, declarations }: Pick<MinutesModel, 'committee' | 'declarations'>,
  style: MinutesStyle,
  say: MinutesLineWords,
): PaperPart[] {
  const parts = [
    ...(minute.presiding
      ? [paragraph(say.tookChairForItem(nameIn(minute.presiding, style.attendance)))]
      : []),
    ...minute.urgency.map((ruling) => urgencyPart(ruling, minute, style, say)),
    ...(minute.about === 'declarations' ? declarationParts(declarations, style) : []),
    ...stateParts(minute, say),
    ...presenterParts(minute, say),
    ...listParts(say.questions[style.questions], minute.questions),
    ...listParts(
      say.requests,
      minute.requests.map(({ text, owner, due }) => say.request(text, owner, due)),
    ),
    ...passageParts(minute.passage),
    ...exclusionParts(minute, style, say),
    ...decisionParts(minute, style, say),
    ...(minute.closedRows.length === 0
      ? []
      : [paragraph(say.closedRows(say.body(committee), minute.closedRows))]),
    ...minute.exclusions.flatMap(({ readmitted }) =>
      readmitted === undefined ? [] : [paragraph(say.readmitted(say.time(readmitted)))],
    ),
  ]
  return minute.about === 'urgent' && parts.length === 0 ? [paragraph(say.noUrgentBusiness)] : parts
}

/** The declarations of the whole meeting, as the style has them. */
export function declarationParts(declarations: DeclarationsOfMeeting, style: MinutesStyle): PaperPart[] {
  const { lines, table, whip } = declarationsLines(declarations, style.declarations, declarationsSay)
  return [
    ...(table
      ? [{ code: 'table' as const, caption: table.leadIn, head: table.columns, rows: table.rows }]
      : []),
    ...[...lines, ...whip].map(paragraph),
  ]
}

function urgencyPart(
  { isAccepted, circumstances, presiding }: UrgencyOfMinute,
  { title }: Minute,
  style: MinutesStyle,
  say: MinutesLineWords,
): PaperPart {
  const chair = presiding ? `${say.theChair}, ${nameIn(presiding, style.attendance)},` : say.theChair
  const told = circumstances.trim().replace(/\.+$/, '')
  const item = `“${title}”`
  return paragraph(isAccepted ? say.urgent(chair, item, told) : say.notUrgent(chair, item, told))
}

function stateParts({ state }: Minute, say: MinutesLineWords): PaperPart[] {
  return state === 'done' ? [] : [paragraph(say[state])]
}

function presenterParts({ presenters, presented }: Minute, say: MinutesLineWords): PaperPart[] {
  const what = presented.trim() === '' ? '' : withStop(presented.trim())
  const names = listed(presenters)
  if (names === '') return what === '' ? [] : [paragraph(say.received(what))]
  return [paragraph(what === '' ? say.presentedAlone(names) : say.presentedBy(names, what))]
}

/** Lettered, each ended by the list's punctuation unless it asks something. */
function listParts(leadIn: string, texts: readonly string[]): PaperPart[] {
  if (texts.length === 0) return []
  return [
    paragraph(leadIn),
    ...texts.map((text, place): PaperPart => {
      const end = place === texts.length - 1 ? '.' : ';'
      return {
        code: 'entry',
        label: `(${letterOf(place)})`,
        text: /[.;:?!]$/.test(text) ? text : `${text}${end}`,
        depth: 0,
      }
    }),
  ]
}

/** Where no motion stands for it: entered by hand as resolved. */
function exclusionParts(
  { exclusions, motions }: Minute,
  style: MinutesStyle,
  say: MinutesLineWords,
): PaperPart[] {
  if (motions.some(({ kind, state }) => kind === 'exclusion' && state === 'carried')) return []
  return exclusions.flatMap(({ text }) =>
    outcomeParts({ text, leadIn: '', reasons: '', parts: [] }, style, say),
  )
}

function withStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

function paragraph(text: string): PaperPart {
  return { code: 'paragraph', text }
}
