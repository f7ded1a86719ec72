import { setTimeout as pause } from 'node:timers/promises'
import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import type { House } from '../database/house.ts'
import { fetchPaper } from '../documents/fetching/fetch-paper.ts'
import type { FetchLimits } from '../documents/fetching/fetcher.ts'
import { fetchRefusalWords } from '../documents/fetching/words.en.ts'
import type { ReadingDesk } from '../documents/reading-desk.ts'
import { type FileRefusal, fetchSlackFile } from '../slack/files.ts'
import { claimReadings, releaseReading } from './claim-readings.ts'
import { tellReadingInMessage } from './give-pack.ts'
import { type ReadingResult, recordReading, resultOf } from './record-reading.ts'
import { publicationWords } from './words.ts'

const MEGABYTE = 1024 * 1024
const MAX_ATTEMPTS = 5
/** A download under way is left to the next start rather than waited for. */
const CLOSE_WITHIN_MS = 5_000

export interface PackDeskGround {
  readonly readingDesk: ReadingDesk
  readonly limits: FetchLimits
  readonly log: Logger
  /** Slack client of a council, for fetching what a clerk chose. */
  clientOf(councilId: string): Promise<WebClient>
}

/** Reads the packs that clerks gave: fetches the file, reads it in its own thread, stores what was read. */
export interface PackDesk {
  /**
   * Read a pack that was just given.
   *
   * @returns false when it could not be fetched or stored now: it is taken up again later, and its clerk
   *   then told in a message
   */
  read(house: House, packId: string): Promise<boolean>
  /**
   * Take up packs whose reading was left behind, and tell their clerks in a message: no form waits for
   * them any more.
   *
   * @param all no other process can be reading
   */
  resume(house: House, all: boolean): Promise<void>
  /** How many packs are being read. */
  busy(): number
  /** Ends the readings; what was not done is taken up at the next start. */
  close(): Promise<void>
}

interface GivenRow {
  readonly fileName: string
  readonly slackFileId: string | null
  readonly publicAddress: string | null
}
type Fetched =
  | { readonly name: string; readonly bytes: Uint8Array; readonly publicAddress?: string }
  | { readonly name: string; readonly problem: string }

export function openPackDesk(ground: PackDeskGround): PackDesk {
  const say = publicationWords('en')
  const running = new Set<Promise<boolean>>()

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
    const paper = await fetchPaper(pack.publicAddress, 'pack', ground.limits)
    if (paper.ok) {
      const { name, bytes, address } = paper.value
      return { name, bytes, publicAddress: address }
    }
    const { what, tryThis } = fetchRefusalWords(pack.publicAddress, paper.refusal)
    return { name: pack.fileName, problem: `${what} ${tryThis}` }
  }

  /** `undefined` when the desk is closing, which says nothing about the paper. */
  async function result(house: House, pack: GivenRow): Promise<ReadingResult | undefined> {
    const file = await fetched(house, pack)
    if ('problem' in file) return { ok: false, ...file, marks: [] }
    const outcome = await ground.readingDesk.read(file)
    if (!outcome.ok && outcome.error.code === 'closed') return undefined
    const { publicAddress } = file
    return { ...resultOf(file, outcome), ...(publicAddress === undefined ? {} : { publicAddress }) }
  }

  function sayFile(refusal: FileRefusal): string {
    switch (refusal.code) {
      case 'file-too-large':
        return say.file.tooLarge(refusal.name, refusal.megabytes, refusal.limit)
      case 'file-gone':
        return say.file.gone(refusal.name)
      case 'file-not-readable':
        return say.file.notReadable(refusal.name)
      case 'file-elsewhere':
        return say.file.elsewhere(refusal.name)
      case 'file-not-delivered':
        return say.file.notDelivered(refusal.name)
    }
  }

  async function readOnce(house: House, packId: string): Promise<boolean> {
    try {
      const where = { councilId: house.councilId, id: packId, state: 'reading' as const }
      const pack = await house.db.pack.findFirst({ where })
      if (!pack) return true
      const read = await result(house, pack)
      if (read) await recordReading(house, { packId, result: read })
      else await releaseReading(house, packId)
      return read !== undefined
    } catch (error) {
      ground.log.error({ err: error, pack: packId }, 'a pack could not be read now; it is taken up again')
      await releaseReading(house, packId).catch((second: unknown) =>
        ground.log.warn({ err: second, pack: packId }, 'its claim grows old by itself'),
      )
      return false
    }
  }

  const desk: PackDesk = {
    read(house, packId) {
      const reading = readOnce(house, packId).finally(() => running.delete(reading))
      running.add(reading)
      return reading
    },
    async resume(house, all) {
      for (const { packId, attempts } of await claimReadings(house, all)) {
        ground.log.info({ pack: packId, attempts }, 'a pack was left unread')
        const isDone = attempts > MAX_ATTEMPTS ? await giveUp(house, packId) : await desk.read(house, packId)
        if (isDone) await tellReadingInMessage(house, packId)
      }
    },
    busy: () => running.size,
    async close() {
      await ground.readingDesk.close()
      await Promise.race([Promise.allSettled(running), pause(CLOSE_WITHIN_MS)])
    },
  }
  return desk

  /** So that its clerk is not left before "Reading …" for ever. */
  async function giveUp(house: House, packId: string): Promise<boolean> {
    await recordReading(house, {
      packId,
      result: { ok: false, name: '', problem: say.file.notReadAtAll, marks: [] },
    })
    return true
  }
}
