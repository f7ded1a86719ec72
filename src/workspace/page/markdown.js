/** Ordinary Markdown, for the `markdown` block: headings, lists, quotes, tables, code, links and emphasis. */
import { fragment, h } from './dom.js'
import { withEmoji } from './emoji.js'
import { link } from './entity.js'
import { withBreaks } from './mrkdwn.js'

/**
 * @param {string} text
 * @returns {DocumentFragment}
 */
export function markdown(text) {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  /** @type {Node[]} */
  const out = []
  let at = 0
  /** @param {(line: string) => boolean} belongs */
  const take = (belongs) => {
    const from = at
    while (at < lines.length && belongs(lines[at] ?? '')) at += 1
    return lines.slice(from, at)
  }
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line)
    if (line.trim() === '') at += 1
    else if (/^```/.test(line)) {
      at += 1
      out.push(h('pre', { class: 'code-block' }, take((one) => !/^```/.test(one)).join('\n')))
      at += 1
    } else if (heading) {
      // The page has its own headings above these.
      out.push(
        h(
          'p',
          { class: `md-heading md-h${heading[1]?.length}`, role: 'heading', 'aria-level': 4 },
          inline(heading[2] ?? ''),
        ),
      )
      at += 1
    } else if (/^([-*_])(\s*\1){2,}\s*$/.test(line)) {
      out.push(h('hr'))
      at += 1
    } else if (/^>/.test(line))
      out.push(
        h(
          'blockquote',
          {},
          markdown(
            take((one) => /^>/.test(one))
              .map((one) => one.replace(/^> ?/, ''))
              .join('\n'),
          ),
        ),
      )
    else if (isItem(line)) out.push(list(take((one) => isItem(one) || /^\s+\S/.test(one))))
    else if (/^\s*\|/.test(line) && /^\s*\|?[\s:|-]+$/.test(lines[at + 1] ?? 'x'))
      out.push(table(take((one) => one.includes('|'))))
    else
      out.push(
        h(
          'p',
          {},
          withBreaks(inline(take((one) => one.trim() !== '' && !startsSomething(one)).join('\n') || take1())),
        ),
      )
  }
  return fragment(out)

  function take1() {
    at += 1
    return lines[at - 1] ?? ''
  }
}

/** @param {string} line */
const isItem = (line) => /^\s*([-*+]|\d+[.)])\s+/.test(line)

/** @param {string} line */
const startsSomething = (line) => /^(#{1,6}\s|```|>)/.test(line) || isItem(line)

/**
 * @param {readonly string[]} lines
 * @returns {HTMLElement}
 */
function list(lines) {
  const first = lines[0] ?? ''
  const indent = /^\s*/.exec(first)?.[0].length ?? 0
  const number = /^\s*(\d+)[.)]/.exec(first)?.[1]
  /** @type {string[][]} */
  const items = []
  for (const line of lines) {
    const depth = /^\s*/.exec(line)?.[0].length ?? 0
    if (isItem(line) && depth <= indent) items.push([line.replace(/^\s*([-*+]|\d+[.)])\s+/, '')])
    else items.at(-1)?.push(line)
  }
  const nodes = items.map(([head = '', ...rest]) => {
    const nestedAt = rest.findIndex(isItem)
    const more = nestedAt < 0 ? rest : rest.slice(0, nestedAt)
    const words = [head, ...more.map((line) => line.trim())].join('\n')
    return h('li', {}, withBreaks(inline(words)), nestedAt >= 0 && list(rest.slice(nestedAt)))
  })
  return number ? h('ol', { start: number }, nodes) : h('ul', {}, nodes)
}

/**
 * @param {readonly string[]} lines
 * @returns {HTMLElement}
 */
function table(lines) {
  const cells = (/** @type {string} */ line) =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replaceAll('\\|', '|'))
  const [head = '', , ...body] = lines
  return h(
    'div',
    { class: 'table-frame', tabindex: 0, role: 'group', 'aria-label': 'Table' },
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          cells(head).map((cell) => h('th', { scope: 'col' }, inline(cell))),
        ),
      ),
      h(
        'tbody',
        {},
        body.map((line) =>
          h(
            'tr',
            {},
            cells(line).map((cell) => h('td', {}, inline(cell))),
          ),
        ),
      ),
    ),
  )
}

const INLINE =
  /(`[^`]+`)|\[([^\]]+)\]\(([^)\s]+)\)|(\*\*|__)(?=\S)(.+?)(?<=\S)\4|(~~)(?=\S)(.+?)(?<=\S)~~|(?<![\w*])([*_])(?=\S)(.+?)(?<=\S)\8(?!\w)|(https?:\/\/[^\s<>()]*[^\s<>().,:;!?])/

/**
 * @param {string} text
 * @returns {(Node | string)[]}
 */
function inline(text) {
  const found = INLINE.exec(text)
  if (!found) return [withEmoji(text.replace(/\\([\\`*_{}[\]()#+.!|~>-])/g, '$1'))]
  const [whole, code, words, address, , strong, , struck, , emphasis, bare] = found
  const node =
    code !== undefined
      ? h('code', {}, code.slice(1, -1))
      : words !== undefined
        ? link(address ?? '', inline(words))
        : strong !== undefined
          ? h('strong', {}, inline(strong))
          : struck !== undefined
            ? h('s', {}, inline(struck))
            : emphasis !== undefined
              ? h('em', {}, inline(emphasis))
              : link(bare ?? '', [bare ?? ''])
  return [
    ...inline(text.slice(0, found.index)).filter((part) => part !== ''),
    node,
    ...inline(text.slice(found.index + whole.length)).filter((part) => part !== ''),
  ]
}
