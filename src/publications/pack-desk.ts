import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import type { House } from '../database/house.ts'
import type { ReadingDesk } from '../documents/reading-desk.ts'
import { type FileRefusal, fetchSlackFile } from '../slack/files.ts'
import { type AddressLimits, type AddressRefusal, fetchAddress } from './fetch-address.ts'
import { type ReadingResult, recordReading, resultOf } from './record-reading.ts'
import { publicationWords } from './words.ts'

const MEGABYTE = 1024 * 1024

export interface PackDeskGround {
  readonly readingDesk: ReadingDesk
  readonly limits: AddressLimits
  readonly log: Logger
  /** Slack client of a council, for fetching what a clerk chose. */
  clientOf(councilId: string): Promise<WebClient>
}

/** Reads the packs that clerks gave: fetches the file, reads it in its own thread, stores what was read. */
export interface PackDesk {
  read(house: House, packId: string): Promise<void>
  /** Packs that a process was reading when it ended. */
  resume(house: House): Promise<void>
  /** How many packs are being read. */
  busy(): number
}

interface GivenRow {
  readonly fileName: string
  readonly slackFileId: string | null
  readonly publicAddress: string | null
}
type Fetched =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly problem: string }

export function openPackDesk(ground: PackDeskGround): PackDesk {
  const say = publicationWords('en')
  let busy = 0

  async function fetched(house: House, pack: GivenRow): Promise<Fetched> {
    if (pack.slackFileId !== null) {
      const client = await ground.clientOf(house.councilId)
      const file = await fetchSlackFile(client, pack.slackFileId, {
        megabytes: Math.floor(ground.limits.maxBytes / MEGABYTE),
      })
      return file.ok ? file.value : { name: file.refusal.name, problem: sayFile(file.refusal) }
    }
    // Handed over on the command line by a process that ended before it had handed over what it read.
    if (pack.publicAddress === null) return { name: pack.fileName, problem: say.file.gone(pack.fileName) }
    const file = await fetchAddress(pack.publicAddress, ground.limits)
    return {
      name: pack.fileName,
      ...(file.ok ? { bytes: file.value } : { problem: sayAddress(file.refusal) }),
    }
  }

  async function result(house: House, pack: GivenRow): Promise<ReadingResult> {
    const file = await fetched(house, pack)
    if ('problem' in file) return { ok: false, ...file, marks: [] }
    return resultOf(file, await ground.readingDesk.read(file))
  }

  function sayFile(refusal: FileRefusal): string {
    if (refusal.code === 'file-too-large')
      return say.file.tooLarge(refusal.name, refusal.megabytes, refusal.limit)
    return refusal.code === 'file-gone' ? say.file.gone(refusal.name) : say.file.notReadable(refusal.name)
  }

  function sayAddress(refusal: AddressRefusal): string {
    switch (refusal.code) {
      case 'not-public':
        return say.address.notPublic
      case 'not-found':
        return say.address.notFound(refusal.status)
      case 'too-large':
        return say.address.tooLarge(refusal.megabytes)
      case 'too-slow':
        return say.address.tooSlow(refusal.seconds)
      case 'unreachable':
        return say.address.unreachable
      case 'too-many-redirects':
        return say.address.tooManyRedirects
    }
  }

  const desk: PackDesk = {
    async read(house, packId) {
      busy += 1
      try {
        const pack = await house.db.pack.findFirst({
          where: { councilId: house.councilId, id: packId, state: 'reading' },
        })
        if (!pack) return
        await recordReading(house, { packId, result: await result(house, pack) })
      } finally {
        busy -= 1
      }
    },
    async resume(house) {
      const left = await house.db.pack.findMany({
        where: { councilId: house.councilId, state: 'reading' },
        select: { id: true },
      })
      for (const { id } of left) {
        ground.log.info({ pack: id }, 'reading a pack that was left unread')
        await desk.read(house, id)
      }
    },
    busy: () => busy,
  }
  return desk
}
