/**
 * Every kind of select, with one answer or several: a field that filters the list below it.
 *
 * @import { MultiSelect, Option, Select } from '@slack/types'
 */
import { avatar } from '../avatar.js'
import { append, h } from '../dom.js'
import { withEmoji } from '../emoji.js'
import { icon } from '../icons.js'
import { createListbox } from '../listbox.js'
import { state } from '../state.js'
import { asList, asText, change, marksOf, valueAt } from '../surface.js'

/** @import { Place } from '../surface.js' */
/** @import { Choice } from '../listbox.js' */

/**
 * @param {Select | MultiSelect} element
 * @param {Place} place
 * @returns {HTMLElement}
 */
export function select(element, place) {
  return element.type.startsWith('multi_') ? selectMany(element, place) : selectOne(element, place)
}

/**
 * @param {Select | MultiSelect} element
 * @param {Place} place
 */
function selectOne(element, place) {
  const all = choicesOf(element, place)
  let value = asText(valueAt(place, element, proposedIn(element)))
  let filtering = false
  const shown = () => all().find((one) => one.id === value)?.text ?? value

  const input = h('input', {
    class: 'select-input',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    value: shown(),
    ...marksOf(place, element),
    placeholder: element.placeholder?.text ?? 'Choose an option',
    oninput: () => {
      filtering = true
      open()
    },
    onclick: () => (list.open ? list.hide() : open()),
    onkeydown: (event) => {
      if (list.key(event)) return
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        open()
      } else if (event.key === 'Enter' && !list.open) {
        event.preventDefault()
        open()
      }
    },
    onblur: () => {
      list.hide()
      settle()
    },
  })
  const list = createListbox({
    input,
    label: place.name ?? element.placeholder?.text ?? 'Options',
    anchor: () => frame,
    onPick: (choice) => take(choice.id),
    onHide: () => settle(),
  })
  const clear = h(
    'button',
    {
      type: 'button',
      class: 'icon-button select-clear',
      'aria-label': 'Clear the choice',
      onclick: () => take(''),
    },
    icon('close'),
  )
  const frame = h(
    'span',
    { class: 'select' },
    input,
    place.inForm && !place.required && clear,
    icon('chevron'),
    list.element,
  )
  clear.hidden = value === ''
  return frame

  function open() {
    const words = filtering ? input.value : ''
    const found = matching(all(), words).map((one) => ({ ...one, chosen: one.id === value }))
    if (!filtering) input.select()
    list.show(
      found,
      Math.max(
        0,
        found.findIndex((one) => one.chosen),
      ),
    )
  }
  function settle() {
    filtering = false
    input.value = shown()
  }
  /** @param {string} chosen */
  function take(chosen) {
    const before = value
    value = chosen
    clear.hidden = value === ''
    list.hide()
    settle()
    if (before === chosen && place.inForm) return
    const undo = () => {
      value = before
      settle()
    }
    void change(place, element, value, { undo })
  }
}

/**
 * @param {Select | MultiSelect} element
 * @param {Place} place
 */
function selectMany(element, place) {
  const all = choicesOf(element, place)
  let values = [...asList(valueAt(place, element, proposedIn(element)))]
  const most = 'max_selected_items' in element ? (element.max_selected_items ?? Infinity) : Infinity

  const tokens = h('span', { class: 'tokens' })
  const input = h('input', {
    class: 'select-input',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    ...marksOf(place, element),
    oninput: () => open(),
    onclick: () => open(),
    onkeydown: (event) => {
      if (list.key(event)) return
      if (event.key === 'Backspace' && input.value === '' && values.length > 0) put(values.slice(0, -1))
      else if (event.key === 'ArrowDown' || event.key === 'Enter') {
        event.preventDefault()
        open()
      }
    },
    onblur: () => {
      list.hide()
      input.value = ''
    },
  })
  const list = createListbox({
    input,
    label: place.name ?? element.placeholder?.text ?? 'Options',
    multiple: true,
    anchor: () => frame,
    onPick: (choice) => {
      put(values.includes(choice.id) ? values.filter((one) => one !== choice.id) : [...values, choice.id])
      input.value = ''
      open(choice.id)
    },
  })
  const frame = h(
    'span',
    {
      class: 'select select-many',
      onpointerdown: (event) => {
        if (event.target !== frame && event.target !== tokens) return
        event.preventDefault()
        input.focus()
        open()
      },
    },
    tokens,
    input,
    icon('chevron'),
    list.element,
  )
  draw()
  return frame

  /** @param {string} [at] */
  function open(at) {
    const found = matching(all(), input.value).map((one) => {
      const chosen = values.includes(one.id)
      return { ...one, chosen, disabled: !chosen && values.length >= most }
    })
    list.show(
      found,
      Math.max(
        0,
        found.findIndex((one) => one.id === at),
      ),
    )
  }
  function draw() {
    tokens.replaceChildren()
    append(
      tokens,
      values.map((value) => {
        const text = all().find((one) => one.id === value)?.text ?? value
        return h(
          'span',
          { class: 'token' },
          text,
          h(
            'button',
            {
              type: 'button',
              class: 'icon-button',
              'aria-label': `Remove ${text}`,
              onclick: () => {
                put(values.filter((one) => one !== value))
                input.focus()
              },
            },
            icon('close'),
          ),
        )
      }),
    )
    input.placeholder = values.length === 0 ? (element.placeholder?.text ?? 'Choose') : ''
  }
  /** @param {string[]} wanted */
  function put(wanted) {
    const before = values
    values = wanted
    draw()
    const undo = () => {
      values = before
      draw()
    }
    void change(place, element, values, { undo })
  }
}

/**
 * @param {readonly Choice[]} choices
 * @param {string} words
 */
function matching(choices, words) {
  const wanted = words.trim().toLowerCase().split(/\s+/)
  return choices.filter((one) => {
    const text = `${one.text} ${one.detail ?? ''}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

/**
 * @param {Select | MultiSelect} element
 * @param {Place} place
 * @returns {() => Choice[]}
 */
function choicesOf(element, place) {
  switch (element.type) {
    case 'static_select':
    case 'multi_static_select': {
      const grouped = (element.option_groups ?? []).flatMap((group) =>
        group.options.map((option) => ({ ...choiceOf(option), group: group.label.text })),
      )
      const choices = [...(element.options ?? []).map(choiceOf), ...grouped]
      return () => choices
    }
    case 'users_select':
    case 'multi_users_select':
      return people
    case 'channels_select':
    case 'multi_channels_select':
      return () => conversations(['channel', 'private'])
    case 'conversations_select':
    case 'multi_conversations_select': {
      const kinds = { public: 'channel', private: 'private', im: 'direct', mpim: 'direct' }
      const wanted = element.filter?.include?.map((kind) => kinds[kind]) ?? Object.values(kinds)
      return () => conversations(wanted)
    }
    default: {
      const given = () => place.surface.field?.(place.blockId, element.action_id ?? '')?.options ?? []
      return () => given().map((option) => ({ id: option.value, text: option.text }))
    }
  }
}

/** @param {Option} option */
function choiceOf(option) {
  return {
    id: option.value ?? '',
    text: withEmoji(option.text.text),
    ...(option.description ? { detail: option.description.text } : {}),
  }
}

function people() {
  return state.people
    .filter((person) => !person.isBot && !person.deactivated)
    .map((person) => ({
      id: person.id,
      text: person.realName || person.name,
      ...(person.title ? { detail: person.title } : {}),
      face: avatar(person.id, person.realName || person.name, { small: true }),
    }))
}

/** @param {readonly string[]} kinds */
function conversations(kinds) {
  const mine = (state.screen?.conversations ?? []).filter((one) => kinds.includes(one.kind))
  const known = mine.map((one) => ({ id: one.id, text: one.kind === 'direct' ? one.name : `#${one.name}` }))
  const others = kinds.includes('channel')
    ? state.channels
        .filter((one) => one.kind === 'channel' && !mine.some((own) => own.id === one.id))
        .map((one) => ({ id: one.id, text: `#${one.name}` }))
    : []
  return [...known, ...others]
}

/**
 * @param {Select | MultiSelect} element
 * @returns {string[]}
 */
function proposedIn(element) {
  switch (element.type) {
    case 'static_select':
    case 'external_select':
      return element.initial_option ? [element.initial_option.value ?? ''] : []
    case 'multi_static_select':
    case 'multi_external_select':
      return (element.initial_options ?? []).map((option) => option.value ?? '')
    case 'users_select':
      return element.initial_user ? [element.initial_user] : []
    case 'multi_users_select':
      return element.initial_users ?? []
    case 'channels_select':
      return element.initial_channel ? [element.initial_channel] : []
    case 'multi_channels_select':
      return element.initial_channels ?? []
    case 'conversations_select':
      return element.initial_conversation ? [element.initial_conversation] : []
    case 'multi_conversations_select':
      return element.initial_conversations ?? []
  }
}
