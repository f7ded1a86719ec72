/** @import { Overflow } from '@slack/types' */
import { h } from '../dom.js'
import { withEmoji } from '../emoji.js'
import { safeAddress } from '../entity.js'
import { icon } from '../icons.js'
import { withMenu } from '../menu.js'
import { change, keyOf } from '../surface.js'

/** @import { Place } from '../surface.js' */

/**
 * @param {Overflow} element
 * @param {Place} place
 */
export function overflow(element, place) {
  const name = place.name ? `More actions: ${place.name}` : 'More actions'
  const opener = h(
    'button',
    {
      type: 'button',
      class: 'button button-square',
      'aria-label': name,
      title: 'More actions',
      'data-focus': keyOf(place.blockId, element.action_id),
    },
    icon('more'),
  )
  return withMenu(
    opener,
    () =>
      element.options.map((option) => ({
        text: withEmoji(option.text.text),
        ...(option.description ? { detail: option.description.text } : {}),
        act: () => {
          const address = option.url && safeAddress(option.url)
          if (address) open(address, '_blank', 'noopener')
          void change({ ...place, inForm: false }, element, option.value ?? '')
        },
      })),
    name,
  )
}
