import { type Meaning, meaningOf } from './heads.ts'

/** A part of a text under a label of its own: "Lead: Head of Place". */
export interface LabelledPart {
  meaning: Meaning
  text: string
}

const LABEL =
  /(?:^|[\s([–—-])((?:lead|responsible|report|contact|link|cabinet|executive|scrutiny|portfolio|target|due|decision|review|key|proposed)?\s?(?:officers?(?: responsible)?|authors?|members?|leads?|owners?|holders?|councillors?|directors?|purpose|reasons?|objectives?|outcomes?|status|progress|update|response|comments?|deadline|date(?: due)?|due|by whom|who|action by|rag))\s?:\s/gi

/** The text before the first label, and what stands under each. */
export function labelsWithin(text: string): { before: string; parts: LabelledPart[] } {
  const marks = [...text.matchAll(LABEL)].flatMap((match) => {
    const meaning = meaningOfLabel(match[1] ?? '')
    return meaning ? [{ from: match.index, to: match.index + match[0].length, meaning }] : []
  })
  const parts = marks.map(({ to, meaning }, at) => ({
    meaning,
    text: valueUnder(text.slice(to, marks[at + 1]?.from), meaning),
  }))
  const [first] = marks
  const before = first ? text.slice(0, first.from).replace(/[\s,;:([–—-]+$/, '') : text
  return { before, parts: parts.filter((part) => part.text !== '') }
}

/** In a text, unlike at the head of a column, a date is the one by which something is due. */
function meaningOfLabel(label: string): Meaning | undefined {
  const words = label.trim()
  return /^(?:(?:target |due )?date|due|deadline)/i.test(words) ? 'due' : meaningOf(words)
}

function valueUnder(text: string, meaning: Meaning): string {
  const value = text.trim().replace(/[\s,;–—-]+$/, '')
  const isName = meaning === 'owner' || meaning === 'due' || meaning === 'status'
  return isName ? value.replace(/(?:[.\]]|(?<!\([^()]{0,80})\))+$/, '') : value
}
