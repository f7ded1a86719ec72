// Block elements (docs.slack.dev/reference/block-kit/block-elements).

import { limits } from '../limits.ts'
import {
  anything,
  boolean,
  either,
  isPlain,
  list,
  matching,
  maybe,
  object,
  oneOf,
  string,
  whole,
} from './checks.ts'
import {
  actionable,
  actionId,
  element,
  focusable,
  imageSource,
  option,
  optionsFit,
  placeheld,
  plainText,
  richOption,
  style,
  webAddress,
} from './composition.ts'
import { ids, selects } from './selects.ts'

const anyText = string(Number.POSITIVE_INFINITY)

/** A typed-in field: no confirmation, and possibly an action as one types. */
const typedIn = {
  ...actionId,
  focus_on_load: maybe(boolean),
  placeholder: maybe(plainText(limits.placeholder)),
  dispatch_action_config: maybe(
    object({ trigger_actions_on: maybe(list(oneOf('on_enter_pressed', 'on_character_entered'), 2)) }),
  ),
}

const date = matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '2017-09-20')
const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, '09:00')

const choosers = {
  ...element(
    'checkboxes',
    {
      ...focusable,
      options: list(richOption, limits.choices),
      initial_options: maybe(list(richOption, limits.choices)),
    },
    optionsFit,
  ),
  ...element(
    'radio_buttons',
    { ...focusable, options: list(richOption, limits.choices), initial_option: maybe(richOption) },
    optionsFit,
  ),
  ...element('datepicker', { ...placeheld, initial_date: maybe(date) }),
  ...element('timepicker', { ...placeheld, initial_time: maybe(time), timezone: maybe(string(255, 1)) }),
}
const dateTimePicker = element('datetimepicker', {
  ...focusable,
  initial_date_time: maybe(whole(1_000_000_000, 9_999_999_999)),
})

const button = element('button', {
  ...actionable,
  text: plainText(limits.button.text),
  value: maybe(string(limits.button.value)),
  url: maybe(webAddress),
  style,
  accessibility_label: maybe(string(limits.button.accessibilityLabel, 1)),
})
const workflowButton = element('workflow_button', {
  ...actionable,
  text: plainText(limits.button.text),
  workflow: anything(),
  style,
  accessibility_label: maybe(string(limits.button.accessibilityLabel, 1)),
})
const overflow = element(
  'overflow',
  {
    ...actionable,
    options: list(option(plainText(limits.option.text), { url: maybe(webAddress) }), limits.overflow),
  },
  optionsFit,
)

const richTextInput = element('rich_text_input', {
  ...typedIn,
  initial_value: maybe(anything()),
  min_lines: maybe(whole(1, limits.richTextInputLines)),
  max_lines: maybe(whole(1, limits.richTextInputLines)),
})
const typedInElements = {
  ...element(
    'plain_text_input',
    {
      ...typedIn,
      initial_value: maybe(string(limits.plainTextInput)),
      multiline: maybe(boolean),
      min_length: maybe(whole(0, limits.plainTextInput)),
      max_length: maybe(whole(1, limits.plainTextInput)),
    },
    (value, path, report) => {
      if (isPlain(value) && Number(value['min_length'] ?? 0) > Number(value['max_length'] ?? limits.text))
        report(path, 'has a min_length over its max_length')
    },
  ),
  ...element('email_text_input', { ...typedIn, initial_value: maybe(anyText) }),
  ...element('url_text_input', { ...typedIn, initial_value: maybe(anyText) }),
  ...element('number_input', {
    ...typedIn,
    is_decimal_allowed: boolean,
    initial_value: maybe(anyText),
    min_value: maybe(anyText),
    max_value: maybe(anyText),
  }),
  ...richTextInput,
  ...element('file_input', {
    ...actionId,
    filetypes: maybe(list(matching(/^[a-z0-9]+$/, 'pdf'), Number.POSITIVE_INFINITY)),
    max_files: maybe(whole(1, limits.fileInput)),
  }),
}

const feedback = object({
  text: plainText(limits.button.text),
  accessibility_label: maybe(string(limits.button.accessibilityLabel, 1)),
  value: string(limits.button.value),
})

export const imageElement = element(
  'image',
  { ...imageSource, alt_text: string(limits.image.altText, 1) },
  either('image_url', 'slack_file'),
)

/** Which elements stand where (T: `SectionBlockAccessory`, `ActionsBlockElement`, `InputBlockElement`, …). */
export const elementsOf = {
  section: { ...imageElement, ...button, ...workflowButton, ...overflow, ...selects, ...choosers },
  actions: {
    ...button,
    ...workflowButton,
    ...overflow,
    ...selects,
    ...choosers,
    ...dateTimePicker,
    ...richTextInput,
  },
  input: { ...typedInElements, ...selects, ...choosers, ...dateTimePicker },
  contextActions: {
    ...element('feedback_buttons', { ...actionId, positive_button: feedback, negative_button: feedback }),
    ...element('icon_button', {
      ...actionable,
      icon: string(255, 1),
      text: plainText(limits.button.text),
      value: maybe(string(limits.button.value)),
      accessibility_label: maybe(string(limits.button.accessibilityLabel, 1)),
      visible_to_user_ids: ids,
    }),
  },
}
