/** Building and keeping nodes. Text always goes in as text: nothing here reads markup. */

/**
 * @typedef {string | number | boolean | null | undefined} Attribute
 * @typedef {{ [K in keyof HTMLElementEventMap as `on${K}`]?: (event: HTMLElementEventMap[K]) => void }} Handlers
 * @typedef {{ [name: `aria-${string}` | `data-${string}`]: Attribute }} Marks
 * @typedef {'accept' | 'alt' | 'autocomplete' | 'checked' | 'class' | 'colspan' | 'datetime' | 'dir' | 'disabled'
 *   | 'download' | 'enterkeyhint' | 'for' | 'hidden' | 'href' | 'id' | 'inputmode' | 'lang' | 'max' | 'maxlength'
 *   | 'min' | 'multiple' | 'name' | 'novalidate' | 'open' | 'placeholder' | 'popover' | 'readonly' | 'rel'
 *   | 'role' | 'rows' | 'scope' | 'spellcheck' | 'src' | 'start' | 'step' | 'tabindex' | 'target' | 'title'
 *   | 'type' | 'value' | 'loading'} PlainName
 * @typedef {Handlers & Marks & Partial<Record<PlainName, Attribute>>} Props
 * @typedef {Node | string | number | false | null | undefined} Child
 */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Props} [props]
 * @param {...(Child | readonly Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function')
      node.addEventListener(name.slice(2), /** @type {EventListener} */ (value))
    else if (value !== undefined && value !== null && value !== false)
      node.setAttribute(name, value === true ? '' : String(value))
  }
  append(node, children)
  return node
}

/**
 * @param {Node} parent
 * @param {readonly (Child | readonly Child[])[]} children
 */
export function append(parent, children) {
  for (const child of children.flat()) {
    if (child === undefined || child === null || child === false) continue
    parent.appendChild(child instanceof Node ? child : document.createTextNode(String(child)))
  }
}

/**
 * @param {readonly Child[]} children
 * @returns {DocumentFragment}
 */
export function fragment(children) {
  const all = document.createDocumentFragment()
  append(all, children)
  return all
}

let lastId = 0

/** @param {string} stem */
export function freshId(stem) {
  lastId += 1
  return `${stem}-${lastId}`
}

/** @param {string} id */
export function byId(id) {
  const found = document.getElementById(id)
  if (!found) throw new Error(`index.html has no #${id}`)
  return found
}

/** @typedef {{ signature: string, node: HTMLElement }} Kept */

/** @type {WeakMap<HTMLElement, Map<string, Kept>>} */
const keptChildren = new WeakMap()

/**
 * Make `parent` show `items`, keeping the node of every item that has not changed, so that scroll
 * positions, typed text and focus survive whatever else changes.
 *
 * @template Item
 * @param {HTMLElement} parent
 * @param {readonly Item[]} items
 * @param {{ key: (item: Item) => string, signature: (item: Item) => string, build: (item: Item) => HTMLElement }} how
 */
export function showList(parent, items, how) {
  const before = keptChildren.get(parent) ?? new Map()
  /** @type {Map<string, Kept>} */
  const after = new Map()
  for (const item of items) {
    const key = how.key(item)
    const signature = how.signature(item)
    const known = before.get(key)
    if (known && known.signature === signature) after.set(key, known)
    else {
      const node = how.build(item)
      if (known) replaceKeepingFocus(known.node, node)
      after.set(key, { signature, node })
    }
  }
  for (const [key, { node }] of before) if (!after.has(key)) node.remove()
  let next = parent.firstElementChild
  for (const { node } of after.values()) {
    if (node === next) next = next.nextElementSibling
    else parent.insertBefore(node, next)
  }
  keptChildren.set(parent, after)
}

/**
 * Put `fresh` where `old` stands; when a control inside had the focus, its namesake gets it back.
 *
 * @param {HTMLElement} old
 * @param {HTMLElement} fresh
 */
export function replaceKeepingFocus(old, fresh) {
  const active = document.activeElement
  const name = active instanceof HTMLElement && old.contains(active) ? active.dataset['focus'] : undefined
  const caret = name === undefined ? undefined : caretOf(active)
  old.replaceWith(fresh)
  if (name === undefined) return
  const heir = fresh.querySelector(`[data-focus="${CSS.escape(name)}"]`)
  if (!(heir instanceof HTMLElement)) return
  heir.focus({ preventScroll: true })
  if (caret && (heir instanceof HTMLInputElement || heir instanceof HTMLTextAreaElement))
    heir.setSelectionRange(caret[0], caret[1])
}

/**
 * @param {Element | null} node
 * @returns {[number, number] | undefined}
 */
function caretOf(node) {
  if (!(node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement)) return undefined
  // Date, e-mail and number inputs have no caret that a script may read.
  return node.selectionStart === null
    ? undefined
    : [node.selectionStart, node.selectionEnd ?? node.selectionStart]
}
