/**
 * Why an address cannot be sent to anybody. Direct messages reach Slack's exports, so even they carry no
 * title and no file name, and an address that spells one out is one.
 *
 * - `not-an-address`: it is no web address that opens securely (https), or it holds a password
 * - `too-long`: Slack's buttons take no more
 * - `in-slack`: a channel or a file in Slack; restricted papers stay on the council's own site
 * - `speaks`: this part of it reads like a title or a file name; give the address by number
 */
export type AddressRefusal =
  | { readonly code: 'not-an-address' | 'in-slack' }
  | { readonly code: 'too-long'; readonly limit: number }
  | { readonly code: 'speaks'; readonly where: 'path' | 'query' | 'fragment' }

/** What council sites call their own pages and folders; nothing here says what a paper is about. */
const OF_THE_SITE = new Set(
  `a ac access account admin agenda agendas ai all and api app apps area asp aspx at attachment attachments auth b by
  ccm cgi cid cgibin client committee committees confidential content council councillor councillors d data date
  decision decisions default democracy democratic detail details display dms do doc docid document documents docs
  down download downloads ecsddisplay en exempt external extranet f file fileid files folder folders for form forms
  g get gov government guid handler historic history home htm html https i id ie iid in index internal intranet is
  issue issues item items json jsp key kb l latest layouts library link links list local login m main manager
  managed media meeting meetings member members mg mid mod modern moderngov n no number o object of office officer
  officers only open or output p pack packs page pages paper papers part password pdf php portal print printable
  private public publication publications r record records redirect ref reference report reports resource resources
  restricted s scrutiny search secure secured server service services share shared show sign signin site sites source sourcedoc
  t that the this to token type u ui uk uid url user users uuid v var version view viewer views w web website wa with
  word x xls xlsx docx`.split(/\s+/),
)

/** @slack/types: url of a button. */
const ADDRESS_LIMIT = 3_000

const UUID = /^\{?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\}?$/i
const HEX = /^(?=.*\d)[0-9a-f]{6,}$/i
/** "s12345", "IId2044", "0012-3". */
const NUMBERED = /^[a-z]{0,4}\d+(?:[-_.]\d+)*$/i

/** Why this address is not sent, or `undefined` when it names a place and nothing else. */
export function whyNotAddress(given: string): AddressRefusal | undefined {
  const text = given.trim()
  if (isOfSlack(text)) return { code: 'in-slack' }
  if (!URL.canParse(text)) return { code: 'not-an-address' }
  const url = new URL(text)
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '')
    return { code: 'not-an-address' }
  if (url.href.length > ADDRESS_LIMIT) return { code: 'too-long', limit: ADDRESS_LIMIT }
  if (url.pathname.split('/').some(speaks)) return { code: 'speaks', where: 'path' }
  for (const [name, value] of url.searchParams)
    if (speaks(name) || speaks(value)) return { code: 'speaks', where: 'query' }
  return speaks(url.hash.slice(1)) ? { code: 'speaks', where: 'fragment' } : undefined
}

/** How an address is stored and compared. */
export function plainAddress(given: string): string {
  const text = given.trim()
  return URL.canParse(text) ? new URL(text).href : text
}

/** The site alone: what a clerk is shown of the address again. */
export function siteOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : ''
}

/** "#scrutiny", "<#C0123>", or anything that Slack itself keeps. */
function isOfSlack(text: string): boolean {
  if (/^<?[#@]/.test(text)) return true
  if (!URL.canParse(text)) return false
  const { hostname, protocol } = new URL(text)
  return protocol === 'slack:' || /(?:^|\.)slack(?:-files|-edge)?\.com$/.test(hostname)
}

/** Whether a part of an address says more than where: every word of it must be an id or the site's own. */
function speaks(part: string): boolean {
  const text = decoded(part)
  if (text === undefined) return true
  if (text === '' || UUID.test(text)) return false
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .some((word) => !isMute(word))
}

function isMute(word: string): boolean {
  if (HEX.test(word) || NUMBERED.test(word) || OF_THE_SITE.has(word.toLowerCase())) return true
  // "ieListDocuments", "mgAi": words run together.
  const parts = word.match(/\p{Lu}?[\p{Ll}]+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu) ?? []
  return (
    parts.length > 1 &&
    parts.join('') === word &&
    parts.every((one) => /^\d+$/.test(one) || OF_THE_SITE.has(one.toLowerCase()))
  )
}

/** `undefined` where it cannot be read, and so may say anything. */
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
