/** The bots that have registered themselves: where clock pushes, idle questions and HTTP deliveries go. */
export class Bots {
  readonly #urls: string[] = []
  #turn = 0

  get all(): readonly string[] {
    return [...this.#urls]
  }

  get first(): string | undefined {
    return this.#urls[0]
  }

  add(url: string): void {
    if (!this.#urls.includes(url)) this.#urls.push(url)
  }

  remove(url: string): void {
    const at = this.#urls.indexOf(url)
    if (at >= 0) this.#urls.splice(at, 1)
  }

  /** Each in turn, as a load balancer would. */
  next(): string | undefined {
    this.#turn += 1
    return this.#urls[this.#turn % Math.max(this.#urls.length, 1)]
  }

  /** Waits for every bot to have ticked at the new time; a bot that is gone is forgotten. */
  async pushClock(offsetMs: number, now: string): Promise<void> {
    await Promise.all(
      this.all.map((url) =>
        this.#ask(`${url}/_bot/clock`, 60_000, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ offsetMs, now }),
        }),
      ),
    )
  }

  /** What each bot says about itself; a bot without the route counts as calm. */
  async idleness(): Promise<{ idle: boolean; waiting: number }> {
    const answers = await Promise.all(this.all.map((url) => this.#ask(`${url}/_bot/idle`, 2000)))
    let waiting = 0
    let idle = true
    for (const answer of answers) {
      if (!answer?.ok) continue
      const said: unknown = await answer.json().catch(() => undefined)
      if (typeof said !== 'object' || said === null) continue
      if ('waiting' in said && typeof said.waiting === 'number') waiting += said.waiting
      if ('idle' in said && said.idle === false) idle = false
    }
    return { idle, waiting }
  }

  async #ask(url: string, timeoutMs: number, init: RequestInit = {}): Promise<Response | undefined> {
    try {
      return await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) })
    } catch (error) {
      if (isRefused(error)) this.remove(new URL(url).origin)
      return undefined
    }
  }
}

function isRefused(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED'
}
