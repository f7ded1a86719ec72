import { isRecord, type Json } from './json.ts'
import { limits } from './limits.ts'
import type { Problems } from './problems.ts'

export type TextKind = 'plain_text' | 'mrkdwn'

export function checkText(
  problems: Problems,
  pointer: string,
  value: unknown,
  max: number,
  kinds: readonly TextKind[] = ['plain_text', 'mrkdwn'],
): void {
  const text = problems.object(pointer, value)
  if (!text) return
  if (problems.oneOf(`${pointer}/type`, text['type'], kinds))
    problems.string(`${pointer}/text`, text['text'], max)
}

const plain: readonly TextKind[] = ['plain_text']

export function checkElement(problems: Problems, pointer: string, element: Json): void {
  problems.optionalString(`${pointer}/action_id`, element['action_id'], limits.id)
  if (element['placeholder'] !== undefined) {
    checkText(problems, `${pointer}/placeholder`, element['placeholder'], limits.placeholder, plain)
  }
  if (element['confirm'] !== undefined) checkConfirm(problems, `${pointer}/confirm`, element['confirm'])
  checks[String(element['type'])]?.(problems, pointer, element)
}

type Check = (problems: Problems, pointer: string, element: Json) => void

const checks: Readonly<Record<string, Check>> = {
  button: checkButton,
  overflow: (problems, pointer, element) => {
    checkOptions(problems, pointer, element, limits.overflowOptions, plain)
  },
  static_select: checkMenu,
  multi_static_select: checkMenu,
  radio_buttons: checkFewOptions,
  checkboxes: checkFewOptions,
  datepicker: (problems, pointer, element) => {
    checkPattern(
      problems,
      `${pointer}/initial_date`,
      element['initial_date'],
      /^\d{4}-\d\d-\d\d$/,
      'YYYY-MM-DD',
    )
  },
  timepicker: (problems, pointer, element) => {
    const pattern = /^([01]\d|2[0-3]):[0-5]\d$/
    checkPattern(problems, `${pointer}/initial_time`, element['initial_time'], pattern, 'HH:mm')
  },
  plain_text_input: checkTextInput,
  number_input: (problems, pointer, element) => {
    if (typeof element['is_decimal_allowed'] !== 'boolean') problems.missing(pointer, 'is_decimal_allowed')
  },
  file_input: checkFileInput,
  image: checkImage,
}

function checkButton(problems: Problems, pointer: string, button: Json): void {
  checkText(problems, `${pointer}/text`, button['text'], limits.button.text, plain)
  problems.optionalString(`${pointer}/value`, button['value'], limits.button.value)
  problems.optionalString(`${pointer}/url`, button['url'], limits.button.url)
  const label = button['accessibility_label']
  problems.optionalString(`${pointer}/accessibility_label`, label, limits.button.accessibilityLabel)
  if (button['style'] !== undefined)
    problems.oneOf(`${pointer}/style`, button['style'], ['primary', 'danger'])
}

function checkFewOptions(problems: Problems, pointer: string, element: Json): void {
  checkOptions(problems, pointer, element, limits.fewOptions, ['plain_text', 'mrkdwn'])
}

export function checkImage(problems: Problems, pointer: string, image: Json): void {
  if (image['image_url'] === undefined && image['slack_file'] === undefined)
    problems.missing(pointer, 'image_url')
  problems.optionalString(`${pointer}/image_url`, image['image_url'], limits.image.url)
  if (image['alt_text'] === undefined) problems.missing(pointer, 'alt_text')
  problems.optionalString(`${pointer}/alt_text`, image['alt_text'], limits.image.alt)
}

function checkMenu(problems: Problems, pointer: string, menu: Json): void {
  if (menu['option_groups'] === undefined) {
    checkOptions(problems, pointer, menu, limits.options, plain)
    return
  }
  if (menu['options'] !== undefined) {
    problems.add(pointer, 'mutually_exclusive', 'only one of options or option_groups may be given')
  }
  const groups = problems.count(`${pointer}/option_groups`, menu['option_groups'], 1, limits.optionGroups)
  groups.forEach((group, at) => {
    const where = `${pointer}/option_groups/${at}`
    const checked = problems.object(where, group)
    if (!checked) return
    checkText(problems, `${where}/label`, checked['label'], limits.groupLabel, plain)
    checkOptions(problems, where, checked, limits.options, plain)
  })
  checkInitial(problems, pointer, menu)
}

function checkOptions(
  problems: Problems,
  pointer: string,
  element: Json,
  max: number,
  kinds: readonly TextKind[],
): void {
  if (element['options'] === undefined) {
    problems.missing(pointer, 'options')
    return
  }
  const options = problems.count(`${pointer}/options`, element['options'], 1, max)
  options.forEach((option, at) => {
    checkOption(problems, `${pointer}/options/${at}`, option, kinds)
  })
  checkInitial(problems, pointer, element)
}

function checkOption(problems: Problems, pointer: string, option: unknown, kinds: readonly TextKind[]): void {
  const checked = problems.object(pointer, option)
  if (!checked) return
  checkText(problems, `${pointer}/text`, checked['text'], limits.option.text, kinds)
  problems.string(`${pointer}/value`, checked['value'], limits.option.value, 0)
  problems.optionalString(`${pointer}/url`, checked['url'], limits.option.url)
  if (checked['description'] !== undefined) {
    checkText(problems, `${pointer}/description`, checked['description'], limits.option.description, kinds)
  }
}

/** An initial option must be one of the options, to the letter: Slack refuses the whole payload otherwise. */
function checkInitial(problems: Problems, pointer: string, element: Json): void {
  const groups = Array.isArray(element['option_groups']) ? element['option_groups'] : []
  const lists = [element['options'], ...groups.map((group) => (isRecord(group) ? group['options'] : []))]
  const offered = new Set(lists.flatMap((list) => (Array.isArray(list) ? list.map(identity) : [])))
  const single = element['initial_option']
  if (single !== undefined && !offered.has(identity(single))) {
    problems.add(
      `${pointer}/initial_option`,
      'invalid_option',
      'initial_option must exactly match one of the provided options',
    )
  }
  const many = element['initial_options']
  if (many === undefined) return
  problems.count(`${pointer}/initial_options`, many, 1, limits.options)
  if (Array.isArray(many) && many.some((option) => !offered.has(identity(option)))) {
    problems.add(
      `${pointer}/initial_options`,
      'invalid_option',
      'initial_options must exactly match the provided options',
    )
  }
}

function identity(option: unknown): string {
  if (!isRecord(option)) return ''
  const text = isRecord(option['text']) ? option['text']['text'] : ''
  return JSON.stringify([option['value'], text])
}

function checkTextInput(problems: Problems, pointer: string, element: Json): void {
  const max = element['max_length']
  const min = element['min_length']
  if (max !== undefined && (typeof max !== 'number' || max < 1 || max > limits.inputLength)) {
    problems.add(`${pointer}/max_length`, 'out_of_range', `must be between 1 and ${limits.inputLength}`)
  }
  if (min !== undefined && (typeof min !== 'number' || min < 0 || min > limits.inputLength)) {
    problems.add(`${pointer}/min_length`, 'out_of_range', `must be between 0 and ${limits.inputLength}`)
  }
  problems.optionalString(
    `${pointer}/initial_value`,
    element['initial_value'],
    typeof max === 'number' ? max : limits.inputLength,
  )
}

function checkFileInput(problems: Problems, pointer: string, element: Json): void {
  const max = element['max_files']
  if (max === undefined) return
  if (typeof max !== 'number' || max < limits.fileInput.min || max > limits.fileInput.max) {
    problems.add(
      `${pointer}/max_files`,
      'out_of_range',
      `must be between ${limits.fileInput.min} and ${limits.fileInput.max}`,
    )
  }
}

function checkPattern(
  problems: Problems,
  pointer: string,
  value: unknown,
  pattern: RegExp,
  form: string,
): void {
  if (value === undefined || (typeof value === 'string' && pattern.test(value))) return
  problems.add(pointer, 'invalid_format', `must be in the form ${form}`)
}

function checkConfirm(problems: Problems, pointer: string, value: unknown): void {
  const confirm = problems.object(pointer, value)
  if (!confirm) return
  checkText(problems, `${pointer}/title`, confirm['title'], limits.confirm.title, plain)
  checkText(problems, `${pointer}/text`, confirm['text'], limits.confirm.text)
  checkText(problems, `${pointer}/confirm`, confirm['confirm'], limits.confirm.button, plain)
  checkText(problems, `${pointer}/deny`, confirm['deny'], limits.confirm.button, plain)
}
