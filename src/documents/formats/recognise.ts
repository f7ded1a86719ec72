import type { LooksLike } from '../paper.ts'
import { decodeText } from './decode.ts'

export type Recognised =
  | { reads: 'pdf' | 'word' | 'html' | 'xml' | 'text' }
  | { reads: 'nothing'; looksLike: LooksLike }
  /** An Office document under a password is wrapped in the container of old Office documents. */
  | { reads: 'nothing'; encrypted: true }

const HEAD_BYTES = 1024
/** Pages that a program writes may begin with a screen of empty lines, those that are saved with a comment. */
const MARKUP_BYTES = 16 * 1024
/** An office package lists its parts at its end; the first of them stand at its beginning. */
const PACKAGE_BYTES = 64 * 1024

/** What a file is, by its bytes: a name can say anything. */
export function recognise(bytes: Uint8Array): Recognised {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD_BYTES))
  const ascii = head.toString('latin1')
  const starts = (...values: number[]): boolean => values.every((value, at) => head[at] === value)

  // ISO 32000: a reader accepts the header anywhere in the first 1024 bytes.
  if (ascii.includes('%PDF-')) return { reads: 'pdf' }
  if (starts(0x50, 0x4b, 0x03, 0x04)) return officePackage(bytes)
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return oldOffice(bytes)
  if (starts(0x4d, 0x5a) || starts(0x7f, 0x45, 0x4c, 0x46)) return { reads: 'nothing', looksLike: 'program' }
  if (isPicture(head)) return { reads: 'nothing', looksLike: 'picture' }
  if (starts(0x1f, 0x8b) || starts(0x37, 0x7a, 0xbc, 0xaf) || ascii.startsWith('Rar!'))
    return { reads: 'nothing', looksLike: 'archive' }
  if (ascii.startsWith('{\\rtf')) return { reads: 'nothing', looksLike: 'rich-text' }
  return (
    markup(decodeText(bytes.subarray(0, MARKUP_BYTES))) ??
    (looksBinary(head) ? { reads: 'nothing', looksLike: 'unknown' } : { reads: 'text' })
  )
}

const BEFORE_MARKUP = /^\ufeff?\s*(?:<\?xml\s[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,600}?-->\s*){0,4}/i
const HTML =
  /^<(?:!doctype\s+html|(?:html|head|body|meta|title|link|style|script|div|table|main|article|section|header|nav|aside|form|button|time|ol|ul|dl|h[1-6]|p|center|font|span|b|strong|a|br|img)[\s/>])/i
/** What Modern.Gov answers, also in the envelope of SOAP, and what else may come without a declaration. */
const XML = /^<(?:\w{1,20}:)?(?:meeting|getmeeting\w{0,20}|committees|envelope|rss|feed)[\s>]/i

function markup(text: string): Recognised | undefined {
  const before = BEFORE_MARKUP.exec(text)?.[0] ?? ''
  const start = text.slice(before.length)
  if (HTML.test(start) && !isTextWithAHeading(start)) return { reads: 'html' }
  return XML.test(start) || /<\?xml/i.test(before) ? { reads: 'xml' } : undefined
}

/** A text of many lines of which only the first is marked up, as it was copied from a page. */
function isTextWithAHeading(start: string): boolean {
  if (!/^<(?:h[1-6]|p|ol|ul|time|button|center|font|span|b|strong|a|br|img)[\s/>]/i.test(start)) return false
  const lines = start.split('\n').filter((line) => line.trim() !== '')
  return lines.length >= 4 && lines.filter((line) => /<\/?[a-z]/i.test(line)).length * 2 < lines.length
}

/** Word, spreadsheets and presentations are zip files; the names of their parts stand in them unpacked. */
function officePackage(bytes: Uint8Array): Recognised {
  const names = latin(bytes.subarray(0, PACKAGE_BYTES)) + latin(bytes.subarray(-PACKAGE_BYTES))
  if (/application\/vnd\.oasis\.opendocument/.test(names))
    return { reads: 'nothing', looksLike: 'open-document' }
  if (names.includes('word/vbaProject.bin')) return { reads: 'nothing', looksLike: 'word-with-macros' }
  if (names.includes('word/')) return { reads: 'word' }
  if (names.includes('xl/')) return { reads: 'nothing', looksLike: 'spreadsheet' }
  if (names.includes('ppt/')) return { reads: 'nothing', looksLike: 'presentation' }
  // Cut short before its first part: what reads it will say that it is damaged.
  if (names.includes('[Content_Types].xml')) return { reads: 'word' }
  return { reads: 'nothing', looksLike: 'archive' }
}

/** The container of Word 97 and its like names its streams in UTF-16. */
function oldOffice(bytes: Uint8Array): Recognised {
  const container = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string): boolean => container.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) return { reads: 'nothing', encrypted: true }
  if (holds('WordDocument')) return { reads: 'nothing', looksLike: 'old-word' }
  if (holds('PowerPoint Document')) return { reads: 'nothing', looksLike: 'presentation' }
  return { reads: 'nothing', looksLike: holds('Workbook') ? 'spreadsheet' : 'old-word' }
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

function isPicture(head: Buffer): boolean {
  const start = head.toString('latin1', 0, 12)
  return (
    start.startsWith('\u0089PNG') ||
    start.startsWith('\u00ff\u00d8\u00ff') ||
    start.startsWith('GIF8') ||
    start.startsWith('II*\u0000') ||
    start.startsWith('MM\u0000*') ||
    (start.startsWith('RIFF') && start.endsWith('WEBP'))
  )
}

function looksBinary(head: Buffer): boolean {
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  if (utf16) return false
  let strange = 0
  for (const byte of head) if (byte === 0 || (byte < 32 && ![9, 10, 12, 13, 27].includes(byte))) strange += 1
  return strange > head.length / 50
}
