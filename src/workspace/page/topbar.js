/** The top of the page: the workspace, its clock and the traffic behind it. */
import { act } from './act.js'
import { api } from './api.js'
import { instantOfLocal, localParts, stampOf, workspaceNow } from './clock.js'
import { h } from './dom.js'
import { icon } from './icons.js'
import { withMenu } from './menu.js'
import { state } from './state.js'
import { sentenceOf } from './toast.js'

const STEPS = [
  { text: '15 minutes', advance: 'PT15M' },
  { text: '1 hour', advance: 'PT1H' },
  { text: '1 day', advance: 'P1D' },
]

/**
 * @param {HTMLElement} bar
 * @param {{ toggleTraffic: () => void }} how
 */
export function createTopbar(bar, how) {
  const time = h('time', { class: 'clock-time' })
  const name = h('span', {}, 'Local workspace')
  const traffic = h(
    'button',
    {
      type: 'button',
      class: 'top-button',
      'aria-expanded': 'false',
      'aria-controls': 'inspector',
      onclick: how.toggleTraffic,
    },
    icon('bolt'),
    h('span', {}, 'Traffic'),
  )
  const advance = h(
    'button',
    { type: 'button', class: 'top-button' },
    h('span', {}, 'Advance'),
    icon('chevron'),
  )
  bar.append(
    h('span', { class: 'brand' }, h('span', { class: 'brand-mark', 'aria-hidden': 'true' }, '◆'), name),
    h(
      'span',
      { class: 'clock', title: "The workspace's own clock" },
      icon('clock'),
      h('span', { class: 'visually-hidden' }, 'Workspace clock: '),
      time,
    ),
    withMenu(
      advance,
      () => [
        ...STEPS.map((step) => ({ text: `Forward ${step.text}`, act: () => void move(step.advance) })),
        { text: 'To a date and time…', act: askWhen },
      ],
      'Advance the clock',
    ),
    traffic,
  )

  const draw = () => {
    const now = workspaceNow()
    time.dateTime = now.toISOString()
    const words = state.screen ? stampOf(now) : ''
    if (time.textContent !== words) time.textContent = words
    const called = state.screen?.workspace.name || 'Local workspace'
    if (name.textContent !== called) name.textContent = called
    traffic.setAttribute('aria-expanded', String(document.body.classList.contains('traffic-open')))
  }
  setInterval(draw, 1000)
  return { draw }

  /** @param {string} step */
  async function move(step) {
    advance.setAttribute('aria-busy', 'true')
    await act(api.clock({ advance: step }))
    advance.removeAttribute('aria-busy')
  }
}

function askWhen() {
  const now = localParts(workspaceNow()).slice(0, 16)
  const input = h('input', {
    class: 'text-input',
    type: 'datetime-local',
    id: 'clock-to',
    value: now,
    min: now,
    'aria-describedby': 'clock-problem',
  })
  const problem = h('p', { class: 'field-error', id: 'clock-problem', role: 'alert' })
  const set = h('button', { class: 'button button-primary', type: 'submit' }, 'Set the clock')
  const dialog = h(
    'dialog',
    { class: 'confirm', 'aria-labelledby': 'clock-title' },
    h(
      'form',
      { novalidate: true },
      h('h2', { id: 'clock-title' }, 'Move the clock'),
      h(
        'div',
        { class: 'field' },
        h('label', { class: 'field-label', for: 'clock-to' }, 'Date and time, as clocks in London show it'),
        input,
        problem,
        h('p', { class: 'field-hint' }, 'Forward only. What falls due on the way happens.'),
      ),
      h(
        'div',
        { class: 'confirm-buttons' },
        h('button', { class: 'button', type: 'button', onclick: () => dialog.close() }, 'Cancel'),
        set,
      ),
    ),
  )
  dialog.addEventListener('close', () => dialog.remove())
  dialog.addEventListener('submit', (event) => {
    event.preventDefault()
    void go()
  })
  document.body.append(dialog)
  dialog.showModal()
  input.focus()

  async function go() {
    const wanted = input.value && instantOfLocal(input.value)
    if (!wanted || wanted <= workspaceNow()) {
      problem.textContent = 'Choose a time after now: the clock cannot go back.'
      input.focus()
      return
    }
    set.setAttribute('aria-busy', 'true')
    const done = await act(api.clock({ set: wanted.toISOString() }), (failure) => {
      problem.textContent = sentenceOf(failure)
    })
    set.removeAttribute('aria-busy')
    if (done) dialog.close()
  }
}
