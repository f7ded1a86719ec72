import { printable } from './printable.ts'

/** Where texts with a label before them begin. */
const COLUMN = 23

/** Lines of text for a terminal, none longer than its width where the words allow it. */
export class Sheet {
  readonly #lines: string[] = []
  readonly #width: number

  constructor(width: number) {
    this.#width = width
  }

  gap(): void {
    this.#lines.push('')
  }

  /** A label, and its text beside it in a column of its own. */
  row(label: string, text: string): void {
    this.#put(`    ${label}: `.padEnd(COLUMN), text, COLUMN)
  }

  /** A text from a column on; what does not fit on its line stands further in. */
  add(indent: number, text: string, hanging = 0): void {
    this.#put(' '.repeat(indent), text, indent + hanging)
  }

  text(): string {
    return this.#lines.join('\n')
  }

  #put(start: string, text: string, indent: number): void {
    let line = start
    let isEmpty = true
    for (const word of printable(text).split(/(?<=\S)\s(?=\S)/)) {
      if (!isEmpty && line.length + 1 + word.length > this.#width) {
        this.#lines.push(line)
        line = ' '.repeat(indent)
        isEmpty = true
      }
      line += isEmpty ? word : ` ${word}`
      isEmpty = false
    }
    this.#lines.push(line.trimEnd())
  }
}
