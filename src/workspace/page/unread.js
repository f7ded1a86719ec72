/** What a person has read, kept in this browser. */
/** @import { ScreenConversation } from '../screen.ts' */

/** @type {Map<string, Record<string, number>>} */
const known = new Map()

/**
 * @param {string} person
 * @returns {Record<string, number>}
 */
function readBy(person) {
  const held = known.get(person)
  if (held) return held
  /** @type {Record<string, number>} */
  let read = {}
  try {
    read = JSON.parse(localStorage.getItem(`read ${person}`) ?? '{}')
  } catch {
    // Without storage, or with somebody else's words in it, everything counts as new.
  }
  known.set(person, read)
  return read
}

/** Another tab of the same person may have read on. */
addEventListener('storage', (event) => {
  if (event.key?.startsWith('read ')) known.delete(event.key.slice(5))
})

/** @param {ScreenConversation} conversation */
function stamps(conversation) {
  return conversation.messages.flatMap((message) => [message, ...message.replies])
}

/**
 * @param {string} person
 * @param {ScreenConversation} conversation
 * @param {number} now the workspace's clock: a mark from its future belongs to a workspace that is gone
 */
export function unreadIn(person, conversation, now) {
  const mark = readBy(person)[conversation.id] ?? 0
  const read = mark * 1000 > now + 60_000 ? 0 : mark
  return stamps(conversation).filter(
    (message) => message.user !== person && Number.parseFloat(message.ts) > read,
  )
}

/**
 * @param {string} person
 * @param {ScreenConversation} conversation
 */
export function markRead(person, conversation) {
  const newest = Math.max(0, ...stamps(conversation).map((message) => Number.parseFloat(message.ts)))
  const read = readBy(person)
  if (newest === 0 || read[conversation.id] === newest) return
  read[conversation.id] = newest
  try {
    localStorage.setItem(`read ${person}`, JSON.stringify(read))
  } catch {
    // It is remembered until the tab is closed.
  }
}
