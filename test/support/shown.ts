// What a view or message shows, found by walking it: views are data, and tests look at all of them alike.

export type Part = Readonly<Record<string, unknown>>

/** Every object in it, from the outside in. */
export function partsOf(shown: unknown): Part[] {
  if (Array.isArray(shown)) return shown.flatMap(partsOf)
  return isPart(shown) ? [shown, ...Object.values(shown).flatMap(partsOf)] : []
}

/** Every text in Slack's mrkdwn. */
export function mrkdwnOf(shown: unknown): string[] {
  return partsOf(shown).flatMap((part) => (part['type'] === 'mrkdwn' ? String(part['text']) : []))
}

/** Every text that a person reads, of whatever kind. */
export function textsOf(shown: unknown): string[] {
  return partsOf(shown).flatMap((part) =>
    ['mrkdwn', 'plain_text', 'text'].includes(String(part['type'])) ? String(part['text']) : [],
  )
}

/** What its fields hold before anybody types, as Slack would give it back. */
export function untouched(view: unknown): { state: { values: Record<string, unknown> } } {
  const values = partsOf(view).flatMap((part): [string, unknown][] => {
    const element = part['element']
    if (part['type'] !== 'input' || !isPart(element)) return []
    const state = {
      type: element['type'],
      value: element['initial_value'] ?? null,
      selected_option: element['initial_option'] ?? null,
      selected_date: element['initial_date'] ?? null,
      selected_time: element['initial_time'] ?? null,
    }
    return [[String(part['block_id']), { [String(element['action_id'])]: state }]]
  })
  return { state: { values: Object.fromEntries(values) } }
}

/** What a person reads, a line each, with the controls in brackets. */
export function readable(shown: { readonly blocks: unknown; readonly title?: unknown }): string {
  return [...(shown.title ? [`# ${wordsOf(shown.title)}`] : []), ...list(shown.blocks).map(lineOf)].join('\n')
}

function lineOf(block: unknown): string {
  if (!isPart(block)) return ''
  const label = wordsOf(block['label'])
  const element = block['element']
  if (isPart(element)) {
    const given = ['initial_value', 'initial_date', 'initial_time'].map((key) => element[key])
    const value = given.find((it) => it !== undefined) ?? wordsOf(element['initial_option'])
    const options = list(element['options']).map(wordsOf).join(' | ')
    return `${label}: [${[value, options].filter(Boolean).join(' of ')}]`
  }
  const elements = list(block['elements'])
  if (block['type'] === 'actions') return elements.map((it) => `[${wordsOf(it)}]`).join(' ')
  if (block['type'] === 'divider') return '----'
  return elements.length > 0 ? elements.map(wordsOf).join(' ') : wordsOf(block)
}

function wordsOf(part: unknown): string {
  if (!isPart(part)) return typeof part === 'string' ? part : ''
  const inside = part['text']
  return typeof inside === 'string' ? inside : inside === undefined ? '' : wordsOf(inside)
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
