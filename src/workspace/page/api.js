/**
 * The workspace's control interface, as this page uses it.
 *
 * @import { Screen, ScreenPerson } from '../screen.ts'
 * @import { Channel, Command, Shortcut } from './state.js'
 */

/**
 * @typedef {string | readonly string[]} FieldValue
 * @typedef {{ ok?: boolean, acknowledged?: boolean, ackMs?: number, error?: string }} Answer
 * @typedef {{ id: string, name: string, size: number }} UploadedFile
 * @typedef {{ blockId: string, actionId: string, value?: FieldValue }} Press
 */

/** The server said no, and why, in a sentence for the person. */
export class Refused extends Error {}

/** There was no answer at all. */
export class Unreachable extends Error {
  constructor() {
    super('The workspace does not answer. Look whether it arrived, and try again in a moment.')
  }
}

/**
 * @param {string} path
 * @param {RequestInit} [init]
 * @returns {Promise<unknown>}
 */
async function ask(path, init) {
  let response
  try {
    response = await fetch(path, { ...init, headers: { accept: 'application/json', ...init?.headers } })
  } catch {
    throw new Unreachable()
  }
  const body = await response.json().catch(() => undefined)
  if (response.ok) return body
  throw new Refused(errorIn(body) ?? `The workspace answered ${response.status} and gave no reason.`)
}

/**
 * @param {unknown} body
 * @returns {string | undefined}
 */
function errorIn(body) {
  if (typeof body !== 'object' || body === null || !('error' in body)) return undefined
  return typeof body.error === 'string' ? body.error : undefined
}

/**
 * @param {string} path
 * @param {object} body
 * @returns {Promise<Answer>}
 */
async function act(path, body) {
  const answer = await ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return /** @type {Answer} */ (answer ?? {})
}

/** @param {Record<string, string | undefined>} words */
const query = (words) => {
  const given = Object.entries(words).filter((pair) => pair[1] !== undefined)
  return new URLSearchParams(/** @type {[string, string][]} */ (given))
}

export const api = {
  people: async () => /** @type {{ people: ScreenPerson[] }} */ (await ask('/_local/people')).people,
  channels: async () => /** @type {{ channels: Channel[] }} */ (await ask('/_local/channels')).channels,
  commands: async () =>
    /** @type {{ commands: Command[], shortcuts?: Shortcut[] }} */ (await ask('/_local/commands')),

  /** @param {string} as */
  screen: async (as) => /** @type {Screen} */ (await ask(`/_local/screen?${query({ as })}`)),

  /** @param {number} since */
  journal: (since) => ask(`/_local/journal?${query({ since: String(since) })}`),

  /** @param {{ as: string, channel: string, command: string, text: string }} body */
  command: (body) => act('/_local/command', body),

  /** @param {{ as: string, channel: string, text: string, threadTs?: string }} body */
  message: (body) => act('/_local/message', body),

  /** @param {Press & { as: string, channel?: string, ts?: string, viewId?: string, home?: true, fields?: Record<string, FieldValue> }} body */
  click: (body) => act('/_local/click', body),

  /** @param {{ as: string, byAction: Record<string, FieldValue> }} body */
  submit: (body) => act('/_local/submit', body),

  /** @param {{ as: string, all?: boolean }} body */
  close: (body) => act('/_local/close', body),

  /** A shortcut of the app; with a message, one on that message. @param {{ as: string, text: string, channel?: string, ts?: string, within?: string }} body */
  shortcut: (body) => act('/_local/click', body),

  /** @param {string} as */
  home: (as) => act('/_local/home', { as }),

  /** @param {{ advance: string } | { set: string }} body */
  clock: (body) => act('/_local/clock', body),

  upload,
}

/**
 * A request of the older kind, because only that one tells how much has gone.
 *
 * @param {{ as: string, file: File, channel?: string, threadTs?: string, text?: string, onProgress: (part: number) => void, signal?: AbortSignal }} what
 * @returns {Promise<UploadedFile>}
 */
function upload({ as, file, channel, threadTs, text, onProgress, signal }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/_local/upload?${query({ as, name: file.name, channel, threadTs, text })}`)
    request.responseType = 'json'
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    })
    request.addEventListener('error', () => reject(new Unreachable()))
    request.addEventListener('abort', () => reject(new Refused('The upload was cancelled.')))
    request.addEventListener('load', () => {
      if (request.status < 300 && request.response?.file) resolve(request.response.file)
      else reject(new Refused(errorIn(request.response) ?? `The file was not taken (${request.status}).`))
    })
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}
