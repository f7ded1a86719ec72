import type { ScreenControl, ScreenField, ScreenMessage, ScreenModal } from '../../../src/workspace/screen.ts'
import type { Hand } from '../../workspace/council.ts'

/** A file as a test holds it. */
export interface TestFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The value of a file field. */
export function asField({ name, bytes }: TestFile): object {
  return { name, contentBase64: Buffer.from(bytes).toString('base64') }
}

export interface Acting {
  /** By default an act ends when everything that it set off is done. */
  readonly wait?: boolean
}

/**
 * Somebody in the workspace, doing and seeing what a person does and sees there. An act that the
 * workspace itself refuses, such as pressing what is not on the screen, is an error of the test.
 */
export class Person {
  readonly name: string
  readonly #hand: Hand
  readonly #idle: () => Promise<void>

  constructor(hand: Hand, name: string, idle: () => Promise<void>) {
    this.#hand = hand
    this.name = name
    this.#idle = idle
  }

  /** `/apologies help`, typed in a channel or, without one, in the direct message with the app. */
  command(line: string, { channel, ...acting }: Acting & { channel?: string } = {}): Promise<void> {
    const [command = '', ...words] = line.split(' ')
    return this.#act('command', { command, text: words.join(' '), ...(channel ? { channel } : {}) }, acting)
  }

  /** Press the control with these words, in the newest message that says `within`. */
  click(text: string, { within, value, ...acting }: Acting & { within?: string; value?: unknown } = {}) {
    return this.#act('click', { text, ...(within ? { within } : {}), ...(value ? { value } : {}) }, acting)
  }

  /** Open the app’s Home tab, and read it. */
  async home(acting: Acting = {}): Promise<string> {
    await this.#act('home', {}, acting)
    return this.homeShown()
  }

  /** The Home as it stands, not opened anew. */
  async homeShown(): Promise<string> {
    return (await this.screen()).home?.text ?? ''
  }

  submit(fields: Readonly<Record<string, unknown>> = {}, acting: Acting = {}): Promise<void> {
    return this.#act('submit', { fields }, acting)
  }

  close(acting: Acting = {}): Promise<void> {
    return this.#act('close', {}, acting)
  }

  /** Drop a file on the bot, or in a channel. */
  async upload(
    { name, bytes }: TestFile,
    { channel = 'Scrutineer', wait = true }: Acting & { channel?: string } = {},
  ): Promise<void> {
    const query = new URLSearchParams({ as: this.name, name, channel })
    const answer = await fetch(`${this.#hand.url}/_local/upload?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from(bytes),
    })
    if (!answer.ok) throw new Error(`${this.name} could not share ${name}: ${await answer.text()}`)
    if (wait) await this.#idle()
  }

  message(text: string, { channel = 'Scrutineer', ...acting }: Acting & { channel?: string } = {}) {
    return this.#act('message', { channel, text }, acting)
  }

  screen() {
    return this.#hand.screen(this.name)
  }

  async openModal(): Promise<ScreenModal | undefined> {
    return (await this.screen()).modal ?? undefined
  }

  /** The form in front of this person; there must be one. */
  async modal(): Promise<ScreenModal> {
    const { modal, notices } = await this.screen()
    if (modal) return modal
    throw new Error(`${this.name} has no form open. Slack told them: ${JSON.stringify(notices)}`)
  }

  async field(label: string): Promise<ScreenField> {
    const { fields } = await this.modal()
    const field = fields.find((one) => one.label === label)
    if (field) return field
    throw new Error(`There is no field “${label}” but ${fields.map((one) => one.label).join(', ')}`)
  }

  /** The errors at fields, by label. */
  async errors(): Promise<Record<string, string>> {
    const { fields } = await this.modal()
    return Object.fromEntries(fields.flatMap(({ label, error }) => (error ? [[label, error]] : [])))
  }

  /** What stands in a conversation, oldest first; with the app when none is named. */
  messages(conversation = 'Scrutineer'): Promise<readonly ScreenMessage[]> {
    return this.#hand.messages(this.name, conversation)
  }

  /** The last message there that this says; it must be there. */
  async sees(said: string, conversation = 'Scrutineer'): Promise<ScreenMessage> {
    const messages = await this.messages(conversation)
    const found = messages.findLast((message) => message.text.includes(said))
    if (found) return found
    const there = messages.map((message) => message.text).join('\n---\n')
    throw new Error(`${this.name} does not see “${said}” in ${conversation} but:\n${there}`)
  }

  /** What was last said to this person alone. */
  async told(): Promise<string> {
    const { conversations } = await this.screen()
    const alone = conversations
      .flatMap((conversation) => conversation.messages)
      .filter((message) => message.ephemeral)
      .toSorted((a, b) => (a.ts < b.ts ? -1 : 1))
    return alone.at(-1)?.text ?? ''
  }

  async #act(call: string, order: object, { wait = true }: Acting): Promise<void> {
    const answer = await this.#hand.ask(call, { as: this.name, ...order })
    if (answer.status !== 200)
      throw new Error(
        `${this.name} could not ${call} ${JSON.stringify(order).slice(0, 200)}: ${answer['error']}`,
      )
    if (wait) await this.#idle()
  }
}

export function buttonsOf(message: { readonly controls: readonly ScreenControl[] }): string[] {
  return message.controls.map((control) => control.text)
}
