/** "Are you sure?": the confirmation that an app may attach to a control. */
import { freshId, h } from './dom.js'
import { textObject } from './mrkdwn.js'

/**
 * @import { ConfirmationDialog } from '@slack/types'
 */

/**
 * @param {ConfirmationDialog | undefined} confirm
 * @returns {Promise<boolean>} true at once when nothing needs confirming
 */
export function confirmed(confirm) {
  if (!confirm) return Promise.resolve(true)
  const id = freshId('confirm')
  return new Promise((resolve) => {
    const yes = h(
      'button',
      { class: `button ${confirm.style === 'danger' ? 'button-danger' : 'button-primary'}`, value: 'yes' },
      confirm.confirm?.text ?? 'Yes',
    )
    const dialog = h(
      'dialog',
      { class: 'confirm', 'aria-labelledby': id },
      h(
        'form',
        {},
        h('h2', { id }, confirm.title?.text ?? 'Are you sure?'),
        h('div', { class: 'confirm-text' }, textObject(confirm.text)),
        h(
          'div',
          { class: 'confirm-buttons' },
          h(
            'button',
            { class: 'button', type: 'button', onclick: () => dialog.close('no') },
            confirm.deny?.text ?? 'Cancel',
          ),
          yes,
        ),
      ),
    )
    dialog.addEventListener('submit', (event) => {
      event.preventDefault()
      dialog.close('yes')
    })
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'yes')
    })
    document.body.append(dialog)
    dialog.showModal()
    yes.focus()
  })
}
