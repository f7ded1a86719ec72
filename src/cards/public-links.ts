// Links through the bot's own routes. Each is signed: nobody can make one up, and none names a person.
import { timingSafeEqual } from 'node:crypto'
import type { House } from '../database/house.ts'
import type { PrivateText } from '../database/private-text.ts'

export const OPEN_PATH = '/open/'
export const CALENDAR_PATH = '/calendar/'
/** Every meeting of a committee, for calendars that subscribe to it. */
export const FEED_PATH = '/calendar/committee/'
const CALENDAR_FILE = '.ics'

type Signing = Pick<House, 'councilId' | 'privateText'>
type Linking = Signing & Pick<House, 'publicUrl'>

/**
 * Stands for a person where openings are counted: the same person is the same for one publication, and
 * another for the next. Without the key nobody can be read from it.
 */
export function readerOf(house: Signing, publicationId: string, personId: string): string {
  return house.privateText.mac(`${house.councilId}/${publicationId}/${personId}`, 'reader')
}

/** Where a person opens the papers of a publication; absent while browsers cannot reach the bot. */
export function openingLink(house: Linking, publicationId: string, personId: string): string | undefined {
  if (house.publicUrl === undefined) return undefined
  const reader = readerOf(house, publicationId, personId)
  const token = signed(house.privateText, 'open', [shortId(house.councilId), shortId(publicationId), reader])
  return `${house.publicUrl}${OPEN_PATH}${token}`
}

/** The calendar file of a meeting; absent while browsers cannot reach the bot. */
export function calendarLink(house: Linking, meetingId: string): string | undefined {
  if (house.publicUrl === undefined) return undefined
  const token = signed(house.privateText, 'calendar', [shortId(house.councilId), shortId(meetingId)])
  return `${house.publicUrl}${CALENDAR_PATH}${token}${CALENDAR_FILE}`
}

/** The feed of a committee's meetings; absent while browsers cannot reach the bot. */
export function feedLink(house: Linking, committeeId: string): string | undefined {
  if (house.publicUrl === undefined) return undefined
  const token = signed(house.privateText, 'feed', [shortId(house.councilId), shortId(committeeId)])
  return `${house.publicUrl}${FEED_PATH}${token}${CALENDAR_FILE}`
}

/** What stands in the address of an opening; absent when we did not write it. */
export function openingOfToken(
  privateText: PrivateText,
  token: string,
): { readonly councilId: string; readonly publicationId: string; readonly reader: string } | undefined {
  const [council, publication, reader] = partsOf(privateText, 'open', token, 3) ?? []
  const ids = [council, publication].map((part) => part && longId(part))
  const [councilId, publicationId] = ids
  return councilId && publicationId && reader ? { councilId, publicationId, reader } : undefined
}

export function meetingOfToken(
  privateText: PrivateText,
  file: string,
): { readonly councilId: string; readonly meetingId: string } | undefined {
  if (!file.endsWith(CALENDAR_FILE)) return undefined
  const parts = partsOf(privateText, 'calendar', file.slice(0, -CALENDAR_FILE.length), 2) ?? []
  const [councilId, meetingId] = parts.map(longId)
  return councilId && meetingId ? { councilId, meetingId } : undefined
}

export function committeeOfToken(
  privateText: PrivateText,
  file: string,
): { readonly councilId: string; readonly committeeId: string } | undefined {
  if (!file.endsWith(CALENDAR_FILE)) return undefined
  const parts = partsOf(privateText, 'feed', file.slice(0, -CALENDAR_FILE.length), 2) ?? []
  const [councilId, committeeId] = parts.map(longId)
  return councilId && committeeId ? { councilId, committeeId } : undefined
}

type Purpose = 'open' | 'calendar' | 'feed'

function signed(privateText: PrivateText, purpose: Purpose, parts: readonly string[]): string {
  const said = parts.join('.')
  return `${said}.${privateText.mac(said, purpose)}`
}

function partsOf(
  privateText: PrivateText,
  purpose: Purpose,
  token: string,
  count: number,
): string[] | undefined {
  const parts = token.split('.')
  const signature = Buffer.from(parts.pop() ?? '')
  const wanted = Buffer.from(privateText.mac(parts.join('.'), purpose))
  if (signature.length !== wanted.length || !timingSafeEqual(signature, wanted)) return undefined
  return parts.length === count ? parts : undefined
}

/** A UUID in 22 characters. */
function shortId(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
}

function longId(short: string): string | undefined {
  const hex = Buffer.from(short, 'base64url').toString('hex')
  return /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(hex)?.slice(1).join('-')
}
