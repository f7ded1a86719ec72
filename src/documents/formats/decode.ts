/** UTF-8 or UTF-16; what is neither is read as the Windows character set that older council systems write. */
export function decodeText(bytes: Uint8Array): string {
  return decodeMarked(bytes) ?? decodeUnmarked(bytes)
}

/** A web page: its byte order mark decides, then what the page says of itself, then what its bytes can be. */
export function decodePage(bytes: Uint8Array): string {
  const marked = decodeMarked(bytes)
  if (marked !== undefined) return marked
  const named = charsetOf(bytes)
  if (named === undefined || /^utf-?8$/.test(named)) return decodeUnmarked(bytes)
  if (LATIN.test(named)) return windows1252(bytes)
  try {
    return new TextDecoder(named).decode(bytes)
  } catch {
    return decodeUnmarked(bytes)
  }
}

/** Browsers take these names for Windows-1252, and so the pages were written. */
const LATIN = /^(?:iso-?8859-?1|latin-?1|(?:us-)?ascii|windows-1252|cp-?1252)$/

/** How much of a page is searched for the name of its character set: more than browsers do, for long heads. */
const PRESCAN = 8192

function charsetOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PRESCAN)).toString(
    'latin1',
  )
  const named =
    /<meta\s[^<>]{0,400}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head) ??
    /^\s*<\?xml\s[^<>]{0,100}?encoding\s*=\s*["']([\w:.-]{2,40})/i.exec(head)
  const name = named?.[1]?.toLowerCase()
  // A page whose own head could be read byte by byte is not UTF-16, whatever it says.
  return name?.startsWith('utf-16') ? 'utf-8' : name
}

function decodeMarked(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return new TextDecoder('utf-8').decode(bytes)
  return undefined
}

/** One broken byte does not make a text another character set: what it has more of decides. */
function decodeUnmarked(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes)
  if (!text.includes('\ufffd')) return text
  let broken = 0
  let sound = 0
  for (const letter of text) {
    if (letter === '\ufffd') broken += 1
    else if (letter > '\u007f') sound += 1
  }
  return broken > sound ? windows1252(bytes) : text
}

/** Where Windows-1252 is not Latin-1: 0x80 to 0x9f. Node 20's own decoder takes the two for the same. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80] ?? '')
}
