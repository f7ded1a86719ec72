import { isRecord, type Json } from './json.ts'
import { blockTypes, elementTypes, limits } from './limits.ts'
import { type BlockProblem, Problems } from './problems.ts'
import { checkElement, checkImage, checkText } from './validate-elements.ts'

export type { BlockProblem } from './problems.ts'
export type Surface = 'message' | 'modal' | 'home'

/** What is wrong with these blocks on this surface; nothing when Slack would take them. */
export function blockProblems(blocks: unknown, surface: Surface): readonly BlockProblem[] {
  const problems = new Problems()
  checkBlocks(problems, blocks, surface)
  return problems.found
}

/** What is wrong with this view; pointers start below the view. */
export function viewProblems(view: unknown, types: readonly ('modal' | 'home')[]): readonly BlockProblem[] {
  const problems = new Problems()
  const checked = problems.object('', view)
  if (!checked || !problems.oneOf('/type', checked['type'], types)) return problems.found
  const surface = checked['type'] === 'home' ? 'home' : 'modal'
  problems.optionalString('/callback_id', checked['callback_id'], limits.id)
  problems.optionalString('/external_id', checked['external_id'], limits.id)
  problems.optionalString('/private_metadata', checked['private_metadata'], limits.privateMetadata)
  if (surface === 'modal') checkFrame(problems, checked)
  if (checked['blocks'] === undefined) problems.missing('', 'blocks')
  else checkBlocks(problems, checked['blocks'], surface)
  return problems.found
}

function checkFrame(problems: Problems, view: Json): void {
  if (view['title'] === undefined) problems.missing('', 'title')
  for (const name of ['title', 'submit', 'close']) {
    if (view[name] !== undefined && view[name] !== null) {
      checkText(problems, `/${name}`, view[name], limits.modalWord, ['plain_text'])
    }
  }
  const blocks = Array.isArray(view['blocks']) ? view['blocks'] : []
  const hasInput = blocks.some((block) => isRecord(block) && block['type'] === 'input')
  // docs.slack.dev, views: "submit is required when an input block is within the blocks array".
  if (hasInput && !view['submit']) problems.missing('', 'submit')
}

function checkBlocks(problems: Problems, blocks: unknown, surface: Surface): void {
  const all = problems.count('/blocks', blocks, 0, limits.blocks[surface])
  const seen = new Set<unknown>()
  let markdown = 0
  all.forEach((value, at) => {
    const pointer = `/blocks/${at}`
    const block = problems.object(pointer, value)
    if (!block || !problems.oneOf(`${pointer}/type`, block['type'], blockTypes[surface])) return
    const id = block['block_id']
    problems.optionalString(`${pointer}/block_id`, id, limits.id)
    if (id !== undefined && seen.has(id)) {
      problems.add(`${pointer}/block_id`, 'duplicate_id', `block_id "${String(id)}" already exists`)
    }
    if (id !== undefined) seen.add(id)
    if (block['type'] === 'markdown') markdown += String(block['text'] ?? '').length
    checks[String(block['type'])]?.(problems, pointer, block)
  })
  if (markdown > limits.markdown) {
    problems.add(
      '/blocks',
      'max_length_exceeded',
      `markdown blocks must be less than ${limits.markdown + 1} characters in total`,
    )
  }
}

type Check = (problems: Problems, pointer: string, block: Json) => void

const checks: Readonly<Record<string, Check>> = {
  section: checkSection,
  header: (problems, pointer, block) => {
    checkText(problems, `${pointer}/text`, block['text'], limits.header, ['plain_text'])
  },
  context: checkContext,
  actions: (problems, pointer, block) => {
    checkGroup(problems, pointer, block, limits.actionsElements, elementTypes.actions)
  },
  context_actions: (problems, pointer, block) => {
    checkGroup(problems, pointer, block, limits.contextActionsElements, elementTypes.contextActions)
  },
  input: checkInput,
  image: (problems, pointer, block) => {
    checkImage(problems, pointer, block)
    const title = block['title']
    if (title !== undefined)
      checkText(problems, `${pointer}/title`, title, limits.image.title, ['plain_text'])
  },
  markdown: (problems, pointer, block) => {
    problems.string(`${pointer}/text`, block['text'], limits.markdown)
  },
  table: checkTable,
  rich_text: (problems, pointer, block) => {
    problems.count(`${pointer}/elements`, block['elements'], 1, Number.POSITIVE_INFINITY)
  },
}

function checkSection(problems: Problems, pointer: string, block: Json): void {
  if (block['text'] === undefined && block['fields'] === undefined) problems.missing(pointer, 'text')
  if (block['text'] !== undefined) checkText(problems, `${pointer}/text`, block['text'], limits.section.text)
  if (block['fields'] !== undefined) {
    const fields = problems.count(`${pointer}/fields`, block['fields'], 1, limits.section.fields)
    fields.forEach((field, at) => {
      checkText(problems, `${pointer}/fields/${at}`, field, limits.section.field)
    })
  }
  const accessory = block['accessory']
  if (accessory === undefined) return
  const checked = problems.object(`${pointer}/accessory`, accessory)
  if (checked && problems.oneOf(`${pointer}/accessory/type`, checked['type'], elementTypes.accessory)) {
    checkElement(problems, `${pointer}/accessory`, checked)
  }
}

function checkContext(problems: Problems, pointer: string, block: Json): void {
  const elements = problems.count(`${pointer}/elements`, block['elements'], 1, limits.contextElements)
  elements.forEach((element, at) => {
    const where = `${pointer}/elements/${at}`
    if (isRecord(element) && element['type'] === 'image') checkImage(problems, where, element)
    else checkText(problems, where, element, limits.textObject)
  })
}

function checkGroup(
  problems: Problems,
  pointer: string,
  block: Json,
  max: number,
  types: readonly string[],
): void {
  const elements = problems.count(`${pointer}/elements`, block['elements'], 1, max)
  const seen = new Set<unknown>()
  elements.forEach((value, at) => {
    const where = `${pointer}/elements/${at}`
    const element = problems.object(where, value)
    if (!element || !problems.oneOf(`${where}/type`, element['type'], types)) return
    const id = element['action_id']
    if (id !== undefined && seen.has(id)) {
      problems.add(
        `${where}/action_id`,
        'duplicate_id',
        `action_id "${String(id)}" already exists for this block`,
      )
    }
    if (id !== undefined) seen.add(id)
    checkElement(problems, where, element)
  })
}

function checkInput(problems: Problems, pointer: string, block: Json): void {
  checkText(problems, `${pointer}/label`, block['label'], limits.label, ['plain_text'])
  if (block['hint'] !== undefined)
    checkText(problems, `${pointer}/hint`, block['hint'], limits.hint, ['plain_text'])
  const element = problems.object(`${pointer}/element`, block['element'])
  if (element && problems.oneOf(`${pointer}/element/type`, element['type'], elementTypes.input)) {
    checkElement(problems, `${pointer}/element`, element)
  }
}

function checkTable(problems: Problems, pointer: string, block: Json): void {
  const rows = problems.count(`${pointer}/rows`, block['rows'], 1, limits.table.rows)
  rows.forEach((row, at) => {
    problems.count(`${pointer}/rows/${at}`, row, 1, limits.table.columns)
  })
}
