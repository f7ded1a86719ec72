// Small Word documents, made part by part.
import { crc32, deflateRawSync } from 'node:zlib'

type Parts = Readonly<Record<string, string | Uint8Array>>

/** A zip file; `lying` says another size of a part than it has. */
export function zipOf(parts: Parts, lying: Readonly<Record<string, number>> = {}): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(lying[name] ?? bytes.length, 18)
    facts.writeUInt16LE(Buffer.byteLength(name), 22)
    const file = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, Buffer.from(name), packed])
    const where = Buffer.alloc(14)
    where.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, where, Buffer.from(name)]),
    )
    files.push(file)
    offset += file.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...files, listed, Buffer.from('PK\u0005\u0006'), end]))
}

export const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function relations(
  ...entries: readonly (readonly [kind: string, target: string, mode?: 'External'])[]
): string {
  const written = entries.map(
    ([kind, target, mode], at) =>
      `<Relationship Id="r${at}" Type="${OFFICE}/${kind}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
  )
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${written.join('')}</Relationships>`
}

/** The parts of a Word document with this body. */
export function wordParts(body: string, { styles = '', numbering = '' } = {}): Record<string, string> {
  return {
    '[Content_Types].xml': '<?xml version="1.0"?><Types/>',
    '_rels/.rels': relations(['officeDocument', 'word/document.xml']),
    'word/document.xml': `<?xml version="1.0"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(['styles', 'styles.xml'], ['numbering', '/word/numbering.xml']),
    'word/styles.xml': `<?xml version="1.0"?><w:styles ${NAMESPACES}>${styles}</w:styles>`,
    'word/numbering.xml': `<?xml version="1.0"?><w:numbering ${NAMESPACES}>${numbering}</w:numbering>`,
  }
}

export function wordFile(body: string, more: { styles?: string; numbering?: string } = {}): Uint8Array {
  return zipOf(wordParts(body, more))
}

/** A paragraph of one run. */
export function p(text: string, { set = '', run = '' } = {}): string {
  return `<w:p><w:pPr>${set}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** A table: rows of cells, each the XML of its paragraphs or only its text. */
export function table(...rows: readonly (readonly string[])[]): string {
  const widest = Math.max(...rows.map((row) => row.length))
  const cell = (content: string): string => `<w:tc>${content.startsWith('<') ? content : p(content)}</w:tc>`
  return `<w:tbl><w:tblGrid>${'<w:gridCol/>'.repeat(widest)}</w:tblGrid>${rows
    .map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`)
    .join('')}</w:tbl>`
}
