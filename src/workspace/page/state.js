/**
 * What the page knows, in one place. Parts read it and are told when it changed.
 *
 * @import { Screen, ScreenConversation, ScreenPerson } from '../screen.ts'
 */

/**
 * @typedef {{ command: string, description: string, usage_hint?: string }} Command
 * @typedef {{ id: string, name: string, kind?: string }} Channel
 * @typedef {{ name: string, type: 'message' | 'global', description?: string }} Shortcut
 */

export const state = {
  /** @type {readonly ScreenPerson[]} */
  people: [],
  /** @type {readonly Channel[]} */
  channels: [],
  /** @type {readonly Command[]} */
  commands: [],
  /** @type {readonly Shortcut[]} */
  shortcuts: [],
  /** @type {Screen | undefined} */
  screen: undefined,
  /** `performance.now()` when the screen came, so that the clock can run on between two screens. */
  screenAt: 0,
  /** False while the server does not answer. */
  reachable: true,
}

/** @type {Set<() => void>} */
const listeners = new Set()
let scheduled = false

/** @param {() => void} listener */
export function onChange(listener) {
  listeners.add(listener)
}

/** Several changes in one turn are drawn once. */
export function changed() {
  if (scheduled) return
  scheduled = true
  queueMicrotask(() => {
    scheduled = false
    for (const listener of listeners) listener()
  })
}

/**
 * @param {string} id
 * @returns {ScreenPerson | undefined}
 */
export function personOf(id) {
  return state.people.find((person) => person.id === id)
}

/** @param {string} id */
export function personName(id) {
  const person = personOf(id)
  if (person) return person.realName || person.name
  return state.screen?.app.botUser === id ? state.screen.app.name : 'someone'
}

/** @param {string} id */
export function channelName(id) {
  const here = state.screen?.conversations.find((one) => one.id === id)
  return here?.name ?? state.channels.find((one) => one.id === id)?.name
}

/**
 * @param {string} id
 * @returns {ScreenConversation | undefined}
 */
export function conversationOf(id) {
  return state.screen?.conversations.find((one) => one.id === id)
}
