import { createReadStream, createWriteStream, mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Where the bytes of files are: on disk when state is kept, in memory otherwise. */
export class FileStore {
  readonly #folder: string | undefined
  readonly #memory = new Map<string, Buffer>()

  constructor(folder?: string) {
    this.#folder = folder
    if (folder) mkdirSync(folder, { recursive: true })
  }

  /** Answers the size. More than `limit` bytes are refused with `too large`. */
  async save(id: string, bytes: Readable | Buffer, limit = Number.POSITIVE_INFINITY): Promise<number> {
    let size = 0
    const chunks: Buffer[] = []
    const source = Buffer.isBuffer(bytes) ? Readable.from([bytes]) : bytes
    const folder = this.#folder
    async function* counted(): AsyncGenerator<Buffer> {
      for await (const chunk of source) {
        const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
        size += part.length
        if (size > limit) throw new Error('too large')
        if (!folder) chunks.push(part)
        yield part
      }
    }
    try {
      if (folder) await pipeline(counted, createWriteStream(join(folder, id)))
      else for await (const _ of counted());
    } catch (error) {
      if (folder) await rm(join(folder, id), { force: true })
      throw error
    }
    if (!folder) this.#memory.set(id, Buffer.concat(chunks))
    return size
  }

  read(id: string): Readable | undefined {
    if (this.#folder) return createReadStream(join(this.#folder, id))
    const bytes = this.#memory.get(id)
    return bytes ? Readable.from([bytes]) : undefined
  }
}

const types: Readonly<Record<string, readonly [mimetype: string, pretty: string]>> = {
  pdf: ['application/pdf', 'PDF'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'Word Document'],
  doc: ['application/msword', 'Word Document'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'Excel Spreadsheet'],
  html: ['text/html', 'HTML'],
  htm: ['text/html', 'HTML'],
  txt: ['text/plain', 'Plain Text'],
  md: ['text/markdown', 'Markdown (raw)'],
  csv: ['text/csv', 'CSV'],
  xml: ['application/xml', 'XML'],
  json: ['application/json', 'JSON'],
  ics: ['text/calendar', 'iCalendar'],
  png: ['image/png', 'PNG'],
  jpg: ['image/jpeg', 'JPEG'],
  jpeg: ['image/jpeg', 'JPEG'],
  zip: ['application/zip', 'Zip'],
}

export interface FileKind {
  readonly filetype: string
  readonly mimetype: string
  readonly pretty: string
}

/** Slack names a file's type from its name. */
export function kindOf(name: string): FileKind {
  const filetype = extname(name).slice(1).toLowerCase() || 'binary'
  const [mimetype, pretty] = types[filetype] ?? ['application/octet-stream', 'Binary']
  return { filetype, mimetype, pretty }
}
