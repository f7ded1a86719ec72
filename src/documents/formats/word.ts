import type { Line } from '../lines/line.ts'
import { openFlow } from './flow.ts'
import { bodyReader } from './word-body.ts'
import { numberingReader } from './word-numbering.ts'
import { type Relation, relationsReader } from './word-relations.ts'
import { stylesReader } from './word-styles.ts'
import { DamagedXml, type XmlVisit, XmlWithDeclarations, xmlReader } from './xml.ts'
import { DamagedZip, EncryptedZip, openZip, UnpacksTooLarge, type Zip } from './zip.ts'

export type WordReading =
  | { ok: true; pages: Line[][] }
  | { ok: false; code: 'damaged' | 'encrypted' }
  | { ok: false; code: 'unpacks-too-large'; limit: number }

/** Of the parts that are read: pictures are not. A table of 100,000 rows takes half of it. */
const LARGEST_UNPACKED = 200 * 1024 * 1024

/** The text of a Word document, page by page as far as it says where its pages end. Nothing it points to is opened. */
export async function readWord(bytes: Uint8Array, limit = LARGEST_UNPACKED): Promise<WordReading> {
  try {
    const zip = await openZip(bytes, limit)
    const [main] = await relationsOf(zip, '', 'officeDocument')
    if (!main) return { ok: false, code: 'damaged' }
    const styles = stylesReader()
    const numbering = numberingReader()
    for (const part of await relationsOf(zip, main, 'styles')) await readPart(zip, part, styles.visit)
    for (const part of await relationsOf(zip, main, 'numbering')) await readPart(zip, part, numbering.visit)
    const flow = openFlow()
    const there = await readPart(zip, main, bodyReader(styles.styles(), numbering.numbering(), flow))
    return there ? { ok: true, pages: flow.pages() } : { ok: false, code: 'damaged' }
  } catch (problem) {
    if (problem instanceof UnpacksTooLarge)
      return { ok: false, code: 'unpacks-too-large', limit: problem.limit }
    if (problem instanceof EncryptedZip) return { ok: false, code: 'encrypted' }
    if (
      problem instanceof DamagedZip ||
      problem instanceof DamagedXml ||
      problem instanceof XmlWithDeclarations
    )
      return { ok: false, code: 'damaged' }
    throw problem
  }
}

/** The parts of one kind that a part, or the document itself, belongs with. */
async function relationsOf(zip: Zip, part: string, kind: string): Promise<string[]> {
  const relations: Relation[] = []
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const name = part.slice(folder.length)
  await readPart(zip, `${folder}_rels/${name}.rels`, relationsReader(folder, relations))
  return relations.filter((relation) => relation.kind === kind).map((relation) => relation.part)
}

async function readPart(zip: Zip, part: string, visit: XmlVisit): Promise<boolean> {
  const reader = xmlReader(visit)
  const decoder = new TextDecoder()
  const there = await zip.read(part, (chunk) => reader.write(decoder.decode(chunk, { stream: true })))
  if (there) reader.end()
  return there
}
