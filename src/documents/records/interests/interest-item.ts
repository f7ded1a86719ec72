import { isTie } from './ties.ts'

const NUMBER = '[A-Z]{0,4}\\.?\\d{1,4}(?:[./]\\d{1,4}){0,3}[a-z]?(?:\\s?\\([a-z\\d]{1,3}\\))?'
/** "agenda items 5 and 6", "Minute No. 23/12", "Item No: 4.1". */
const NUMBERED = new RegExp(
  `\\b(?:items?|minutes?|agenda)\\s*(?:nos?\\.?|numbers?|refs?\\.?)?\\s*[:.]?\\s*(${NUMBER}(?:(?:\\s?,\\s?|\\s?(?:and|&)\\s?)${NUMBER}){0,8})(?![\\d/])`,
  'i',
)
const ABOUT =
  /^[\s,(–-]*(?:in (?:relation|respect|regard) (?:to|of)|in(?! that\b)|on|for|under|regarding|concerning|about|relating to|with (?:regard|respect|reference) to|as regards|if)\s+/i
const LEADING_IN =
  /^(?:(?:the|any|an|all|this|that|agenda|items?|matters?|business|report|discussions?)\s+)*(?:(?:on|of|about|for|called|entitled|titled|headed|relating to|referring(?: to)?|regarding|concerning|in relation to|in respect of)\s+)(?:the\s+)?/i
/** What gives the reason rather than the matter. */
export const REASON =
  /(?:^|[\s,;(–-])(?:as|because|due to|by virtue of|on account of|in that|being|since|owing to|given that|through|on the (?:basis|grounds?) (?:that|of)|arising from|for the reason that|by reason of|having)\s+/i
const LONGEST_TITLE = 120

/** The item that words after "interest" name: its number as declared, else its title. */
export function itemIn(words: string): string | undefined {
  const number = NUMBERED.exec(words)?.[1]
  if (number) return number.replace(/\s+/g, ' ').replace(/[.\s]+$/, '')
  const about = ABOUT.exec(words)
  if (!about) return undefined
  const whole = words.slice(about[0].length)
  const title = whole
    .slice(0, REASON.exec(whole)?.index ?? whole.length)
    .split(
      /\.(?!\d)|[;:,(]|\s[-–—]\s|\b(?:and|but) (?:left|would|took|remained|stayed|did|withdrew|he|she|they)\b/,
    )[0]
    ?.replace(LEADING_IN, '')
    .trim()
  if (
    !title ||
    title.length > LONGEST_TITLE ||
    /^(?:this|that|the|(?:the|this|that) (?:same )?(?:item|matter|application|business|above|following|meeting)|it|any|item|items|discussion)$/i.test(
      title,
    )
  )
    return undefined
  return title
}

/** Whether a text names an item by its number. */
export function namesItem(text: string): boolean {
  return NUMBERED.test(text)
}

/** "in item 4 (owner of adjacent land)"; but "(Quarry Road)" is the item's name. */
function tieIn(bracket: string | undefined): string | undefined {
  return bracket !== undefined && isTie(bracket) && !namesItem(bracket) ? bracket : undefined
}

/** Why: what stands after "as", "because", or behind the item and a dash. */
export function natureIn(words: string): string | undefined {
  const reason = REASON.exec(words)
  const bracket = /^[^()]{0,120}\(([^()]{3,120})\)/.exec(words)?.[1]
  const dash = /\s[-–—]\s(?!\p{Lu}\b(?!\p{L}))(.+)$/u.exec(words)
  const nature = reason ? words.slice(reason.index + reason[0].length) : (dash?.[1] ?? tieIn(bracket))
  const tidy = nature
    ?.replace(
      /[,;]? (?:and |but )?(?:(?:he|she|they|therefore|so|also|then) )*(?:would |had |will )?(?:considered|indicated|advised|left|leave|withdrew|withdraw|took no|take no|taking no|remained|remain|stayed|did not|not (?:speak|vote|take)).*$/i,
      '',
    )
    // The bracket in which it stands, but not "i)".
    .replace(/^([^()]{8,})\).*$/, '$1')
    .replace(/^[\s–-]+|[\s.;,)–-]+$/g, '')
  return tidy === '' ? undefined : tidy
}
