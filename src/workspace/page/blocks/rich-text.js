/** @import { RichTextBlock, RichTextElement, RichTextList, RichTextSection } from '@slack/types' */
import { h } from '../dom.js'
import { emojiOf } from '../emoji.js'
import { broadcast, channelMention, dateText, link, userMention } from '../entity.js'
import { addresses, withBreaks } from '../mrkdwn.js'

/** @param {RichTextBlock} block */
export function richText(block) {
  return h('div', { class: 'text rich-text' }, parts(block.elements))
}

/**
 * @param {RichTextBlock['elements']} elements
 * @returns {Node[]}
 */
function parts(elements) {
  /** @type {Node[]} */
  const out = []
  for (let at = 0; at < elements.length; ) {
    const one = elements[at]
    if (!one) break
    if (one.type === 'rich_text_list') {
      // Slack sends a nested list as a row of lists with different indents.
      /** @type {RichTextList[]} */
      const run = []
      while (elements[at]?.type === 'rich_text_list') {
        run.push(/** @type {RichTextList} */ (elements[at]))
        at += 1
      }
      out.push(...nested(run, run[0]?.indent ?? 0))
      continue
    }
    at += 1
    if (one.type === 'rich_text_preformatted')
      out.push(h('pre', { class: 'code-block' }, inline(one.elements)))
    else if (one.type === 'rich_text_quote') out.push(h('blockquote', {}, inline(one.elements)))
    else out.push(h('div', { class: 'rich-section' }, inline(/** @type {RichTextSection} */ (one).elements)))
  }
  return out
}

/**
 * @param {readonly RichTextList[]} lists
 * @param {number} indent
 * @returns {HTMLElement[]}
 */
function nested(lists, indent) {
  /** @type {HTMLElement[]} */
  const out = []
  /** Numbers go on after a nested list has come between. */
  let counted = 0
  for (let at = 0; at < lists.length; ) {
    const one = lists[at]
    if (!one) break
    const depth = one.indent ?? 0
    if (depth > indent) {
      const inner = []
      while ((lists[at]?.indent ?? 0) > indent) inner.push(.../** @type {RichTextList[]} */ ([lists[at++]]))
      const deeper = nested(inner, inner[0]?.indent ?? indent + 1)
      const host = out.at(-1)?.lastElementChild
      if (host) host.append(...deeper)
      else out.push(...deeper)
      continue
    }
    const items = one.elements.map((section) => h('li', {}, inline(section.elements)))
    out.push(one.style === 'ordered' ? h('ol', { start: counted + 1 }, items) : h('ul', {}, items))
    if (one.style === 'ordered') counted += items.length
    at += 1
  }
  return out
}

/**
 * @param {readonly RichTextElement[]} elements
 * @returns {Node[]}
 */
function inline(elements) {
  return elements.flatMap((one) =>
    styled(one, withBreaks(one.type === 'text' ? addresses(one.text) : [plain(one)])),
  )
}

/**
 * @param {RichTextElement} one
 * @returns {Node | string}
 */
function plain(one) {
  switch (one.type) {
    case 'text':
      return one.text
    case 'link':
      return link(one.url, [one.text || one.url])
    case 'emoji':
      return unicodeOf(one.unicode) ?? emojiOf(one.name) ?? `:${one.name}:`
    case 'user':
      return userMention(one.user_id)
    case 'channel':
      return channelMention(one.channel_id)
    case 'usergroup':
      return broadcast('group')
    case 'broadcast':
      return broadcast(one.range)
    case 'date':
      return one.url
        ? link(one.url, [dateText(one.timestamp, one.format)])
        : dateText(one.timestamp, one.format)
    case 'color':
      return one.value
    default:
      return `[${one.type}]`
  }
}

/**
 * `1f44d-1f3fd` as the sign it names.
 *
 * @param {string | undefined} codes
 */
function unicodeOf(codes) {
  if (!codes || !/^[0-9a-f]{2,6}(-[0-9a-f]{2,6})*$/i.test(codes)) return undefined
  return String.fromCodePoint(...codes.split('-').map((code) => Number.parseInt(code, 16)))
}

/**
 * @param {RichTextElement} one
 * @param {Node[]} nodes
 * @returns {Node[]}
 */
function styled(one, nodes) {
  const style = one.style ?? {}
  let out = nodes
  if (style.code) out = [h('code', {}, out)]
  if (style.strike) out = [h('s', {}, out)]
  if (style.underline) out = [h('u', {}, out)]
  if (style.italic) out = [h('em', {}, out)]
  if (style.bold) out = [h('strong', {}, out)]
  return out
}
