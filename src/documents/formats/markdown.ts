export interface PlainPart {
  text: string
  heading: boolean
  /** How many `#` it had. */
  level?: number
  /** The bold words that it begins with. */
  lead?: string
  /** It was an entry of a list. */
  bullet?: true
}

/** A line without the marks of Markdown; two where bold headings were run together on one line. */
export function plainMarkdown(printed: string): PlainPart[] {
  const raw = printed.replace(QUOTED, '')
  if (!/[*_#<\\|[`]|^\s*[-+] /.test(raw)) return [{ text: raw, heading: false }]
  // "Committee**Wednesday 3 May****Present:**": headings that were lines of their own.
  const apart = raw.replace(/(\p{L}|\d)\*\*(?=\p{Lu}[^*]*\*\*)/gu, (all, before: string, at: number) =>
    isOpening(raw, at + before.length) ? `${before}\n**` : all,
  )
  return apart
    .replace(/(?<=[\p{L}\d.])\*{4}(?=\p{Lu})/gu, '**\n**')
    .replaceAll('****', '')
    .split('\n')
    .map((part) => ({
      text: withoutMarks(part),
      heading: isHeading(part),
      ...levelOf(part),
      ...bulletOf(part),
      ...leadOf(part),
    }))
}

/** Some minutes set what was said under an item as a block quotation. */
const QUOTED = /^\s{0,3}(?:>\s?){1,3}(?=\S|$)/

/** Whether the `**` at this place opens a run of bold rather than closing one. */
function isOpening(raw: string, at: number): boolean {
  return (raw.slice(0, at).split('**').length - 1) % 2 === 0
}

function isHeading(part: string): boolean {
  return /^\s*(?:#{1,6}\s|<h[1-6]\b)/i.test(part) || /^\s*(?:\S{1,6}\s+)?\*\*[^*]+\*\*[:.]?\s*$/.test(part)
}

function levelOf(part: string): { level?: number } {
  const marks = /^\s*(#{1,6})\s/.exec(part)?.[1] ?? /^\s*<h([1-6])\b/i.exec(part)?.[1]
  if (!marks) return {}
  return { level: marks.startsWith('#') ? marks.length : Number(marks) }
}

function bulletOf(part: string): { bullet?: true } {
  return BULLET.test(part) ? { bullet: true } : {}
}

/** "**2.** **Apologies** none": a number and a title in bold, or the title alone, with more behind. */
const LEAD = /^\s*(?:\d{1,4}\\?[.)]?\s+)?(?:\*\*[^*]{1,300}\*\*\s{0,10}){1,6}(?=[^\s*])/

function leadOf(part: string): { lead?: string } {
  const lead = LEAD.exec(part)?.[0]
  return lead ? { lead: withoutMarks(lead).replace(/\s+/g, ' ').trim() } : {}
}

const BULLET = /^(\s*)[-+*]\s+(?=\S)/

/** "|:---|---:|" below the head of a table, or "-----" across the page; both without letters. */
function isRule(raw: string): boolean {
  return /^[\s|:-]+$/.test(raw) && /---|\|\s*:?-/.test(raw)
}

/** The line that parts the head of a table from its rows. */
export function isRuleOfTable(raw: string): boolean {
  return raw.includes('|') && isRule(raw)
}

function withoutMarks(part: string): string {
  if (isRule(part)) return ''
  return part
    .replace(/^\s*#{1,6}\s+/, '')
    .replace(BULLET, '$1')
    .replace(/<\/?(?:h[1-6]|p|b|i|em|strong|br|span|div|u|sup|sub)\b[^<>]{0,200}>/gi, ' ')
    .replace(/<((?:https?:\/\/|mailto:)[^<>\s]{1,500})>/g, '$1')
    .replace(/\[([^[\]]{0,300})\]\([^()\s]{0,500}\)/g, '$1')
    .replace(/\*\*|__/g, '')
    .replace(/(^|[^\w*])[*_](?=\S)([^*_]{1,300})[*_](?!\w)/g, '$1$2')
    .replace(/\\([\\`*_{}[\]()#+\-.!|>])/g, '$1')
    .replace(/^\s*\|/, '')
    .replace(/\|\s*$/, '')
    .replace(/\s*\|\s*/g, '\t')
}
