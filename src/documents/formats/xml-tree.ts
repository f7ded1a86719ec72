import { DamagedXml, type XmlAttributes, xmlReader } from './xml.ts'

/** An element of an XML file that is small enough to be held as a whole. */
export interface XmlElement {
  name: string
  attributes: XmlAttributes
  /** Its own words, without those of the elements inside it. */
  text: string
  children: XmlElement[]
  /** The line of the file where it begins. */
  line: number
}

/** The answer of a service with 5,000 meetings has a fifth of it. */
const MOST_ELEMENTS = 400_000

/** An XML file as a tree; throws what the reader of XML throws. */
export function xmlTree(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, text: '', children: [], line: 1 }
  const open = [root]
  let elements = 0
  const reader = xmlReader({
    open(name, attributes) {
      elements += 1
      if (elements > MOST_ELEMENTS) throw new DamagedXml('more elements than any answer has')
      const element: XmlElement = { name, attributes, text: '', children: [], line: reader.line() }
      open.at(-1)?.children.push(element)
      open.push(element)
    },
    close: () => void open.pop(),
    text(words) {
      const element = open.at(-1)
      if (element) element.text += words
    },
  })
  for (let from = 0; from < text.length; from += CHUNK) reader.write(text.slice(from, from + CHUNK))
  reader.end()
  return root
}

/** The parser looks at its buffers between chunks. */
const CHUNK = 32 * 1024

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name)
}
