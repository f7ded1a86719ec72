/** Where a person writes: messages, slash commands and files. */
import { act, look } from './act.js'
import { api } from './api.js'
import { append, h } from './dom.js'
import { sizeOf } from './files.js'
import { icon } from './icons.js'
import { createListbox } from './listbox.js'
import { route } from './route.js'
import { state } from './state.js'
import { sentenceOf } from './toast.js'

/** @import { Choice } from './listbox.js' */

/**
 * @typedef {{ channel: string, threadTs?: string, label: string }} Where
 * @typedef {{ file: File, part: number | undefined }} Staged
 * @typedef {{ text: string, files: Staged[], problem: string }} Draft
 */

/** Kept by person and place, so that going to look something up loses nothing. @type {Map<string, Draft>} */
const drafts = new Map()

/** @param {{ onSent: () => void }} how */
export function createComposer(how) {
  /** @type {Where} */
  let where = { channel: '', label: '' }
  let key = ''
  /** @type {Draft} */
  let draft = { text: '', files: [], problem: '' }
  let uploading = false

  const area = h('textarea', {
    class: 'composer-text',
    rows: 1,
    'data-focus': 'composer',
    enterkeyhint: 'send',
    autocomplete: 'off',
    oninput: () => {
      draft.text = area.value
      draft.problem = ''
      drawProblem()
      resize()
      complete()
    },
    onkeydown: (event) => {
      // A command that is typed out is sent at once, as people know it; Enter picks only what is half typed.
      if (!(event.key === 'Enter' && isWholeCommand()) && list.key(event)) return
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
      event.preventDefault()
      void send()
    },
    onpaste: (event) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      stage(files)
    },
  })
  const list = createListbox({
    input: area,
    label: 'Suggestions',
    side: 'above',
    anchor: () => frame,
    onPick: insert,
  })
  const picker = h('input', {
    type: 'file',
    class: 'visually-hidden',
    multiple: true,
    tabindex: -1,
    'aria-hidden': 'true',
    onchange: () => {
      stage([...(picker.files ?? [])])
      picker.value = ''
    },
  })
  const sendButton = h(
    'button',
    { type: 'button', class: 'send', 'aria-label': 'Send', title: 'Send', onclick: () => void send() },
    icon('send'),
  )
  const staged = h('ul', { class: 'upload-list', 'aria-label': 'Files to send' })
  const problem = h('p', { class: 'composer-problem', role: 'alert' })
  const frame = h(
    'div',
    { class: 'composer' },
    staged,
    area,
    h(
      'div',
      { class: 'composer-tools' },
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': 'Attach files',
          title: 'Attach files',
          onclick: () => picker.click(),
        },
        icon('paperclip'),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'composer-slash',
          'aria-label': 'Commands',
          title: 'Commands',
          onclick: () => put('/'),
        },
        '/',
      ),
      h(
        'span',
        { class: 'composer-hint', 'aria-hidden': 'true' },
        'Enter sends · Shift + Enter starts a new line',
      ),
      sendButton,
    ),
    picker,
    list.element,
  )
  const root = h('div', { class: 'composer-frame' }, problem, frame)

  const self = {
    root,
    area,
    stage,
    put,

    /** @param {Where} there */
    show(there) {
      const wanted = `${route.as} ${there.channel} ${there.threadTs ?? ''}`
      where = there
      area.placeholder = there.label
      area.setAttribute('aria-label', there.label)
      if (wanted === key) return
      key = wanted
      draft = drafts.get(key) ?? { text: '', files: [], problem: '' }
      drafts.set(key, draft)
      list.hide()
      area.value = draft.text
      drawFiles()
      drawProblem()
      resize()
    },
  }
  return self

  /** @param {string} text */
  function put(text) {
    area.value = text
    draft.text = text
    area.focus()
    resize()
    complete()
  }

  function resize() {
    area.style.height = 'auto'
    area.style.height = `${Math.min(area.scrollHeight, 240)}px`
    const empty = draft.text.trim() === '' && draft.files.length === 0
    sendButton.setAttribute('aria-disabled', empty ? 'true' : 'false')
  }

  function complete() {
    const found = suggestions(area.value, area.selectionStart)
    if (found.length > 0) list.show(found)
    else list.hide()
  }

  function isWholeCommand() {
    const typed = area.value
    return typed.startsWith('/') && suggestions(typed, typed.length).some((choice) => choice.id === typed)
  }

  /** @param {Choice} choice */
  function insert(choice) {
    list.hide()
    const at = area.selectionStart
    const before = area.value.slice(0, at)
    const mention = /(^|\s)@[^\s@]*$/.exec(before)
    const from = choice.id.startsWith('/') ? 0 : mention ? mention.index + (mention[1]?.length ?? 0) : at
    const to = choice.id.startsWith('/') ? (/^\S*/.exec(area.value)?.[0].length ?? 0) : at
    const word = `${choice.id} `
    area.setRangeText(word, from, to, 'end')
    draft.text = area.value
    resize()
    // A command that takes words waits for them; its hint stays in sight.
    complete()
  }

  /** @param {readonly File[]} files */
  function stage(files) {
    draft.files.push(...files.map((file) => ({ file, part: undefined })))
    drawFiles()
    resize()
    area.focus()
  }

  function drawFiles() {
    staged.replaceChildren()
    append(
      staged,
      draft.files.map((one) =>
        h(
          'li',
          { class: 'upload' },
          icon('file'),
          h(
            'span',
            { class: 'upload-words' },
            h('span', { class: 'upload-name' }, one.file.name),
            h('span', { class: 'upload-size' }, sizeOf(one.file.size)),
            one.part !== undefined &&
              h('progress', { 'aria-label': `Sending ${one.file.name}`, max: 1, value: one.part }),
          ),
          h(
            'button',
            {
              type: 'button',
              class: 'icon-button',
              'aria-label': `Remove ${one.file.name}`,
              onclick: () => {
                draft.files = draft.files.filter((other) => other !== one)
                drawFiles()
                resize()
                area.focus()
              },
            },
            icon('close'),
          ),
        ),
      ),
    )
    staged.hidden = draft.files.length === 0
  }

  function drawProblem() {
    problem.textContent = draft.problem
    problem.hidden = draft.problem === ''
  }

  async function send() {
    const text = draft.text.trim()
    if (uploading || (text === '' && draft.files.length === 0)) return
    const mine = draft
    const { channel, threadTs } = where
    const as = route.as
    list.hide()
    const fail = (/** @type {unknown} */ failure) => {
      mine.problem = sentenceOf(failure)
      // What was typed meanwhile stays; what could not be sent comes back.
      if (mine.text === '') mine.text = text
      redraw()
    }
    const redraw = () => {
      if (draft !== mine) return
      area.value = mine.text
      drawFiles()
      drawProblem()
      resize()
    }
    // A leading space says "this is no command", as people know it.
    const command = /^(\/[a-z0-9_-]+)(?:\s+([\s\S]*))?$/i.exec(mine.text.trimEnd())
    if (command && !state.commands.some((one) => one.command === command[1])) {
      mine.problem = `${command[1]} is not a command here. To send it as a message, put a space before it.`
      redraw()
      return
    }
    if (command && threadTs) {
      mine.problem = 'Commands cannot be used inside a thread. Use the box of the conversation.'
      redraw()
      return
    }
    uploading = mine.files.length > 0
    if (uploading) frame.setAttribute('aria-busy', 'true')
    mine.text = ''
    mine.problem = ''
    redraw()
    try {
      // Words and files go together, as one message; a command takes no files.
      let words = command ? '' : text
      while (mine.files[0]) {
        const one = mine.files[0]
        one.part = 0
        await api.upload({
          as,
          channel,
          file: one.file,
          ...(threadTs ? { threadTs } : {}),
          ...(words ? { text: words } : {}),
          onProgress: (part) => {
            one.part = part
            if (draft === mine) drawFiles()
          },
        })
        words = ''
        mine.files.shift()
        redraw()
      }
      if (command) {
        const order = { as, channel, command: command[1] ?? '', text: (command[2] ?? '').trim() }
        await act(api.command(order), fail)
      } else if (words)
        await act(api.message({ as, channel, text: words, ...(threadTs ? { threadTs } : {}) }), fail)
      else await look()
      how.onSent()
    } catch (failure) {
      for (const one of mine.files) one.part = undefined
      fail(failure)
    } finally {
      uploading = false
      frame.removeAttribute('aria-busy')
    }
  }
}

/**
 * Commands at the start of the line, people after an "@".
 *
 * @param {string} text
 * @param {number} caret
 * @returns {Choice[]}
 */
function suggestions(text, caret) {
  const before = text.slice(0, caret)
  const typed = /^\/\S*$/.exec(before)?.[0].toLowerCase()
  if (typed !== undefined) {
    const whole = state.commands.some((one) => one.command === typed)
    return state.commands
      .filter(
        (one) => one.command.startsWith(typed) && !(whole && one.command === typed && text.length > caret),
      )
      .map((one) => ({
        id: one.command,
        text: one.usage_hint ? `${one.command} ${one.usage_hint}` : one.command,
        detail: one.description,
      }))
  }
  const name = /(?:^|\s)@([^\s@]*)$/.exec(before)?.[1]?.toLowerCase()
  if (name === undefined) return []
  return state.people
    .filter(
      (person) =>
        !person.deactivated &&
        `${person.realName} ${person.name}`
          .toLowerCase()
          .split(/\s+/)
          .some((word) => word.startsWith(name)),
    )
    .slice(0, 8)
    .map((person) => ({
      id: `@${person.realName || person.name}`,
      text: person.realName || person.name,
      ...(person.title ? { detail: person.title } : {}),
    }))
}
