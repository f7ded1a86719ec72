import { html, parse, type TreeAdapter } from 'parse5'

type Attributes = ReturnType<TreeAdapter['getAttrList']>

/**
 * An element, a text or the document itself. Children are linked instead of listed: the arrays of parse5's
 * own tree take twice the memory, and a page with a table of 100,000 rows must fit.
 */
export interface HtmlNode {
  /** `#text` or `#document` for what is no element. */
  readonly tag: string
  readonly namespace: html.NS
  attributes: Attributes
  text: string
  parent: HtmlNode | null
  previous: HtmlNode | null
  next: HtmlNode | null
  first: HtmlNode | null
  last: HtmlNode | null
}

interface TreeTypes {
  node: HtmlNode
  parentNode: HtmlNode
  childNode: HtmlNode
  document: HtmlNode
  documentFragment: HtmlNode
  element: HtmlNode
  commentNode: HtmlNode
  textNode: HtmlNode
  template: HtmlNode
  documentType: HtmlNode
}

/** Badly nested formatting makes a parser copy elements: a small hostile page could ask for billions. */
const MOST_ELEMENTS = 2_000_000

/** A page as browsers take it apart, or nothing where it has more elements than can be held. Runs and fetches nothing. */
export function htmlTree(text: string): HtmlNode | undefined {
  try {
    return parse(text, { treeAdapter: linkedTree(), scriptingEnabled: false })
  } catch (problem) {
    if (problem instanceof TooManyElements) return undefined
    throw problem
  }
}

export function attributeOf(element: HtmlNode, name: string): string | undefined {
  return element.attributes.find((one) => one.name === name)?.value
}

/** What to do on the way through a page; `enter` says whether to go into a node. */
export interface Visit {
  enter(node: HtmlNode): boolean
  leave(node: HtmlNode): void
}

/** Through a node and all below it, in reading order. No recursion: pages nest as deep as they like. */
export function walk(root: HtmlNode, visit: Visit): void {
  go(root, visit, false)
}

/** The same for the last time: what is behind is let go, so that its memory is there for what is read from it. */
export function walkAndLetGo(root: HtmlNode, visit: Visit): void {
  go(root, visit, true)
}

function go(root: HtmlNode, { enter, leave }: Visit, letGo: boolean): void {
  let node: HtmlNode | null = root
  while (node) {
    const inside: boolean = enter(node)
    if (inside && node.first) {
      node = node.first
      continue
    }
    if (inside) leave(node)
    while (node && node !== root && !node.next) {
      node = node.parent
      if (node) leave(node)
    }
    if (!node || node === root) return
    const { parent, next }: HtmlNode = node
    if (letGo && parent && next) {
      parent.first = next
      next.previous = null
    }
    node = next
  }
}

class TooManyElements extends Error {}

const NONE: Attributes = []

function nodeOf(tag: string, text = '', namespace = html.NS.HTML, attributes = NONE): HtmlNode {
  return {
    tag,
    namespace,
    attributes: attributes.length === 0 ? NONE : attributes,
    text,
    parent: null,
    previous: null,
    next: null,
    first: null,
    last: null,
  }
}

function append(parent: HtmlNode, node: HtmlNode): void {
  node.parent = parent
  node.previous = parent.last
  node.next = null
  if (parent.last) parent.last.next = node
  else parent.first = node
  parent.last = node
}

function insertBefore(parent: HtmlNode, node: HtmlNode, other: HtmlNode): void {
  node.parent = parent
  node.previous = other.previous
  node.next = other
  if (other.previous) other.previous.next = node
  else parent.first = node
  other.previous = node
}

function detach(node: HtmlNode): void {
  const { parent, previous, next } = node
  if (!parent) return
  if (previous) previous.next = next
  else parent.first = next
  if (next) next.previous = previous
  else parent.last = previous
  node.parent = null
  node.previous = null
  node.next = null
}

function childrenOf(parent: HtmlNode): HtmlNode[] {
  const children: HtmlNode[] = []
  for (let child = parent.first; child; child = child.next) children.push(child)
  return children
}

/** A longer text goes on in a text of its own beside it. */
const LONGEST_TEXT = 32 * 1024

function mayGrow(node: HtmlNode | null): node is HtmlNode {
  return node?.tag === '#text' && node.text.length < LONGEST_TEXT
}

/**
 * The parser hands over a text word by word, and the engine keeps a string that grew as all its pieces, which
 * take ten times its size. A text that has doubled is therefore made one piece.
 */
function addText(node: HtmlNode, text: string): void {
  const before = node.text.length
  node.text += text
  if (Math.clz32(before) === Math.clz32(node.text.length)) return
  // Looking for something in a text makes the engine join its pieces; this is nothing that a text can hold.
  node.text = node.text.replace('\u0000', '')
}

/** What parse5 builds a page with. Comments and places in the source are not kept. */
function linkedTree(): TreeAdapter<TreeTypes> {
  let elements = 0
  let mode = html.DOCUMENT_MODE.NO_QUIRKS
  return {
    createDocument: () => nodeOf('#document'),
    createDocumentFragment: () => nodeOf('#fragment'),
    createElement(tag, namespace, attributes) {
      elements += 1
      if (elements > MOST_ELEMENTS) throw new TooManyElements()
      return nodeOf(tag, '', namespace, attributes)
    },
    createCommentNode: () => nodeOf('#comment'),
    createTextNode: (text) => nodeOf('#text', text),
    appendChild: append,
    insertBefore,
    detachNode: detach,
    insertText(parent, text) {
      if (mayGrow(parent.last)) addText(parent.last, text)
      else append(parent, nodeOf('#text', text))
    },
    insertTextBefore(parent, text, other) {
      if (mayGrow(other.previous)) addText(other.previous, text)
      else insertBefore(parent, nodeOf('#text', text), other)
    },
    setTemplateContent: append,
    getTemplateContent: (template) => template.first ?? template,
    adoptAttributes(element, attributes) {
      const known = new Set(element.attributes.map((one) => one.name))
      element.attributes = [...element.attributes, ...attributes.filter((one) => !known.has(one.name))]
    },
    setDocumentType: () => undefined,
    setDocumentMode(_, wanted) {
      mode = wanted
    },
    getDocumentMode: () => mode,
    getFirstChild: (node) => node.first,
    getChildNodes: childrenOf,
    getParentNode: (node) => node.parent,
    getAttrList: (element) => element.attributes,
    getTagName: (element) => element.tag,
    getNamespaceURI: (element) => element.namespace,
    getTextNodeContent: (node) => node.text,
    getCommentNodeContent: () => '',
    getDocumentTypeNodeName: () => '',
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    isTextNode: (node): node is HtmlNode => node.tag === '#text',
    isCommentNode: (node): node is HtmlNode => node.tag === '#comment',
    isDocumentTypeNode: (_): _ is HtmlNode => false,
    isElementNode: (node): node is HtmlNode => !node.tag.startsWith('#'),
    getNodeSourceCodeLocation: () => null,
    setNodeSourceCodeLocation: () => undefined,
    updateNodeSourceCodeLocation: () => undefined,
  }
}
