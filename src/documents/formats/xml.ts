import sax from 'sax'

/** What an XML file says, in its order. Names of WordprocessingML have the prefix `w`, whatever the file calls it. */
export interface XmlVisit {
  open(name: string, attributes: XmlAttributes): void
  close(name: string): void
  text(text: string): void
}

export type XmlAttributes = Readonly<Partial<Record<string, string>>>

export interface XmlReader {
  write(chunk: string): void
  /** Throws where the file breaks off. */
  end(): void
  /** The line of the file at hand, from 1. */
  line(): number
}

/** Not well formed, cut short, or nested deeper than any paper is. */
export class DamagedXml extends Error {}

/**
 * It declares what it is made of or what it stands in for. No council system's answer and no part of a Word
 * document does; those who do want other files opened or words multiplied.
 */
export class XmlWithDeclarations extends Error {}

const DEEPEST = 400
const WORD =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)$/

/** Reads XML as it comes. Entities are only the five of XML and those of HTML; nothing is fetched. */
export function xmlReader(visit: XmlVisit): XmlReader {
  const parser = sax.parser(true, {})
  const renamed = new Map<string, string>()
  let depth = 0

  function named(name: string): string {
    if (renamed.size === 0) return name
    const colon = name.indexOf(':')
    const prefix = colon < 0 ? '' : name.slice(0, colon)
    const known = renamed.get(prefix)
    return known === undefined ? name : `${known}:${name.slice(colon + 1)}`
  }

  parser.onerror = (problem) => {
    throw new DamagedXml(problem.message)
  }
  parser.ondoctype = () => {
    throw new XmlWithDeclarations()
  }
  parser.onopentag = ({ name, attributes }) => {
    depth += 1
    if (depth > DEEPEST) throw new DamagedXml('nested too deep')
    const values: Record<string, string> = {}
    for (const [key, value] of Object.entries(attributes)) {
      const text = typeof value === 'string' ? value : value.value
      if (key.startsWith('xmlns')) {
        const prefix = key.slice('xmlns:'.length)
        if (WORD.test(text) && prefix !== 'w') renamed.set(prefix, 'w')
      } else values[key] = text
    }
    if (renamed.size > 0)
      for (const [key, value] of Object.entries(values)) if (key.includes(':')) values[named(key)] = value
    visit.open(named(name), values)
  }
  parser.onclosetag = (name) => {
    depth -= 1
    visit.close(named(name))
  }
  parser.ontext = (text) => visit.text(text)
  parser.oncdata = (text) => visit.text(text)

  return {
    write: (chunk) => void parser.write(chunk),
    end: () => void parser.close(),
    line: () => parser.line + 1,
  }
}
