import { done, type Outcome, refused } from '../../outcome.ts'
import type { WebFile } from './attempt.ts'
import { type Fetcher, type FetchLimits, openFetcher } from './fetcher.ts'
import { fileNameOf } from './file-name.ts'
import { type MeetingAddress, meetingAddress } from './meeting-address.ts'
import { linksOn, type MeetingLinks, packBeside } from './meeting-page.ts'
import type { FetchRefusal } from './refusal.ts'
import { meetingRecord } from './words.en.ts'

/** A paper from the web, to be read. */
export interface FetchedPaper {
  readonly name: string
  readonly bytes: Uint8Array
  /** Where the public opens it. */
  readonly address: string
}

/**
 * Of a meeting's address: its whole pack, which members open, or its record, which the site holds as data.
 * Where there is no pack, its record stands for it.
 */
export type Wanted = 'pack' | 'record'

/** A page or an answer of the web service; a pack has a limit of its own. */
const LARGEST_PAGE = 20 * 1024 * 1024

/**
 * Fetch the paper at a web address: the file itself, or, where the address is that of a meeting on a
 * Modern.Gov site, the meeting's pack or record.
 */
export async function fetchPaper(
  address: string,
  wanted: Wanted,
  limits: FetchLimits,
): Promise<Outcome<FetchedPaper, FetchRefusal>> {
  await using fetcher = openFetcher(limits)
  const meeting = meetingAddress(address)
  if (meeting) return await (wanted === 'pack' ? packOf(fetcher, meeting) : recordOf(fetcher, meeting))
  const file = await fetcher.get(address)
  return file.ok ? done(paperOf(file.value, address)) : file
}

/** What to call a paper before it is fetched, or when it cannot be. */
export function nameOfAddress(address: string): string {
  const meeting = meetingAddress(address)
  return meeting ? meetingRecord(meeting.meetingId, meeting.page.hostname) : fileNameOf(new URL(address))
}

type Paper = Promise<Outcome<FetchedPaper, FetchRefusal>>

async function packOf(fetcher: Fetcher, meeting: MeetingAddress): Paper {
  const page = await fetcher.get(meeting.page, LARGEST_PAGE)
  const links = page.ok ? linksOf(page.value, meeting) : undefined
  let tooLarge: URL | undefined
  for await (const address of packAddresses(fetcher, meeting, links)) {
    const pack = await fetcher.get(address)
    if (pack.ok && isPdf(pack.value.bytes)) return done(paperOf(pack.value, address.href))
    if (!pack.ok && pack.refusal.code === 'too-large') tooLarge = address
  }
  const record = await recordOf(fetcher, meeting, page)
  // A pack too large to be read is still what members open.
  return record.ok && tooLarge ? done({ ...record.value, address: tooLarge.href }) : record
}

/** Where the pack may be, the surest place first. */
async function* packAddresses(
  fetcher: Fetcher,
  meeting: MeetingAddress,
  links: MeetingLinks | undefined,
): AsyncGenerator<URL> {
  if (links?.pack) return yield links.pack
  const choice = links?.choosePack && (await fetcher.get(links.choosePack, LARGEST_PAGE))
  const chosen = choice?.ok ? linksOf(choice.value, meeting).pack : undefined
  if (chosen) yield chosen
  else if (links?.choosePack && links.frontSheet) yield packBeside(links.frontSheet)
}

/**
 * What the site says of the meeting: by its web service, else by the meeting's page. Many sites have the
 * service switched off, or answer it with a page that says that something went wrong.
 */
async function recordOf(
  fetcher: Fetcher,
  meeting: MeetingAddress,
  fetched?: Outcome<WebFile, FetchRefusal>,
): Paper {
  const answer = await fetcher.get(meeting.service, LARGEST_PAGE)
  if (answer.ok && isMeetingXml(answer.value.bytes)) return done(recordPaper(answer.value, meeting))
  const page = fetched ?? (await fetcher.get(meeting.page, LARGEST_PAGE))
  return page.ok ? done(recordPaper(page.value, meeting)) : refused(page.refusal)
}

function linksOf(page: WebFile, meeting: MeetingAddress): MeetingLinks {
  return linksOn(Buffer.from(page.bytes).toString('utf8'), page.url, meeting.meetingId)
}

function paperOf({ name, bytes }: WebFile, address: string): FetchedPaper {
  return { name, bytes, address }
}

function recordPaper({ bytes }: WebFile, { page, meetingId }: MeetingAddress): FetchedPaper {
  return { name: meetingRecord(meetingId, page.hostname), bytes, address: page.href }
}

/** ISO 32000: the header may stand anywhere in the first 1024 bytes. */
function isPdf(bytes: Uint8Array): boolean {
  return beginning(bytes).includes('%PDF-')
}

function isMeetingXml(bytes: Uint8Array): boolean {
  return /^\s*(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>\s*)?<meeting[\s>]/.test(beginning(bytes))
}

function beginning(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
}
