/** Tells the pages that what somebody sees has changed: many changes at once become one notice. */

export type Audience = readonly string[] | 'all'
export type ChangeListener = (people: Audience) => void

const debounceMs = 30

export class Changes {
  readonly #listeners = new Set<ChangeListener>()
  #waiting: Set<string> | 'all' | undefined
  #timer: NodeJS.Timeout | undefined

  listen(listener: ChangeListener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  touch(people: Audience): void {
    if (people === 'all') this.#waiting = 'all'
    else if (this.#waiting !== 'all') {
      this.#waiting ??= new Set()
      for (const person of people) this.#waiting.add(person)
    }
    this.#timer ??= setTimeout(() => this.#tell(), debounceMs)
  }

  /** Nobody needs to be told of what was there before they looked. */
  forget(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#waiting = undefined
  }

  close(): void {
    this.forget()
    this.#listeners.clear()
  }

  #tell(): void {
    const people = this.#waiting === 'all' || !this.#waiting ? 'all' : [...this.#waiting]
    this.#waiting = undefined
    this.#timer = undefined
    for (const listener of this.#listeners) listener(people)
  }
}
