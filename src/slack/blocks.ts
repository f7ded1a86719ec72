import type {
  Button,
  Checkboxes,
  ContextBlock,
  HeaderBlock,
  HomeView,
  InputBlock,
  KnownBlock,
  ModalView,
  MrkdwnElement,
  SectionBlock,
} from '@slack/types'
import { type Choice, offered, option, plain } from './choices.ts'
import { FIELD_ACTION } from './ids.ts'
import { escapeMrkdwn, inParts, type Mrkdwn } from './mrkdwn.ts'

export { type Choice, plain } from './choices.ts'

/** Small typed builders: what a view says, without Slack's brackets around every word. */

export function formatted(text: Mrkdwn | string): MrkdwnElement {
  return { type: 'mrkdwn', text: typeof text === 'string' ? escapeMrkdwn(text) : text.text }
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text) }
}

export function section(text: Mrkdwn | string): SectionBlock {
  return { type: 'section', text: formatted(text) }
}

/** A text of any length, in as many sections as it needs. */
export function sections(text: Mrkdwn): SectionBlock[] {
  return inParts(text).map((part) => section(part))
}

/** The same in small print. */
export function contexts(text: Mrkdwn): ContextBlock[] {
  return inParts(text).map((part) => context(part))
}

export function context(...texts: readonly (Mrkdwn | string)[]): ContextBlock {
  return { type: 'context', elements: texts.map(formatted) }
}

export const divider: KnownBlock = { type: 'divider' }

export interface ButtonShape {
  readonly id: string
  readonly text: string
  readonly value?: string
  readonly url?: string
  readonly style?: 'primary' | 'danger'
  readonly label?: string
  readonly confirm?: {
    readonly title: string
    readonly text: string
    readonly yes: string
    readonly no: string
  }
}

export function button(shape: ButtonShape): Button {
  return {
    type: 'button',
    action_id: shape.id,
    text: plain(shape.text),
    ...(shape.value === undefined ? {} : { value: shape.value }),
    ...(shape.url === undefined ? {} : { url: shape.url }),
    ...(shape.style === undefined ? {} : { style: shape.style }),
    ...(shape.label === undefined ? {} : { accessibility_label: shape.label }),
    ...(shape.confirm === undefined
      ? {}
      : {
          confirm: {
            title: plain(shape.confirm.title),
            text: plain(shape.confirm.text),
            confirm: plain(shape.confirm.yes),
            deny: plain(shape.confirm.no),
          },
        }),
  }
}

export function actions(...elements: readonly Button[]): KnownBlock {
  return { type: 'actions', elements: [...elements] }
}

interface FieldShape {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly optional?: boolean
  /** Tell the app at once when the answer changes. */
  readonly tellsAtOnce?: boolean
}

function field(shape: FieldShape, element: InputBlock['element']): InputBlock {
  return {
    type: 'input',
    block_id: shape.id,
    label: plain(shape.label),
    element,
    optional: shape.optional ?? false,
    ...(shape.tellsAtOnce ? { dispatch_action: true } : {}),
    ...(shape.hint === undefined ? {} : { hint: plain(shape.hint) }),
  }
}

export function textField(
  shape: FieldShape & {
    value?: string | undefined
    multiline?: boolean
    placeholder?: string
    maxLength?: number
  },
): InputBlock {
  return field(shape, {
    type: 'plain_text_input',
    action_id: FIELD_ACTION,
    multiline: shape.multiline ?? false,
    ...(shape.value ? { initial_value: shape.value } : {}),
    ...(shape.placeholder === undefined ? {} : { placeholder: plain(shape.placeholder) }),
    ...(shape.maxLength === undefined ? {} : { max_length: shape.maxLength }),
  })
}

export function urlField(
  shape: FieldShape & { value?: string | undefined; placeholder?: string },
): InputBlock {
  return field(shape, {
    type: 'url_text_input',
    action_id: FIELD_ACTION,
    ...(shape.value ? { initial_value: shape.value } : {}),
    ...(shape.placeholder === undefined ? {} : { placeholder: plain(shape.placeholder) }),
  })
}

export function dateField(shape: FieldShape & { value?: string | undefined }): InputBlock {
  return field(shape, {
    type: 'datepicker',
    action_id: FIELD_ACTION,
    ...(shape.value ? { initial_date: shape.value } : {}),
  })
}

export function timeField(shape: FieldShape & { value?: string | undefined }): InputBlock {
  return field(shape, {
    type: 'timepicker',
    action_id: FIELD_ACTION,
    ...(shape.value ? { initial_time: shape.value } : {}),
  })
}

export function selectField(
  shape: FieldShape & { choices: readonly Choice[]; chosen?: string | undefined; placeholder?: string },
): InputBlock {
  const chosen = shape.choices.find((choice) => choice.value === shape.chosen)
  return field(shape, {
    type: 'static_select',
    action_id: FIELD_ACTION,
    ...offered(shape.choices),
    ...(chosen ? { initial_option: option(chosen) } : {}),
    ...(shape.placeholder === undefined ? {} : { placeholder: plain(shape.placeholder) }),
  })
}

/** Any of a list: as many as are chosen. */
export function manyField(
  shape: FieldShape & {
    choices: readonly Choice[]
    chosen?: readonly string[]
    placeholder?: string
    most?: number
  },
): InputBlock {
  const chosen = shape.choices.filter((choice) => shape.chosen?.includes(choice.value))
  return field(shape, {
    type: 'multi_static_select',
    action_id: FIELD_ACTION,
    ...offered(shape.choices),
    ...(chosen.length === 0 ? {} : { initial_options: chosen.map(option) }),
    ...(shape.most === undefined ? {} : { max_selected_items: shape.most }),
    ...(shape.placeholder === undefined ? {} : { placeholder: plain(shape.placeholder) }),
  })
}

/** A person of the workspace, found by typing a part of their name. */
export function personField(shape: FieldShape & { placeholder?: string }): InputBlock {
  return field(shape, {
    type: 'users_select',
    action_id: FIELD_ACTION,
    ...(shape.placeholder === undefined ? {} : { placeholder: plain(shape.placeholder) }),
  })
}

/** Any number of people of the workspace. */
export function peopleField(
  shape: FieldShape & { chosen?: readonly string[]; placeholder?: string },
): InputBlock {
  return field(shape, {
    type: 'multi_users_select',
    action_id: FIELD_ACTION,
    ...(shape.chosen === undefined || shape.chosen.length === 0 ? {} : { initial_users: [...shape.chosen] }),
    ...(shape.placeholder === undefined ? {} : { placeholder: plain(shape.placeholder) }),
  })
}

export function radioField(
  shape: FieldShape & { choices: readonly Choice[]; chosen?: string | undefined },
): InputBlock {
  const chosen = shape.choices.find((choice) => choice.value === shape.chosen)
  return field(shape, {
    type: 'radio_buttons',
    action_id: FIELD_ACTION,
    options: shape.choices.map(option),
    ...(chosen ? { initial_option: option(chosen) } : {}),
  })
}

export function tickField(
  shape: FieldShape & { choices: readonly Choice[]; chosen?: readonly string[] },
): InputBlock {
  const chosen = shape.choices.filter((choice) => shape.chosen?.includes(choice.value))
  const element: Checkboxes = {
    type: 'checkboxes',
    action_id: FIELD_ACTION,
    options: shape.choices.map(option),
    ...(chosen.length === 0 ? {} : { initial_options: chosen.map(option) }),
  }
  return field(shape, element)
}

export function fileField(shape: FieldShape & { types: readonly string[] }): InputBlock {
  return field(shape, {
    type: 'file_input',
    action_id: FIELD_ACTION,
    filetypes: [...shape.types],
    max_files: 1,
  })
}

export interface ModalShape {
  /** The callback id; absent for a view that only says something. */
  readonly id?: string
  readonly title: string
  readonly submit?: string
  readonly close: string
  readonly metadata?: string
  /** Tell the app when the person closes it without sending. */
  readonly tellsWhenClosed?: boolean
  readonly blocks: readonly KnownBlock[]
}

export function modal(shape: ModalShape): ModalView {
  return {
    type: 'modal',
    ...(shape.id === undefined ? {} : { callback_id: shape.id }),
    title: plain(shape.title),
    close: plain(shape.close),
    ...(shape.submit === undefined ? {} : { submit: plain(shape.submit) }),
    ...(shape.metadata === undefined ? {} : { private_metadata: shape.metadata }),
    ...(shape.tellsWhenClosed ? { notify_on_close: true } : {}),
    blocks: [...shape.blocks],
  }
}

export function home(blocks: readonly KnownBlock[]): HomeView {
  return { type: 'home', blocks: [...blocks] }
}
