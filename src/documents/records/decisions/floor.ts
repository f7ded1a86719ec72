import type { Movers } from './movers.ts'
import { matterIn } from './vote-words.ts'

/** "Motion", "Amendment 2" over the words that were moved. */
const MATTER_HEAD =
  /^(?:the\s)?((?:substantive\s|original\s)?motion|(?:first\s|second\s|third\s)?amendment)(?:\s\w{1,3})?\s?:?$/i
const AGREED_ALONE = /^\(?(?:(?:this|which|it) was )?(?:agreed|approved|accepted|adopted)\.?\)?$/i

/** What is on the floor: moved by somebody, and not voted on yet. */
export class Floor {
  private motion: Movers | undefined
  private amendment: Movers | undefined
  /** The last heading between motion, amendments and vote was "Amendment". */
  private underAmendment = false
  /** The sentence before named who moved or seconded. */
  private justMoved = false
  /** What a recorded vote was said to be taken on, before its names. */
  private announced: string | undefined

  /** Whether a paragraph is only a heading over what was moved. */
  takesHeading(text: string): boolean {
    const matter = MATTER_HEAD.exec(text)?.[1]
    if (matter === undefined) return false
    this.underAmendment = /amendment/i.test(matter)
    return true
  }

  /** Hear the next sentence and whom it names as moving; whether it says no more than "Agreed." to what was just moved. */
  hear(sentence: string, movers: Movers | undefined): boolean {
    const agreed = this.justMoved && AGREED_ALONE.test(sentence)
    this.justMoved = movers !== undefined
    return agreed
  }

  /** Whoever moves begins something new; whoever only seconds joins the mover. */
  remember(movers: Movers, sentence: string): void {
    const joins = movers.moved === undefined
    if (this.underAmendment || /\bamendment\b/i.test(sentence))
      this.amendment = { ...(joins && this.amendment), ...movers }
    else this.motion = { ...(joins && this.motion), ...movers }
  }

  /** "A recorded vote on the substantive motion was requested": on what, where the sentence says it. */
  announce(sentence: string): string | undefined {
    if (!/\b(?:recorded|named) vote\b/i.test(sentence)) return undefined
    const on = matterIn(sentence)
    this.announced = on ?? this.announced
    return on
  }

  /** What the names that follow are for, as far as it was announced. */
  get awaited(): { on?: string } {
    return this.announced === undefined ? {} : { on: this.announced }
  }

  /** A vote on `on` is told: whoever moved that is off the floor. */
  settle(on: string | undefined): Movers | undefined {
    const ofAmendment = isAmendment(on)
    const movers = ofAmendment ? this.amendment : this.motion
    if (ofAmendment) this.amendment = undefined
    else this.motion = undefined
    this.underAmendment = false
    this.announced = undefined
    return movers
  }
}

/** Whether what is voted on is an amendment. */
export function isAmendment(on: string | undefined): boolean {
  return on?.includes('amendment') === true
}
