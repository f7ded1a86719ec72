/** Files as part of a form: chosen or dropped, sent at once, removable until the form goes. */
/** @import { FileInput } from '@slack/types' */
import { api } from '../api.js'
import { h } from '../dom.js'
import { acceptsDrops, sizeOf } from '../files.js'
import { icon } from '../icons.js'
import { asList, change, keyOf, marksOf, valueAt } from '../surface.js'
import { sentenceOf } from '../toast.js'

/** @import { Place } from '../surface.js' */

/**
 * @typedef {{ name: string, size: number, part: number, abort: AbortController, failure?: string }} Going
 */

/** Uploads that are under way, by person and field: a re-drawn form still shows them. @type {Map<string, Set<Going>>} */
const underWay = new Map()

/** True while a file of this form is still being sent.
 * @param {string} person
 */
export function isUploading(person) {
  return [...underWay].some(
    ([key, going]) => key.startsWith(`${person} `) && [...going].some((one) => one.failure === undefined),
  )
}

/**
 * @param {FileInput} element
 * @param {Place} place
 */
export function fileInput(element, place) {
  const { values, person } = place.surface
  const key = `${person} ${keyOf(place.blockId, element.action_id)}`
  const going = underWay.get(key) ?? new Set()
  underWay.set(key, going)
  const most = element.max_files ?? 10
  const wanted = (element.filetypes ?? []).map((type) => type.toLowerCase().replace(/^\./, ''))
  const ids = () => asList(valueAt(place, element, []))

  const list = h('ul', { class: 'upload-list', 'aria-label': 'Chosen files' })
  const problem = h('p', { class: 'field-error', role: 'alert' })
  const picker = h('input', {
    type: 'file',
    class: 'visually-hidden',
    multiple: most > 1,
    tabindex: -1,
    'aria-hidden': 'true',
    accept: wanted.map((type) => `.${type}`).join(',') || null,
    onchange: () => {
      take([...(picker.files ?? [])])
      picker.value = ''
    },
  })
  const marks = marksOf(place, element)
  const opener = h(
    'button',
    {
      type: 'button',
      class: 'button',
      'data-focus': marks['data-focus'],
      'aria-describedby': marks['aria-describedby'],
      'aria-label': place.name ? `${place.name}: choose ${most > 1 ? 'files' : 'a file'}` : null,
      onclick: () => picker.click(),
    },
    icon('paperclip'),
    most > 1 ? 'Choose files' : 'Choose a file',
  )
  const zone = h(
    'div',
    { class: 'drop-field' },
    opener,
    h('span', { class: 'drop-hint' }, 'or drop here', wanted.length > 0 && ` (${wanted.join(', ')})`),
    picker,
  )
  acceptsDrops(zone, take)
  draw()
  return h('div', { class: 'file-input' }, zone, problem, list)

  /** @param {readonly File[]} files */
  function take(files) {
    problem.textContent = ''
    for (const file of files) {
      const kind = file.name.split('.').at(-1)?.toLowerCase() ?? ''
      if (wanted.length > 0 && !wanted.includes(kind))
        problem.textContent = `${file.name} cannot be taken here; this field takes ${wanted.join(', ')}.`
      else if (ids().length + [...going].filter((one) => one.failure === undefined).length >= most)
        problem.textContent =
          most === 1 ? 'One file only: remove the other one first.' : `At most ${most} files.`
      else void send(file)
    }
  }

  /** @param {File} file */
  async function send(file) {
    /** @type {Going} */
    const one = { name: file.name, size: file.size, part: 0, abort: new AbortController() }
    going.add(one)
    draw()
    try {
      const stored = await api.upload({
        as: person,
        file,
        signal: one.abort.signal,
        onProgress: (part) => {
          one.part = part
          draw()
        },
      })
      values.files.set(stored.id, stored)
      going.delete(one)
      await change(place, element, [...ids(), stored.id])
    } catch (failure) {
      if (one.abort.signal.aborted) going.delete(one)
      else one.failure = sentenceOf(failure)
    }
    draw()
  }

  function draw() {
    list.replaceChildren(
      ...ids().map((id) => {
        const file = values.files.get(id)
        return row(file?.name ?? 'A file', file?.size, () => {
          void change(
            place,
            element,
            ids().filter((other) => other !== id),
          )
          draw()
          opener.focus()
        })
      }),
      ...[...going].map((one) =>
        row(
          one.name,
          one.size,
          () => {
            one.abort.abort()
            going.delete(one)
            draw()
            opener.focus()
          },
          one,
        ),
      ),
    )
    list.hidden = list.children.length === 0
  }
}

/**
 * @param {string} name
 * @param {number | undefined} size
 * @param {() => void} remove
 * @param {Going} [going]
 */
function row(name, size, remove, going) {
  const bar =
    going &&
    going.failure === undefined &&
    h('progress', { 'aria-label': `Sending ${name}`, max: 1, value: going.part })
  return h(
    'li',
    { class: 'upload' },
    icon('file'),
    h(
      'span',
      { class: 'upload-words' },
      h('span', { class: 'upload-name' }, name),
      h(
        'span',
        { class: going?.failure ? 'field-error' : 'upload-size' },
        going?.failure ?? (size === undefined ? '' : sizeOf(size)),
      ),
      bar,
    ),
    h(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': `Remove ${name}`, onclick: remove },
      icon('close'),
    ),
  )
}
