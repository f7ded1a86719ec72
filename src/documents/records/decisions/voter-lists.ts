import { voterNamed } from './voters.ts'

const NONE = /^(?:none|nil|0|no one|nobody)\.?$/i

/** "Arkwell, Boyce 2", "Councillors Arkwell and Boyce (2)", "None" */
export function countAfter(text: string): number | undefined {
  if (NONE.test(text)) return 0
  const count = /[\p{L}.…]\s?\(?(\d{1,3})\)?[;.]?$/u.exec(text)?.[1]
  return count === undefined ? undefined : Number(count)
}

/** The names in a list, or nothing where the text is no list of names. */
export function namesIn(text: string): string[] | undefined {
  const tidy = text
    .replace(/\s?(?:\.{3,}|…+)\s?/g, ' ')
    .replace(/\((\d{1,3})\)/g, ' ')
    .replace(/(?<=[\p{L}.])\s?\d{1,3}\.?$/u, '')
    .replace(/\b(?:total|votes?)\s?[:=–-]?\s?\d{1,3}\b/gi, ' ')
    .replace(/(?:^|(?<=[,;]\s?))\s*(?:and\s)?(?:the\s)?(?:councillors?|cllrs?|members)\.?:?\s/gi, ' ')
    .trim()
  if (NONE.test(tidy) || /^[-–—.]?$/.test(tidy)) return []
  const parts = tidy
    .split(/[,;/]|\sand\s|\s&\s|\.\s*$|\s\|\s/)
    .map((part) => part.replace(/^\s*and\s|\s(?:and|&)$/g, '').trim())
    .filter((part) => part !== '')
  const names = parts.flatMap((part) => voterNamed(part) ?? [])
  return names.length >= parts.length * 0.8 && parts.length > 0 ? names : undefined
}
