type Kind = 'number' | 'decimal' | 'letter' | 'capital' | 'roman' | 'capital-roman'

/** What numbers a clause, as printed: "2.", "(a)", "iv)", "2.1". */
export interface PrintedLabel {
  /** Without brackets and full stop. */
  printed: string
  /** The brackets or the full stop around it. */
  mark: string
  /** "i" is the first of i, ii, iii and the ninth of a, b, c. */
  readings: readonly { kind: Kind; value: number }[]
}

const LABEL =
  /^(\(?)(\d{1,2}(?:\.\d{1,2}){1,2}|\d{1,2}|[ivx]{1,5}|[IVX]{1,5}|[a-zA-Z])([.)]{0,2})(?:\s*[-–—])?(?=\s|$|\p{Lu}\p{Ll})/u

/** The label that a text begins with, and the text after it. */
export function labelAt(text: string): { label: PrintedLabel; rest: string } | undefined {
  const match = LABEL.exec(text)
  const [whole, open = '', printed = '', close = ''] = match ?? []
  if (whole === undefined || printed === '') return undefined
  const decimal = printed.includes('.')
  if (!decimal && close === '' && open === '') return undefined
  const readings = readingsOf(printed)
  return { label: { printed, mark: `${open}${close}`, readings }, rest: text.slice(whole.length).trim() }
}

function readingsOf(printed: string): { kind: Kind; value: number }[] {
  if (printed.includes('.')) {
    const value = printed.split('.').reduce((sum, part) => sum * 100 + Number(part), 0)
    return [{ kind: 'decimal', value }]
  }
  if (/^\d/.test(printed)) return [{ kind: 'number', value: Number(printed) }]
  const small = printed === printed.toLowerCase()
  const readings: { kind: Kind; value: number }[] = []
  const roman = ROMAN.indexOf(printed.toLowerCase()) + 1
  if (printed.length === 1) {
    const value = printed.toLowerCase().charCodeAt(0) - 96
    readings.push({ kind: small ? 'letter' : 'capital', value })
  }
  if (roman > 0) readings.push({ kind: small ? 'roman' : 'capital-roman', value: roman })
  return readings
}

const ROMAN = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
  'xvi',
  'xvii',
  'xviii',
  'xix',
  'xx',
]

interface Level {
  kind: Kind
  mark: string
  value: number
  /** With its parents before it: "2a". */
  label: string
}

/** Clauses of clauses go no deeper; the initial of a name ("A. Boyce") is none. */
const DEEPEST = 4
/** The farthest jump in a numbering that is still the same numbering. */
const WIDEST_GAP = 3

/** Follows the numbering of clauses through a resolution and names each clause with its parents: 2, 2a, 2b, 3. */
export class Numbering {
  private levels: Level[] = []
  private placed = 0
  /** The words of a label that does not follow the one before it, as "2." after "I." or "6." after "4.". */
  damaged: string | undefined

  /** A numbering that goes on from here by itself. */
  copy(): Numbering {
    const other = new Numbering()
    other.levels = [...this.levels]
    other.placed = this.placed
    return other
  }

  /** Whether a label would be the next clause, a first child or the next of a parent. */
  follows(label: PrintedLabel, exactly = false): boolean {
    return this.stepTo(label, exactly) !== undefined
  }

  /** Take the label as the next clause; its full name, or nothing where it does not belong to this numbering. */
  place(label: PrintedLabel, exactly = false): string | undefined {
    const step = this.stepTo(label, exactly)
    if (!step) return undefined
    if (step.damage) this.damaged ??= step.damage
    const parent = this.levels[step.depth - 1]
    const full = parent ? joined(parent.label, label.printed) : label.printed
    this.levels = this.levels.slice(0, step.depth)
    this.levels.push({ kind: step.kind, mark: label.mark, value: step.value, label: full })
    this.placed += 1
    return full
  }

  /** Whether the only clause so far is a Roman one that was meant to be 1: "I., 2., 3.". */
  get beganWithDamagedOne(): boolean {
    return (this.damaged ?? '').startsWith('I')
  }

  private stepTo(
    label: PrintedLabel,
    exactly: boolean,
  ): { depth: number; kind: Kind; value: number; damage?: string } | undefined {
    if (this.levels.length === 0) return first(label)
    for (let depth = this.levels.length - 1; depth >= 0; depth -= 1) {
      const level = this.levels[depth]
      if (!level) continue
      const reading = label.readings.find((one) => one.kind === level.kind && isNext(level, one.value))
      if (reading && marksAgree(level.mark, label.mark)) return { depth, ...reading }
    }
    const under = this.levels.findIndex(
      (level) => level.kind !== 'decimal' && label.printed.startsWith(`${level.label}.`),
    )
    const decimal = label.readings.find(({ kind }) => kind === 'decimal')
    if (decimal && under >= 0) return { depth: under + 1, ...decimal }
    const opened = this.levels.map(({ kind, mark }) => kind + mark)
    const begins = label.readings.find(
      ({ kind, value }) => value === 1 && !mayBeInitial(kind, label) && !opened.includes(kind + label.mark),
    )
    if (begins && this.levels.length < DEEPEST) return { depth: this.levels.length, ...begins }
    return exactly ? undefined : this.damagedStep(label)
  }

  private damagedStep(
    label: PrintedLabel,
  ): { depth: number; kind: Kind; value: number; damage: string } | undefined {
    const [only] = this.levels
    const second = label.readings.find(({ kind, value }) => kind === 'number' && value === 2)
    if (second && only && this.placed === 1 && /^[IiLl]$/.test(only.label)) {
      const damage = `I${only.mark}, ${label.printed}${label.mark}`
      return { depth: 0, ...second, damage }
    }
    for (let depth = this.levels.length - 1; depth >= 0; depth -= 1) {
      const level = this.levels[depth]
      const reading = label.readings.find(
        ({ kind, value }) => kind === level?.kind && value > level.value && value <= level.value + WIDEST_GAP,
      )
      if (level && reading && level.mark === label.mark) {
        const damage = `${level.label}${level.mark}, ${label.printed}${label.mark}`
        return { depth, ...reading, damage }
      }
    }
    return undefined
  }
}

/** A numbering begins at 1, a or i; paragraph numbers of the form 2.1 begin anywhere. */
function first(label: PrintedLabel): { depth: number; kind: Kind; value: number } | undefined {
  const roman = label.readings.find((one) => one.kind === 'roman' || one.kind === 'capital-roman')
  const begins =
    roman?.value === 1 ? roman : label.readings.find((one) => one.value === 1 || one.kind === 'decimal')
  return begins && { depth: 0, ...begins }
}

function isNext(level: Level, value: number): boolean {
  if (level.kind !== 'decimal') return value === level.value + 1
  return value === level.value + 1 || value === (Math.floor(level.value / 100) + 1) * 100 + 1
}

/** "(a)" and "a)" are told apart, "1" and "1." are not. */
function marksAgree(one: string, other: string): boolean {
  return one.replaceAll('.', '') === other.replaceAll('.', '')
}

/** "A. Boyce" begins with an initial; "(A)" is a clause under a clause. */
function mayBeInitial(kind: Kind, { mark }: PrintedLabel): boolean {
  return kind === 'capital-roman' || (kind === 'capital' && mark !== '()')
}

/** 2 and a are 2a, 3 and 3.1 are 3.1; a number under a number needs a point between the two. */
function joined(parent: string, own: string): string {
  if (own.startsWith(`${parent}.`)) return own
  return /\d$/.test(parent) && /^\d/.test(own) ? `${parent}.${own}` : `${parent}${own}`
}
