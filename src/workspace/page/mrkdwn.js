/**
 * Slack's mrkdwn as nodes: https://docs.slack.dev/messaging/formatting-message-text
 * Everything becomes text nodes inside known elements; nothing is ever read as HTML.
 */
import { fragment, h } from './dom.js'
import { emojiOf } from './emoji.js'
import { broadcast, channelMention, dateText, link, userMention } from './entity.js'

/**
 * @param {string} text
 * @returns {DocumentFragment}
 */
export function mrkdwn(text) {
  return fragment(
    text.split(/\n?```/).flatMap((part, index, all) => {
      const closed = index % 2 === 1 && index < all.length - 1
      if (closed)
        return [h('pre', { class: 'code-block' }, plainOf(part.replace(/^\n/, '').replace(/\n$/, '')))]
      return lines(index % 2 === 1 ? `\n\`\`\`${part}` : index > 0 ? part.replace(/^\n/, '') : part)
    }),
  )
}

/**
 * `plain_text`: no marks, but emoji names are drawn.
 *
 * @param {{ type: string, text: string }} object
 */
export function textObject(object) {
  if (object.type === 'mrkdwn') return mrkdwn(object.text)
  return fragment(withBreaks(object.text.split(/(:[a-z0-9_+-]+:)/g).map(emojiOrText)))
}

/** @param {string} piece */
function emojiOrText(piece) {
  const known = /^:([^:\s]+):$/.exec(piece)?.[1]
  return (known && emojiOf(known)) || piece
}

/**
 * Quoted lines stand together in one quotation.
 *
 * @param {string} text
 * @returns {Node[]}
 */
function lines(text) {
  /** @type {Node[]} */
  const out = []
  /** @type {string[]} */
  let plain = []
  /** @type {string[]} */
  let quoted = []
  const flushPlain = () => {
    if (plain.length > 0 && !(plain.length === 1 && plain[0] === ''))
      out.push(...withBreaks(inline(plain.join('\n'))))
    plain = []
  }
  const flushQuoted = () => {
    if (quoted.length > 0) out.push(h('blockquote', {}, withBreaks(inline(quoted.join('\n')))))
    quoted = []
  }
  const all = text.split('\n')
  for (const [index, line] of all.entries()) {
    const all3 = /^(?:&gt;|>){3} ?/.exec(line)
    const one = /^(?:&gt;|>) ?/.exec(line)
    if (all3) {
      flushPlain()
      quoted.push(line.slice(all3[0].length), ...all.slice(index + 1))
      break
    }
    if (one) {
      flushPlain()
      quoted.push(line.slice(one[0].length))
    } else {
      flushQuoted()
      plain.push(line)
    }
  }
  flushQuoted()
  flushPlain()
  return out
}

/** What may stand before an opening mark and after a closing one. */
const BEFORE = /[\s([{"'“‘/—–.,:;!?*_~|>-]/
const AFTER = /[\s)\]}"'”’/—–.,:;!?*_~|<…-]/

/** @type {Record<string, 'strong' | 'em' | 's'>} */
const MARKS = { '*': 'strong', _: 'em', '~': 's' }

/**
 * @param {string} text
 * @returns {(Node | string)[]}
 */
function inline(text) {
  /** @type {(Node | string)[]} */
  const out = []
  let run = ''
  const flush = () => {
    if (run) out.push(...addresses(plainOf(run)))
    run = ''
  }
  for (let at = 0; at < text.length; ) {
    const found = piece(text, at)
    if (found) {
      flush()
      out.push(found.node)
      at = found.end
    } else {
      run += text[at]
      at += 1
    }
  }
  flush()
  return out
}

/**
 * @param {string} text
 * @param {number} at
 * @returns {{ node: Node | string, end: number } | undefined}
 */
function piece(text, at) {
  const sign = text[at] ?? ''
  if (sign === '<') {
    const end = text.indexOf('>', at)
    const node = end > at + 1 ? entity(text.slice(at + 1, end)) : undefined
    return node ? { node, end: end + 1 } : undefined
  }
  if (sign === ':') {
    const name = /^:([a-z0-9_+-]+):/.exec(text.slice(at, at + 60))
    const drawn = name?.[1] && emojiOf(name[1])
    return name && drawn ? { node: drawn, end: at + name[0].length } : undefined
  }
  if (sign === '`') {
    const end = text.indexOf('`', at + 1)
    const code = end > at + 1 ? text.slice(at + 1, end) : ''
    return code && !code.includes('\n') ? { node: h('code', {}, plainOf(code)), end: end + 1 } : undefined
  }
  const tag = MARKS[sign]
  if (!tag || (at > 0 && !BEFORE.test(text[at - 1] ?? ''))) return undefined
  if (/\s/.test(text[at + 1] ?? ' ') || text[at + 1] === sign) return undefined
  const end = closing(text, at, sign)
  return end === undefined ? undefined : { node: h(tag, {}, inline(text.slice(at + 1, end))), end: end + 1 }
}

/**
 * @param {string} text
 * @param {number} open
 * @param {string} sign
 */
function closing(text, open, sign) {
  for (let at = open + 2; at < text.length; at += 1) {
    const here = text[at]
    if (here === '\n') return undefined
    if (here === '<') {
      // A mark inside an address closes nothing.
      const end = text.indexOf('>', at)
      if (end > 0) at = end
    } else if (
      here === sign &&
      !/\s/.test(text[at - 1] ?? '') &&
      (at + 1 === text.length || AFTER.test(text[at + 1] ?? ''))
    )
      return at
  }
  return undefined
}

/**
 * What stands between `<` and `>`.
 *
 * @param {string} inside
 * @returns {Node | string | undefined}
 */
function entity(inside) {
  const [target = '', ...labels] = inside.split('|')
  const label = labels.length > 0 ? labels.join('|') : undefined
  if (target.startsWith('@')) return userMention(target.slice(1))
  if (target.startsWith('#')) return channelMention(target.slice(1), label)
  if (target.startsWith('!date^')) {
    const [, seconds = '', pattern = '', address] = target.split('^')
    const shown =
      Number.isFinite(Number(seconds)) && pattern ? dateText(Number(seconds), pattern) : (label ?? '')
    return address ? link(plainOf(address), [shown]) : shown
  }
  if (target.startsWith('!subteam^')) return broadcast(label?.replace(/^@/, '') ?? 'group')
  if (target.startsWith('!')) return broadcast(target.slice(1))
  if (!/^(https?:|mailto:|tel:|\/)/.test(target)) return undefined
  const words = plainOf(label ?? target.replace(/^(mailto|tel):/, ''))
  return link(plainOf(target), [words])
}

/**
 * Addresses that somebody just typed.
 *
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function addresses(text) {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,:;!?)\]}'])/g)
    .map((part, index) => (index % 2 === 1 ? link(part, [part]) : part))
}

/**
 * @param {readonly (Node | string)[]} nodes
 * @returns {Node[]}
 */
export function withBreaks(nodes) {
  return nodes.flatMap((node) => {
    if (typeof node !== 'string') return [node]
    return node
      .split('\n')
      .flatMap((line, index) =>
        index === 0 ? [document.createTextNode(line)] : [h('br'), document.createTextNode(line)],
      )
  })
}

/**
 * Slack escapes three characters and no others.
 *
 * @param {string} text
 */
export function plainOf(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
