/** "You are": the person through whose eyes this tab looks. */
/** @import { ScreenPerson } from '../screen.ts' */
import { avatar } from './avatar.js'
import { h } from './dom.js'
import { icon } from './icons.js'
import { createListbox } from './listbox.js'
import { go, route } from './route.js'
import { personOf, state } from './state.js'

/** @param {ScreenPerson} person */
const nameOf = (person) => person.realName || person.name

export function createPersonaSwitch() {
  const face = h('span', { class: 'persona-face' })
  const name = h('span', { class: 'persona-name' })
  const title = h('span', { class: 'persona-title' })
  const button = h(
    'button',
    {
      type: 'button',
      class: 'persona',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      onclick: () => open(),
      onkeydown: (event) => {
        if (event.key !== 'ArrowDown') return
        event.preventDefault()
        open()
      },
    },
    face,
    h('span', { class: 'persona-words' }, h('span', { class: 'persona-you' }, 'You are'), name, title),
    icon('chevron'),
  )
  const input = h('input', {
    class: 'persona-search',
    type: 'text',
    role: 'combobox',
    'aria-label': 'Be another person',
    placeholder: 'Find a person',
    autocomplete: 'off',
    spellcheck: 'false',
    oninput: () => show(),
    onkeydown: (event) => void list.key(event),
  })
  const list = createListbox({
    input,
    label: 'People',
    empty: 'Nobody has that name',
    onPick: (choice) => {
      list.hide()
      button.focus()
      go({ as: choice.id, thread: '' })
    },
    onHide: () => {
      input.hidden = true
      button.hidden = false
      button.setAttribute('aria-expanded', 'false')
    },
  })
  input.hidden = true
  const root = h('div', { class: 'persona-frame' }, button, input, list.element)

  return {
    root,
    draw() {
      const person = personOf(route.as) ?? state.screen?.person
      if (!person) return
      face.replaceChildren(avatar(person.id, nameOf(person)))
      name.textContent = nameOf(person)
      title.textContent = person.title ?? ''
      title.hidden = !person.title
      button.setAttribute(
        'aria-label',
        `You are ${nameOf(person)}${person.title ? `, ${person.title}` : ''}. Change person`,
      )
    },
  }

  function open() {
    button.hidden = true
    button.setAttribute('aria-expanded', 'true')
    input.hidden = false
    input.value = ''
    input.focus()
    show()
  }

  function show() {
    const words = input.value.trim().toLowerCase()
    const found = state.people
      .filter(
        (person) => !person.isBot && `${nameOf(person)} ${person.title ?? ''}`.toLowerCase().includes(words),
      )
      .map((person) => ({
        id: person.id,
        text: nameOf(person),
        chosen: person.id === route.as,
        disabled: person.deactivated,
        detail: person.deactivated ? 'No longer in the workspace' : (person.title ?? ''),
        face: avatar(person.id, nameOf(person), { small: true }),
      }))
    list.show(
      found,
      Math.max(
        0,
        found.findIndex((one) => one.chosen),
      ),
    )
  }
}

/** Who a first visitor is: a clerk, because a clerk starts things. */
export function firstPerson() {
  const here = state.people.filter((person) => !person.isBot && !person.deactivated)
  return here.find((person) => /clerk|democratic/i.test(person.title ?? '')) ?? here[0]
}
