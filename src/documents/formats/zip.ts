import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise } from 'yauzl'

/** The parts of an open zip file. */
export interface Zip {
  /** Hands over a part as it is unpacked; says whether there is one of that name. */
  read(name: string, take: (chunk: Uint8Array) => void): Promise<boolean>
}

export class DamagedZip extends Error {}
export class EncryptedZip extends Error {}

/** A small file can unpack to one that fills the disk; it is counted while it is unpacked, not believed. */
export class UnpacksTooLarge extends Error {
  readonly limit: number
  constructor(limit: number) {
    super('unpacks to too much')
    this.limit = limit
  }
}

/** A Word document with a picture on each of a thousand pages has fewer parts. */
const MOST_PARTS = 20_000

/** Open a zip file of which at most `limit` bytes are unpacked, over all parts that are read. */
export async function openZip(bytes: Uint8Array, limit: number): Promise<Zip> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const zip = await orDamaged(() => fromBufferPromise(buffer, { lazyEntries: true, autoClose: false }))
  if (zip.entryCount > MOST_PARTS) throw new UnpacksTooLarge(limit)
  const parts = new Map<string, Entry>()
  await orDamaged(async () => {
    for await (const entry of zip.eachEntry())
      if (!parts.has(entry.fileName)) parts.set(entry.fileName, entry)
  })
  let unpacked = 0
  return {
    async read(name, take) {
      const entry = parts.get(name)
      if (!entry) return false
      if (entry.isEncrypted()) throw new EncryptedZip()
      let sum = 0
      const stream = await orDamaged(() => zip.openReadStreamPromise(entry))
      const chunks: AsyncIterable<Uint8Array> = stream
      const iterator = chunks[Symbol.asyncIterator]()
      try {
        for (;;) {
          const next = await orDamaged(() => iterator.next())
          if (next.done) break
          unpacked += next.value.byteLength
          if (unpacked > limit) throw new UnpacksTooLarge(limit)
          sum = crc32(next.value, sum)
          take(next.value)
        }
      } finally {
        stream.destroy()
      }
      if (sum !== entry.crc32) throw new DamagedZip(`${name} is not what was packed`)
      return true
    },
  }
}

/** What the library throws says that the file is not a sound zip file. */
async function orDamaged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (problem) {
    throw new DamagedZip(problem instanceof Error ? problem.message : String(problem))
  }
}
