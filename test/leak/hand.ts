// A clerk's and other people's hands in the workspace; patient where the bot opens a form after acknowledging.
import { setTimeout as pause } from 'node:timers/promises'
import { Hand } from '../workspace/council.ts'

const PATIENCE_MS = 60_000
const TRIGGER_MS = 4_000
const OPENINGS = 8

export class Actor {
  readonly #hand: Hand
  readonly #heard: (text: string) => void

  /** @param heard what the app answered to a press or a form, which is no call of its own */
  constructor(url: string, heard: (text: string) => void) {
    this.#hand = new Hand(url)
    this.#heard = heard
  }

  async command(as: string, command: string, channel?: string): Promise<void> {
    await this.#opened(as, () =>
      this.#act('command', { as, command, text: '', ...(channel ? { channel } : {}) }),
    )
  }

  /** Press what opens a form, in a message. */
  async open(as: string, text: string): Promise<void> {
    await this.#opened(as, () => this.click(as, text))
  }

  /** A trigger lives three seconds, in which a machine that is busy with other things opens no form: once more, then. */
  async #opened(as: string, act: () => Promise<void>): Promise<void> {
    for (let tries = 0; tries < OPENINGS; tries += 1) {
      await this.#hand.ask('close', { as, all: true })
      await act()
      const began = Date.now()
      while (Date.now() - began < TRIGGER_MS) {
        if ((await this.#hand.screen(as)).modal) return
        await pause(40)
      }
    }
    throw new Error(`no form opens for ${as}`)
  }

  /** Press what says this; the form that shows it may still be on its way. */
  async click(as: string, text: string): Promise<void> {
    const began = Date.now()
    for (;;) {
      const answer = await this.#hand.ask('click', { as, text })
      if (answer.status === 200) return this.#heard(JSON.stringify(answer['response'] ?? ''))
      if (answer.status !== 404 || Date.now() - began > PATIENCE_MS)
        throw new Error(`${as} cannot press “${text}”: ${JSON.stringify(answer).slice(0, 400)}`)
      await pause(15)
    }
  }

  /** Press one of several controls that say the same, by its place in the form. */
  async press(as: string, text: string, place: number): Promise<void> {
    const began = Date.now()
    for (;;) {
      const { modal } = await this.#hand.screen(as)
      const control = modal?.controls.filter((one) => one.text === text)[place]
      if (modal && control) {
        const { blockId, actionId } = control
        const answer = await this.#hand.ask('click', { as, blockId, actionId, viewId: modal.viewId })
        if (answer.status === 200) return this.#heard(JSON.stringify(answer['response'] ?? ''))
      }
      if (Date.now() - began > PATIENCE_MS)
        throw new Error(
          `${as} cannot press “${text}”, number ${place}: ${JSON.stringify(modal).slice(0, 400)}`,
        )
      await pause(15)
    }
  }

  /** @returns the errors that Slack or the bot showed at the fields */
  async submit(as: string, fields: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const began = Date.now()
    for (;;) {
      const answer = await this.#hand.ask('submit', { as, fields })
      if (answer.status === 200) {
        const said = JSON.stringify(answer['response'] ?? answer)
        this.#heard(said)
        return said
      }
      // The form before is still there: the one that has these fields comes.
      if (Date.now() - began > PATIENCE_MS)
        throw new Error(`${as} cannot submit: ${JSON.stringify(answer).slice(0, 400)}`)
      await pause(15)
    }
  }

  async upload(as: string, name: string, text: string): Promise<void> {
    const query = new URLSearchParams({ as, name, channel: 'Scrutineer' })
    const answer = await fetch(`${this.#hand.url}/_local/upload?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: text,
    })
    if (!answer.ok) throw new Error(`${as} cannot share ${name}: ${await answer.text()}`)
  }

  screen(as: string) {
    return this.#hand.screen(as)
  }

  ask(path: string, body?: object, method?: string) {
    return this.#hand.ask(path, body, method)
  }

  async #act(call: string, order: object): Promise<void> {
    const answer = await this.#hand.ask(call, order)
    if (answer.status !== 200) throw new Error(`cannot ${call}: ${JSON.stringify(answer).slice(0, 400)}`)
    this.#heard(JSON.stringify(answer['response'] ?? ''))
  }
}
