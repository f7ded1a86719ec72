import { choicesOf, type Placed, placedElements, words } from './blocks.ts'
import { labelOf } from './fill.ts'
import { type Held, keyOf } from './held.ts'
import { type Json, string } from './json.ts'
import type { ScreenControl, ScreenField, ScreenOption } from './screen.ts'

/** What can be pressed on a surface outside its form fields; an overflow menu is one control for each entry. */
export function controlsOf(blocks: readonly Json[], held: Held): ScreenControl[] {
  return placedElements(blocks)
    .filter((placed) => placed.place !== 'input')
    .flatMap((placed) => (placed.type === 'overflow' ? entries(placed) : [control(placed, held)]))
}

function entries(placed: Placed): ScreenControl[] {
  const options = optionsOf(placed)
  return choicesOf(placed.element).map(({ text, value, option }) => ({
    type: 'overflow',
    text,
    blockId: placed.blockId,
    actionId: placed.actionId,
    value,
    ...(string(option['url']) ? { url: String(option['url']) } : {}),
    options,
  }))
}

function control(placed: Placed, held: Held): ScreenControl {
  const { element, type, blockId, actionId } = placed
  const options = optionsOf(placed)
  const value = type === 'button' ? string(element['value']) : first(held.get(keyOf(placed)))
  const url = string(element['url'])
  const style = string(element['style'])
  return {
    type,
    text: words(element['text']) || words(element['placeholder']) || words(placed.block['text']),
    blockId,
    actionId,
    ...(value === undefined ? {} : { value }),
    ...(url ? { url } : {}),
    ...(style ? { style } : {}),
    ...(options.length > 0 ? { options } : {}),
  }
}

/** The fields of a form, with what they hold and what is wrong with them. */
export function fieldsShown(
  blocks: readonly Json[],
  held: Held,
  errors: ReadonlyMap<string, string>,
): ScreenField[] {
  return placedElements(blocks)
    .filter((placed) => placed.place === 'input')
    .map((placed) => {
      const options = optionsOf(placed)
      const hint = words(placed.block['hint'])
      const placeholder = words(placed.element['placeholder'])
      const value = held.get(keyOf(placed))
      const error = errors.get(placed.blockId)
      return {
        label: labelOf(placed),
        type: placed.type,
        blockId: placed.blockId,
        actionId: placed.actionId,
        optional: placed.block['optional'] === true,
        ...(hint ? { hint } : {}),
        ...(placeholder ? { placeholder } : {}),
        ...(options.length > 0 ? { options } : {}),
        ...(value === undefined ? {} : { value }),
        ...(error ? { error } : {}),
      }
    })
}

function optionsOf(placed: Placed): ScreenOption[] {
  return choicesOf(placed.element).map(({ text, value }) => ({ text, value }))
}

function first(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.join(',')
}
