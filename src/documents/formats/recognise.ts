import type { LooksLike } from '../paper.ts'

export type Recognised = { reads: 'pdf' } | { reads: 'text' } | { reads: 'nothing'; looksLike: LooksLike }

const HEAD_BYTES = 1024

/** What a file is, by its bytes: a name can say anything. */
export function recognise(bytes: Uint8Array): Recognised {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD_BYTES))
  const ascii = head.toString('latin1')
  const starts = (...values: number[]): boolean => values.every((value, at) => head[at] === value)

  // ISO 32000: a reader accepts the header anywhere in the first 1024 bytes.
  if (ascii.includes('%PDF-')) return { reads: 'pdf' }
  if (starts(0x50, 0x4b, 0x03, 0x04)) return { reads: 'nothing', looksLike: officePackage(bytes) }
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return { reads: 'nothing', looksLike: 'old-word' }
  if (starts(0x4d, 0x5a) || starts(0x7f, 0x45, 0x4c, 0x46)) return { reads: 'nothing', looksLike: 'program' }
  if (isPicture(head)) return { reads: 'nothing', looksLike: 'picture' }
  if (starts(0x1f, 0x8b) || starts(0x37, 0x7a, 0xbc, 0xaf) || ascii.startsWith('Rar!'))
    return { reads: 'nothing', looksLike: 'archive' }
  if (ascii.startsWith('{\\rtf')) return { reads: 'nothing', looksLike: 'rich-text' }
  if (/^\s*(?:\u00ef\u00bb\u00bf)?\s*(?:<!doctype html|<html)/i.test(ascii))
    return { reads: 'nothing', looksLike: 'web-page' }
  if (/^\s*(?:\u00ef\u00bb\u00bf)?\s*<\?xml/i.test(ascii)) return { reads: 'nothing', looksLike: 'xml' }
  return looksBinary(head) ? { reads: 'nothing', looksLike: 'unknown' } : { reads: 'text' }
}

/** Word, spreadsheets and presentations are zip files; the names of their parts stand in them unpacked. */
function officePackage(bytes: Uint8Array): LooksLike {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64 * 1024)).toString(
    'latin1',
  )
  if (/word\/|application\/vnd\.oasis\.opendocument\.text/.test(names)) return 'word'
  if (/xl\/|opendocument\.spreadsheet/.test(names)) return 'spreadsheet'
  if (/ppt\/|opendocument\.presentation/.test(names)) return 'presentation'
  return 'archive'
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
