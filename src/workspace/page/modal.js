/** The form that an app opens: one dialog, however many views are stacked in it. */
/** @import { ScreenModal } from '../screen.ts' */
import { act, press } from './act.js'
import { api } from './api.js'
import { block } from './blocks/block.js'
import { valuesOf } from './blocks/input.js'
import { h, showList } from './dom.js'
import { isUploading } from './elements/file-input.js'
import { blockKey } from './home.js'
import { icon } from './icons.js'
import { route } from './route.js'
import { state } from './state.js'
import { FormValues, keyOf } from './surface.js'
import { sentenceOf } from './toast.js'

/**
 * What this page keeps for one view while it is somewhere in the stack.
 *
 * `edited`: the fields that changed since the last of `rounds` submissions, and so are not wrong any more.
 *
 * @typedef {{ values: FormValues, edited: Set<string>, rounds: number, failure: string }} Kept
 */

export function createModal() {
  const title = h('h2', { class: 'modal-title', id: 'modal-title' })
  const depth = h('span', { class: 'modal-depth' })
  const back = h(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': 'Back',
      title: 'Back',
      onclick: () => void close(),
    },
    icon('back'),
  )
  const cross = h(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': 'Close',
      title: 'Close',
      onclick: () => void close(true),
    },
    icon('close'),
  )
  const notice = h('div', { class: 'modal-notice', role: 'alert' })
  const blocks = h('div', { class: 'blocks' })
  const body = h('div', { class: 'modal-body', tabindex: -1 }, blocks)
  const closeButton = h('button', { type: 'button', class: 'button', onclick: () => void close() })
  const submitButton = h('button', { type: 'submit', class: 'button button-primary' })
  const form = h(
    'form',
    { class: 'modal-form', novalidate: true },
    h('header', { class: 'modal-head' }, back, title, depth, cross),
    notice,
    body,
    h('footer', { class: 'modal-foot' }, closeButton, submitButton),
  )
  const dialog = h('dialog', { class: 'modal', 'aria-labelledby': 'modal-title' }, form)
  document.body.append(dialog)

  /** @type {Map<string, Kept>} */
  const views = new Map()
  let shown = ''
  let busy = false
  /** @type {Element | null} */
  let cameFrom = null

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void submit()
  })
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    void close()
  })
  // The browser may close a dialog that was asked twice; it is the server that says whether it is open.
  dialog.addEventListener('close', () => {
    if (state.screen?.modal) void close()
  })

  return { draw }

  /** @param {string} viewId */
  function keptFor(viewId) {
    const known = views.get(viewId) ?? { values: new FormValues(), edited: new Set(), rounds: 0, failure: '' }
    views.set(viewId, known)
    return known
  }

  /**
   * @param {ScreenModal} modal
   * @returns {import('./surface.js').Surface}
   */
  function surfaceOf(modal) {
    const kept = keptFor(modal.viewId)
    return {
      kind: 'modal',
      person: route.as,
      values: kept.values,
      field: (blockId, actionId) =>
        state.screen?.modal?.fields.find((one) => one.blockId === blockId && one.actionId === actionId),
      errorAt: (key) => (kept.edited.has(key) ? undefined : errorOf(state.screen?.modal ?? modal, key)),
      edited: (key) => kept.edited.add(key),
      press: async (what) => {
        const now = state.screen?.modal ?? modal
        await press(
          { viewId: modal.viewId, fields: valuesOf(blocksOf(now), surfaceOf(now)), ...what },
          (failure) => fail(modal.viewId, failure),
        )
      },
    }
  }

  function draw() {
    const modal = state.screen?.modal
    if (!modal) {
      shown = ''
      busy = false
      views.clear()
      if (!dialog.open) return
      dialog.close()
      blocks.replaceChildren()
      showList(blocks, [], { key: String, signature: String, build: () => blocks })
      if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus()
      return
    }
    const fresh = modal.viewId !== shown
    const kept = keptFor(modal.viewId)
    title.textContent = modal.title
    back.hidden = modal.depth < 2
    depth.textContent = modal.depth > 1 ? `Step ${modal.depth}` : ''
    depth.hidden = modal.depth < 2
    dialog.dataset['depth'] = String(modal.depth)
    closeButton.textContent = modal.close ?? (modal.depth > 1 ? 'Back' : modal.submit ? 'Cancel' : 'Close')
    submitButton.hidden = !modal.submit
    submitButton.disabled = !modal.submit
    submitButton.textContent = busy ? 'Sending…' : (modal.submit ?? '')
    submitButton.setAttribute('aria-disabled', String(busy))
    form.setAttribute('aria-busy', String(busy))
    const words = kept.failure || modal.notice || ''
    if (notice.textContent !== words)
      notice.replaceChildren(...(words ? [icon('warning'), h('p', {}, words)] : []))
    notice.hidden = words === ''

    const surface = surfaceOf(modal)
    const items = modal.blocks.map((one, index) => ({ one, key: `${modal.viewId} ${blockKey(one, index)}` }))
    showList(blocks, items, {
      key: (item) => item.key,
      signature: (item) => JSON.stringify([item.one, errorIn(item.one, modal, kept)]),
      build: (item) => block(item.one, surface),
    })
    if (!dialog.open) {
      cameFrom = document.activeElement
      dialog.showModal()
    }
    if (!fresh) return
    shown = modal.viewId
    body.scrollTop = 0
    focusFirst(modal)
  }

  /** @param {ScreenModal} modal */
  function focusFirst(modal) {
    const wanted = blocksOf(modal).find((one) => one.element?.focus_on_load)
    const named =
      wanted &&
      body.querySelector(
        `[data-focus="${CSS.escape(keyOf(wanted.block_id ?? '', wanted.element?.action_id))}"]`,
      )
    const first =
      named ??
      (matchMedia('(hover: none)').matches
        ? null
        : body.querySelector('.field input:not([type=file]), .field textarea'))
    if (first instanceof HTMLElement) first.focus({ preventScroll: named === null })
    else body.focus()
  }

  async function submit() {
    const modal = state.screen?.modal
    if (!modal?.submit || busy) return
    const kept = keptFor(modal.viewId)
    const surface = surfaceOf(modal)
    kept.failure = ''
    kept.edited.clear()
    if (isUploading(route.as)) kept.failure = 'A file is still being sent. Submit when it has arrived.'
    if (kept.failure) {
      draw()
      return
    }
    kept.rounds += 1
    busy = true
    draw()
    await act(api.submit({ as: route.as, byAction: valuesOf(blocksOf(modal), surface) }), (failure) =>
      fail(modal.viewId, failure),
    )
    busy = false
    draw()
    if (state.screen?.modal?.viewId === modal.viewId) focusProblem()
  }

  function focusProblem() {
    const first = body.querySelector('.field-invalid')
    const control = first?.querySelector('input:not([type=file]), textarea, button')
    if (!(control instanceof HTMLElement)) return
    control.focus({ preventScroll: true })
    first?.scrollIntoView({ block: 'nearest' })
  }

  /** @param {boolean} [all] the whole stack, not the top view alone */
  async function close(all = false) {
    const modal = state.screen?.modal
    if (!modal || busy) return
    await act(api.close({ as: route.as, ...(all ? { all } : {}) }), (failure) => fail(modal.viewId, failure))
  }

  /**
   * @param {string} viewId
   * @param {unknown} failure
   */
  function fail(viewId, failure) {
    keptFor(viewId).failure = sentenceOf(failure)
  }
}

/**
 * @param {ScreenModal} modal
 * @param {string} key
 * @returns {string | undefined}
 */
function errorOf(modal, key) {
  return modal.fields.find((one) => keyOf(one.blockId, one.actionId) === key)?.error
}

/** @typedef {{ type: string, block_id?: string, element?: { action_id?: string, focus_on_load?: boolean } }} AnyBlock */

/**
 * @param {ScreenModal} modal
 * @returns {readonly AnyBlock[]}
 */
function blocksOf(modal) {
  return /** @type {readonly AnyBlock[]} */ (modal.blocks)
}

/**
 * The same fault after another submission is drawn again: editing took it from sight.
 *
 * @param {unknown} one
 * @param {ScreenModal} modal
 * @param {Kept} kept
 */
function errorIn(one, modal, kept) {
  const it = /** @type {AnyBlock} */ (one)
  const error = it.element && errorOf(modal, keyOf(it.block_id ?? '', it.element.action_id))
  return error && `${kept.rounds} ${error}`
}
