import { toDate } from '../../src/calendar/civil.ts'
import { claimDue } from '../../src/delivery/claim.ts'
import { confirmDoubtful, type Readings } from '../../src/delivery/confirm.ts'
import type { SendPoint } from '../../src/delivery/ground.ts'
import { sortLeftBehind } from '../../src/delivery/left-behind.ts'
import { openPace } from '../../src/delivery/pace.ts'
import { laneOf, send } from '../../src/delivery/send.ts'
import type { Stage } from './stage.ts'

/**
 * One life of a process that sends, turn by turn, with the parts that `openDelivery` puts together. It
 * dies where a test says: whatever it was doing stays as it is for ever.
 */
export class Life {
  readonly #stage: Stage
  readonly #readings: Readings = new Map()
  readonly #conversations = new Map<string, string>()
  readonly #mine = new Set<string>()
  #dies: () => void = () => {}
  #first = true

  constructor(stage: Stage) {
    this.#stage = stage
  }

  /** Everything that is due is tried once. @returns whether it lived on */
  async turn(options: { diesAt?: SendPoint } = {}): Promise<boolean> {
    let alive = true
    const death = new Promise<void>((resolve) => {
      this.#dies = () => {
        alive = false
        resolve()
      }
    })
    this.#stage.slack.once('death', this.#dies)
    await Promise.race([this.#work(options.diesAt), death])
    this.#stage.slack.off('death', this.#dies)
    return alive
  }

  async #work(diesAt: SendPoint | undefined): Promise<void> {
    const { ground } = this.#stage
    await sortLeftBehind(ground, this.#mine, this.#first)
    this.#first = false
    await confirmDoubtful(ground, this.#readings)
    const pace = openPace(ground.pace)
    const held = await claimDue(ground.prisma, {
      instance: 'life',
      now: toDate(ground.now()),
      limit: 8,
      closed: pace.closed(),
    })
    const sender = {
      ground: {
        ...ground,
        atPoint: (point: SendPoint) => {
          if (point !== diesAt) return
          this.#dies()
          return new Promise<void>(() => {})
        },
      },
      pace,
      conversations: this.#conversations,
      insist: (work: () => Promise<void>) => work(),
    }
    await Promise.all(
      held.map((message) => {
        this.#mine.add(message.claimedBy)
        pace.spend(laneOf(message))
        return send(sender, message)
      }),
    )
  }
}
