const UNITS = [
  'nought',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const UNIT_WORDS = UNITS.slice(1, 10).join('|')

/** How many there are of something, as minutes print it: "7", "seven", "twenty-one", "no", "none". One group, no anchors. */
export const FIGURE = `(\\d{1,3}|(?:${TENS.join('|')})(?:[\\s-](?:${UNIT_WORDS}))?|${[...UNITS].reverse().join('|')}|none|nil|zero|no)`

const WHOLE = new RegExp(`^${FIGURE}$`, 'i')

/** The number that a figure or a numeral in words stands for, up to 999. */
export function numberOf(printed: string): number | undefined {
  const text = printed.trim().toLowerCase()
  if (!WHOLE.test(text)) return undefined
  if (/^\d/.test(text)) return Number(text)
  if (/^(?:no|none|nil|zero)$/.test(text)) return 0
  const unit = UNITS.indexOf(text)
  if (unit >= 0) return unit
  const [tens = '', units = ''] = text.split(/[\s-]/)
  return (TENS.indexOf(tens) + 2) * 10 + Math.max(UNITS.indexOf(units), 0)
}
