/** @import { ImageBlock, ImageElement } from '@slack/types' */
import { h } from '../dom.js'
import { safeAddress } from '../entity.js'
import { icon } from '../icons.js'
import { textObject } from '../mrkdwn.js'

/**
 * @param {ImageElement | ImageBlock} it
 * @returns {string | undefined}
 */
function addressOf(it) {
  const address = 'image_url' in it ? it.image_url : 'url' in it.slack_file ? it.slack_file.url : undefined
  if (address?.startsWith('data:image/')) return address
  return address ? safeAddress(address) : undefined
}

/**
 * The page loads nothing from elsewhere: a picture on another server is told by its words, with a link to it.
 *
 * @param {string | undefined} address
 * @param {string} words
 * @returns {HTMLElement}
 */
function picture(address, words) {
  if (address && (address.startsWith('data:') || new URL(address).origin === location.origin))
    return h('img', { src: address, alt: words, loading: 'lazy' })
  const label = h('span', {}, words)
  return address
    ? h(
        'a',
        { class: 'picture-elsewhere', href: address, target: '_blank', rel: 'noopener noreferrer' },
        icon('eye'),
        label,
      )
    : h('span', { class: 'picture-elsewhere' }, icon('eye'), label)
}

/** @param {ImageElement} it */
export function imageElement(it) {
  return h('span', { class: 'image-small' }, picture(addressOf(it), it.alt_text))
}

/** @param {ImageBlock} block */
export function image(block) {
  return h(
    'figure',
    { class: 'image' },
    block.title && h('figcaption', {}, textObject(block.title)),
    picture(addressOf(block), block.alt_text),
  )
}
