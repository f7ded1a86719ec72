import type { Flow } from './flow.ts'
import { isLeftOut, namesOf, opensContent } from './html-content.ts'
import { type OpenList, openList } from './html-lists.ts'
import { type OpenTable, openTable } from './html-tables.ts'
import { attributeOf, type HtmlNode, walkAndLetGo } from './html-tree.ts'
import { BULLET } from './list-numbers.ts'

/** Blocks that stand apart from what is above and below them. */
const APART = new Set(
  'p h1 h2 h3 h4 h5 h6 table blockquote pre hr dl section article main figure fieldset address'.split(' '),
)
/** Blocks that only begin a new line. */
const BLOCKS = new Set(
  'div li ul ol tr td th dt dd caption header aside thead tbody tfoot form legend figcaption center details summary option body html hgroup'.split(
    ' ',
  ),
)
const BOLD = new Set(['b', 'strong'])
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** How Modern.Gov, which most councils publish with, marks the titles of items and of what stands under them. */
const HEADING_NAMES = new Set([
  'mgaititletxt',
  'mgsubitemtitletxt',
  'mgsectiontitle',
  'mgmaintitletxt',
  'mgsubtitletxt',
])
const BOLD_STYLE = /(?:^|[;\s])font-weight\s*:\s*(?:bold(?:er)?|[6-9]00)/i
const PAGE_BREAK = /(?:^|[;\s])(?:page-break-before|break-before)\s*:\s*(?:always|page)/i
/** The dot and the spaces that Word writes where a list has bullets. */
const WORD_BULLET = /^[·•▪§o\uf0b7\uf0a7][\u00a0 ]*\u00a0{2,}[\u00a0 ]*/u
/** The number before a title in bold need not be bold itself. */
const NUMBER_ALONE = /^\s*\(?[A-Z]{0,3}\d{1,4}(?:[./-]\d{1,4}){0,2}[.):]?\s*$/
/** An indent of a list is four characters. */
const LIST_INDENT = 4

/** A line that is longer is no line of a paper: it goes on in the next, so that none is held as a whole. */
const LONGEST = 64 * 1024

/** Lay the content of a page out as lines. The page is used up by it. */
export function writeContent(content: HtmlNode, flow: Flow): void {
  const lists: OpenList[] = []
  const tables: OpenTable[] = []
  let text = ''
  let endsInSpace = true
  let marker = ''
  let hasBold = false
  let hasPlain = false
  let lead: string | undefined
  let gap = true
  let contents = content.tag === '#document' ? 0 : 1
  let bold = 0
  let heading = 0
  let level: number | undefined
  let preformatted = 0

  function endLine(): void {
    const printed = text
      .replace(WORD_BULLET, '')
      .replace(/[ \u00a0]{3,}/g, '\t')
      .trim()
    const number = marker === BULLET ? '' : marker
    if (printed !== '') {
      flow.paragraph({
        text: number === '' ? printed : `${number}\t${printed}`,
        bullet: marker === BULLET || WORD_BULLET.test(text),
        heading: heading > 0 || (hasBold && !hasPlain),
        level,
        lead: lead && `${number} ${lead}`,
        indent: lists.length * LIST_INDENT,
        gapAbove: gap,
      })
      marker = ''
      gap = false
    }
    text = ''
    endsInSpace = true
    hasBold = false
    hasPlain = false
    lead = undefined
  }

  function write(words: string): void {
    const before = text
    if (preformatted > 0) text += words
    else {
      const folded = words.replace(/[ \t\n\r\f]+/g, ' ')
      text += endsInSpace ? folded.replace(/^ /, '') : folded
      if (folded !== '') endsInSpace = folded.endsWith(' ')
    }
    if (/\S/.test(words)) weigh(before)
    if (text.length > LONGEST) endLine()
  }

  /** Notes whether what was written after `before` is bold. */
  function weigh(before: string): void {
    if (bold > 0) {
      if (!hasBold && NUMBER_ALONE.test(before)) hasPlain = false
      hasBold = true
    } else {
      if (hasBold && !hasPlain) lead = before
      hasPlain = true
    }
  }

  function breakLine(): void {
    if (text.trim() === '') gap = true
    endLine()
  }

  function opens(node: HtmlNode): void {
    const { tag } = node
    if (tag === 'br') breakLine()
    if (APART.has(tag) || BLOCKS.has(tag)) endLine()
    if (APART.has(tag)) gap = true
    if (PAGE_BREAK.test(attributeOf(node, 'style') ?? '') && !flow.pageIsEmpty()) flow.turnPage()
    if (opensContent(node)) contents += 1
    if (isBold(node)) bold += 1
    if (isHeading(node)) heading += 1
    if (HEADINGS.has(tag)) level = Number(tag.slice(1))
    if (tag === 'pre') preformatted += 1
    if (tag === 'ul' || tag === 'ol') {
      if (lists.length === 0) gap = true
      lists.push(openList(node))
    }
    if (tag === 'li') marker = lists.at(-1)?.next(node) ?? ''
    if (tag === 'table' || tag === 'dl') tables.push(openTable(node, flow))
    tables.at(-1)?.opens(node)
  }

  function closes(node: HtmlNode): void {
    const { tag } = node
    if (APART.has(tag) || BLOCKS.has(tag)) endLine()
    if (APART.has(tag)) gap = true
    if (opensContent(node)) contents -= 1
    if (isBold(node)) bold -= 1
    if (isHeading(node)) heading -= 1
    if (HEADINGS.has(tag)) level = undefined
    if (tag === 'pre') preformatted -= 1
    if (tag === 'ul' || tag === 'ol') {
      lists.pop()
      if (lists.length === 0) gap = true
    }
    if (tag === 'li') marker = ''
    tables.at(-1)?.closes(node)
    if (tag === 'table' || tag === 'dl') tables.pop()
  }

  walkAndLetGo(content, {
    enter(node) {
      if (node.tag === '#text') {
        if (preformatted === 0) write(node.text)
        else
          for (const [at, line] of node.text.split('\n').entries()) {
            if (at > 0) breakLine()
            write(line)
          }
        return false
      }
      if (node.tag.startsWith('#')) return node.tag === '#document'
      if (node !== content && isLeftOut(node, contents > 0)) return false
      opens(node)
      return true
    },
    leave(node) {
      if (!node.tag.startsWith('#')) closes(node)
    },
  })
  endLine()
}

function isBold(node: HtmlNode): boolean {
  return (
    BOLD.has(node.tag) || (node.attributes.length > 0 && BOLD_STYLE.test(attributeOf(node, 'style') ?? ''))
  )
}

function isHeading(node: HtmlNode): boolean {
  return (
    HEADINGS.has(node.tag) ||
    (node.attributes.length > 0 && namesOf(node).some((name) => HEADING_NAMES.has(name)))
  )
}
