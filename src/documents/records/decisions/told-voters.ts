import { namesIn } from './voter-lists.ts'
import { type Way, wayOf } from './ways.ts'

/** Those whom a sentence tells to have voted one way. */
export interface ToldVoters {
  way: Way
  names: string[]
}

/** "Councillors Arkwell and Boyce voted in favour, Councillor Cardow abstained" */
const WHO_VOTED =
  /\b(?:councillors?|cllrs?|members)\.?\s([^:;()]{2,600}?)\s(?:all\s|both\s|having\s)?(voted (?:for|in favour|in support|against)|voting (?:for|in favour|against)|abstained|abstaining|did not vote)\b/giu

/** Who voted which way, as a sentence tells it that begins with them, or that tells at least two ways. */
export function votersIn(sentence: string): ToldVoters[] {
  const told: ToldVoters[] = []
  let first: number | undefined
  for (const match of sentence.matchAll(WHO_VOTED)) {
    const names = namesIn(match[1] ?? '')
    if (!names || names.length === 0) return []
    first ??= match.index
    const way = wayOf((match[2] ?? '').replace(/^vot(?:ed|ing)\s/i, ''))
    if (way !== 'absent') told.push({ way, names })
  }
  const begins = first !== undefined && /^(?:the\s)?$/i.test(sentence.slice(0, first))
  return begins || told.length > 1 ? told : []
}

const ABSTAINING =
  /\b(?:(?:councillors?|cllrs?)\.?\s((?:(?!\babst)[^,.:;()]){2,80}?)|(the\s(?:(?:vice|deputy|lord)[\s-])?(?:chair\w*|mayor|conven[eo]r|provost)))\sabstain(?:ing|ed)\b/i

/** How many a sentence names as abstaining, beside the counts that it gives: "5 votes for, Councillor Boyce abstaining". */
export function abstainersIn(sentence: string): number | undefined {
  const abstaining = ABSTAINING.exec(sentence)
  if (abstaining?.[2]) return 1
  const names = namesIn(abstaining?.[1] ?? '')
  return names && names.length > 0 ? names.length : undefined
}
