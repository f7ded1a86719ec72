/** One message as a person sees it. */
/** @import { ScreenMessage } from '../screen.ts' */
import { act, press } from './act.js'
import { api } from './api.js'
import { avatar } from './avatar.js'
import { block } from './blocks/block.js'
import { dayName, instantOf, stampOf, timeOf } from './clock.js'
import { h } from './dom.js'
import { attachment } from './files.js'
import { icon } from './icons.js'
import { withMenu } from './menu.js'
import { mrkdwn } from './mrkdwn.js'
import { route } from './route.js'
import { state } from './state.js'
import { FormValues } from './surface.js'

/**
 * @typedef {object} Frame
 * @property {string} channel
 * @property {boolean} follows the same person wrote the one before, moments ago
 * @property {((ts: string) => void) | undefined} openThread none inside a thread
 */

/**
 * @param {ScreenMessage} message
 * @param {Frame} frame
 */
export function messageNode(message, frame) {
  const at = instantOf(message.ts)
  const compact = frame.follows && !message.ephemeral
  const nameId = `m-${frame.openThread ? 'c' : 't'}-${message.ts}`
  return h(
    'article',
    {
      class: `message${compact ? ' message-follows' : ''}${message.ephemeral ? ' message-ephemeral' : ''}`,
      'data-ts': message.ts,
      'aria-labelledby': nameId,
    },
    h(
      'div',
      { class: 'message-side' },
      compact ? stamp(at, true) : avatar(message.user, message.name, { isBot: message.isBot }),
    ),
    h(
      'div',
      { class: 'message-main' },
      message.ephemeral && h('p', { class: 'only-you' }, icon('eye'), 'Only visible to you'),
      h(
        'div',
        { class: compact ? 'visually-hidden' : 'message-head', id: nameId },
        h('strong', { class: 'message-name' }, message.name),
        message.isBot && h('span', { class: 'app-badge' }, 'APP'),
        compact ? ` ${timeOf(at)}` : stamp(at, false),
      ),
      contentOf(message, frame.channel),
      message.files.length > 0 && h('div', { class: 'attachments' }, message.files.map(attachment)),
      frame.openThread && message.replies.length > 0 && threadLink(message, frame.openThread),
    ),
    tools(message, frame),
  )
}

/**
 * @param {Date} at
 * @param {boolean} short
 */
function stamp(at, short) {
  return h(
    'time',
    { class: short ? 'stamp stamp-side' : 'stamp', datetime: at.toISOString(), title: stampOf(at) },
    timeOf(at),
  )
}

/**
 * @param {ScreenMessage} message
 * @param {string} channel
 */
function contentOf(message, channel) {
  const surface = {
    kind: /** @type {const} */ ('message'),
    person: route.as,
    values: new FormValues(),
    press: (/** @type {import('./api.js').Press} */ what) => press({ channel, ts: message.ts, ...what }),
  }
  const edited = message.edited && h('span', { class: 'edited' }, '(edited)')
  if (message.blocks.length === 0) {
    const words = message.mrkdwn || message.text
    return words === '' ? false : h('div', { class: 'text' }, mrkdwn(words), edited && ' ', edited)
  }
  return h(
    'div',
    { class: 'blocks' },
    message.blocks.map((one) => block(one, surface)),
    edited,
  )
}

/**
 * @param {ScreenMessage} message
 * @param {(ts: string) => void} open
 */
function threadLink(message, open) {
  const last = message.replies.at(-1)
  const faces = [...new Map(message.replies.map((reply) => [reply.user, reply])).values()].slice(0, 4)
  const count = message.replies.length
  const when = last && instantOf(last.ts)
  return h(
    'button',
    {
      type: 'button',
      class: 'thread-link',
      'data-focus': `thread/${message.ts}`,
      onclick: () => open(message.ts),
    },
    h(
      'span',
      { class: 'thread-faces' },
      faces.map((reply) => avatar(reply.user, reply.name, { isBot: reply.isBot, small: true })),
    ),
    h('span', { class: 'thread-count' }, `${count} ${count === 1 ? 'reply' : 'replies'}`),
    when &&
      h(
        'span',
        { class: 'thread-last' },
        `Last reply ${dayName(when).replace(/^(Today|Yesterday)$/, (word) => word.toLowerCase())} at ${timeOf(when)}`,
      ),
  )
}

/**
 * What can be done with a message: reply, and the app's own shortcuts.
 *
 * @param {ScreenMessage} message
 * @param {Frame} frame
 */
function tools(message, frame) {
  if (message.ephemeral) return false
  const shortcuts = state.shortcuts.filter((one) => one.type === 'message')
  const { openThread } = frame
  if (!openThread && shortcuts.length === 0) return false
  const more =
    shortcuts.length > 0 &&
    withMenu(
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': 'More actions',
          title: 'More actions',
          'data-focus': `more/${message.ts}`,
        },
        icon('more'),
      ),
      () =>
        shortcuts.map((one) => ({
          text: one.name,
          act: () =>
            void act(
              api.shortcut({
                as: route.as,
                text: one.name,
                channel: frame.channel,
                ts: message.ts,
                within: message.text,
              }),
            ),
        })),
      'Actions on this message',
    )
  return h(
    'div',
    { class: 'message-tools' },
    openThread &&
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': 'Reply in thread',
          title: 'Reply in thread',
          'data-focus': `reply/${message.ts}`,
          onclick: () => openThread(message.ts),
        },
        icon('reply'),
      ),
    more,
  )
}
