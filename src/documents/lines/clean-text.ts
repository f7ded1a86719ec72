// Direction overrides and zero-width characters can make a title read one way and be stored another.
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g
const LIGATURE = /[\ufb00-\ufb06]/g
const SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g

/** Text without what no reader can see, with ordinary spaces and ligatures taken apart. Line ends and tabs stay. */
export function cleanText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(CONTROL, '')
    .replace(SPACE, ' ')
    .replace(LIGATURE, (letter) => letter.normalize('NFKC'))
}

export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
