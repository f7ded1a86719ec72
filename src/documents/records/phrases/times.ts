const HALF = '([ap])\\.?\\s?m\\b\\.?'
const TWELVE_HOURS = new RegExp(`(?<![\\d.:])(\\d{1,2})(?:\\s?[.:]\\s?(\\d{2}))?(?::\\d{2})?\\s*${HALF}`, 'i')
/** "10.00 - 11.30 am": the half of the day stands once, after the later time. */
const SPAN = new RegExp(
  `(?<![\\d.:])(\\d{1,2})(?:[.:](\\d{2}))?\\s*(?:-|–|—|to|until)\\s*(\\d{1,2})(?:[.:](\\d{2}))?\\s*${HALF}`,
  'i',
)
/** "7 for 7.30pm": people gather at seven, the meeting begins at half past. */
const GATHERING = new RegExp(
  `(?<![\\d.:])\\d{1,2}(?:[.:]\\d{2})?\\s*(?:[ap]\\.?m\\.?)?\\s+for\\s+(\\d{1,2}(?:[.:]\\d{2})?\\s*${HALF})`,
  'i',
)
const NOON = /(?:\b12(?:[.:]00)?\s*)?\b(?:noon|midday|mid-day)\b/i
const TWENTY_FOUR =
  /(?<![\d.:/])([01]\d|2[0-3])[.:]([0-5]\d)(?::\d{2})?(?:\s*(?:hours|hrs|h)\b)?(?!\d|[./:]\d)/i
const MILITARY = /(?<![\d.:/])([01]\d|2[0-3])([0-5]\d)\s*(?:hours|hrs)\b/i
const BARE = /(?<![\d.:/])(\d{1,2})[.:]([0-5]\d)(?!\d|[./:]\d)/

export interface FoundTime {
  /** `HH:MM`, 24 hours. */
  time: string
  index: number
  length: number
}

/**
 * The first time of day in a text. "10.30" alone is taken only where a label says that a time stands there
 * (`labelled`), and then only in hours that can be just one half of a council's day.
 */
export function timeIn(text: string, labelled = false): FoundTime | undefined {
  const gathering = GATHERING.exec(text)
  if (gathering?.[1]) {
    const found = timeIn(gathering[1])
    if (found) return { ...found, index: gathering.index, length: gathering[0].length }
  }
  const found = [
    twelveHours(text),
    span(text),
    plain(NOON.exec(text), '12:00'),
    military(text),
    twentyFour(text, labelled),
  ]
  if (labelled) found.push(bare(text))
  return found.filter((one) => one !== undefined).sort((one, other) => one.index - other.index)[0]
}

function twelveHours(text: string): FoundTime | undefined {
  const match = TWELVE_HOURS.exec(text)
  return match ? plain(match, onClock(match[1], match[2], match[3])) : undefined
}

function span(text: string): FoundTime | undefined {
  const match = SPAN.exec(text)
  if (!match) return undefined
  const end = onClock(match[3], match[4], match[5])
  const same = onClock(match[1], match[2], match[5])
  const before = onClock(match[1], match[2], match[5]?.toLowerCase() === 'p' ? 'a' : 'p')
  return plain(match, end && same && same < end ? same : before)
}

function military(text: string): FoundTime | undefined {
  const match = MILITARY.exec(text)
  return plain(match, `${match?.[1]}:${match?.[2]}`)
}

function twentyFour(text: string, labelled: boolean): FoundTime | undefined {
  const match = TWENTY_FOUR.exec(text)
  if (!match) return undefined
  // "14.00" without a colon may be money or a paragraph.
  const sure = labelled || match[0].includes(':') || /h/i.test(match[0])
  return sure ? plain(match, `${match[1]}:${match[2]}`) : undefined
}

function bare(text: string): FoundTime | undefined {
  const match = BARE.exec(text)
  const hour = Number(match?.[1])
  return hour >= 8 && hour <= 23 ? plain(match, `${String(hour).padStart(2, '0')}:${match?.[2]}`) : undefined
}

function plain(match: RegExpExecArray | null, time: string | undefined): FoundTime | undefined {
  return match && time ? { time, index: match.index, length: match[0].length } : undefined
}

function onClock(
  hourText: string | undefined,
  minuteText: string | undefined,
  half: string | undefined,
): string | undefined {
  const hour = Number(hourText)
  const minute = Number(minuteText ?? '0')
  if (hour > 23 || minute > 59) return undefined
  // "14.00pm" is printed often enough; what it means is plain.
  const hours = hour > 12 ? hour : (hour % 12) + (half?.toLowerCase() === 'p' ? 12 : 0)
  return `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
