import { choicesOf, words } from './blocks.ts'
import { isRecord, type Json, list, records, string } from './json.ts'
import type { State } from './state.ts'

/** What a person can read in blocks, as plain text, a line a block. */
export function readable(state: State, blocks: readonly Json[]): string {
  return blocks
    .map((block) => lineOf(state, block))
    .filter((line) => line !== '')
    .join('\n')
}

/** mrkdwn as it looks: mentions by name, links by their words, marks of emphasis gone. */
export function unmarked(state: State, mrkdwn: string): string {
  return mrkdwn
    .replace(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g, (_, id: string) => `@${state.people.get(id)?.realName ?? id}`)
    .replace(/<#([A-Z0-9]+)(?:\|[^>]*)?>/g, (_, id: string) => `#${state.channels.get(id)?.name ?? id}`)
    .replace(/<!date\^\d+\^[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<!(here|channel|everyone)(?:\|[^>]*)?>/g, '@$1')
    .replace(/<(?:https?:|mailto:|tel:)[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<((?:https?:|mailto:|tel:)[^>]*)>/g, '$1')
    .replace(/(^|[\s(>])([*_~`])(?=\S)([^\n]*?\S)\2(?=$|[\s).,;:!?])/gm, '$1$3')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

function lineOf(state: State, block: Json): string {
  const text = (value: unknown) => textOf(state, value)
  const elements = records(block['elements'])
  switch (block['type']) {
    case 'header':
    case 'alert':
      return text(block['text'])
    case 'section': {
      const parts = [text(block['text']), ...records(block['fields']).map(text)]
      if (isRecord(block['accessory'])) parts.push(elementWords(block['accessory']))
      return parts.filter(Boolean).join('\n')
    }
    case 'context':
      return elements
        .map((element) => (element['type'] === 'image' ? words(element['alt_text']) : text(element)))
        .join(' ')
    case 'actions':
    case 'context_actions':
      return elements.map(elementWords).filter(Boolean).join(' ')
    case 'input':
      return [words(block['label']), words(block['hint'])].filter(Boolean).join('\n')
    case 'image':
      return words(block['title']) || words(block['alt_text'])
    case 'markdown':
      return string(block['text']) ?? ''
    case 'rich_text':
      return elements.map((element) => richText(state, element)).join('\n')
    case 'table':
      return list(block['rows'])
        .map((row) =>
          records(row)
            .map((cell) => cellText(state, cell))
            .join(' | '),
        )
        .join('\n')
    default:
      return ''
  }
}

function textOf(state: State, value: unknown): string {
  if (!isRecord(value)) return ''
  return value['type'] === 'mrkdwn' ? unmarked(state, words(value)) : words(value)
}

function elementWords(element: Json): string {
  const type = string(element['type']) ?? ''
  if (type === 'image') return words(element['alt_text'])
  if (type === 'button') return `[${words(element['text'])}]`
  const shown = type === 'radio_buttons' || type === 'checkboxes'
  if (shown)
    return choicesOf(element)
      .map(({ text }) => `[${text}]`)
      .join(' ')
  const placeholder = words(element['placeholder'])
  return placeholder ? `[${placeholder}]` : ''
}

function cellText(state: State, cell: Json): string {
  return cell['type'] === 'raw_text'
    ? words(cell['text'])
    : records(cell['elements'])
        .map((one) => richText(state, one))
        .join(' ')
}

function richText(state: State, element: Json): string {
  const inner = records(element['elements'])
  switch (element['type']) {
    case 'rich_text_list':
      return inner.map((item) => `• ${richText(state, item)}`).join('\n')
    case 'text':
      return string(element['text']) ?? ''
    case 'link':
      return string(element['text']) ?? string(element['url']) ?? ''
    case 'user':
      return unmarked(state, `<@${string(element['user_id']) ?? ''}>`)
    case 'channel':
      return unmarked(state, `<#${string(element['channel_id']) ?? ''}>`)
    case 'emoji':
      return `:${string(element['name']) ?? ''}:`
    case 'broadcast':
      return `@${string(element['range']) ?? ''}`
    default:
      return inner.map((one) => richText(state, one)).join('')
  }
}
