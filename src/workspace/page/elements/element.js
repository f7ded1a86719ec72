/** From a control's type to the thing that draws it. */
/** @import { ActionsBlockElement, InputBlockElement, SectionBlockAccessory } from '@slack/types' */
import { imageElement } from '../blocks/image.js'
import { unsupported } from '../blocks/unsupported.js'
import { button } from './button.js'
import { choice } from './choice.js'
import { date } from './date.js'
import { fileInput } from './file-input.js'
import { overflow } from './overflow.js'
import { select } from './select.js'
import { text } from './text.js'

/** @import { Place } from '../surface.js' */

/**
 * @param {ActionsBlockElement | InputBlockElement | SectionBlockAccessory} it
 * @param {Place} place
 * @returns {HTMLElement}
 */
export function element(it, place) {
  switch (it.type) {
    case 'button':
      return button(it, place)
    case 'overflow':
      return overflow(it, place)
    case 'radio_buttons':
    case 'checkboxes':
      return choice(it, place)
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return date(it, place)
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
    case 'rich_text_input':
      return text(it, place)
    case 'file_input':
      return fileInput(it, place)
    case 'image':
      return imageElement(it)
    case 'static_select':
    case 'multi_static_select':
    case 'users_select':
    case 'multi_users_select':
    case 'channels_select':
    case 'multi_channels_select':
    case 'conversations_select':
    case 'multi_conversations_select':
    case 'external_select':
    case 'multi_external_select':
      return select(it, place)
    default:
      return unsupported('element', it)
  }
}
