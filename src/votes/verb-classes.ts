import type { VerbClass } from './types.ts'

/*
 * What a clause of a resolution does, by the verb that rules it. A clerk looks at each and corrects it; what is not
 * told by its words is taken for a decision, which the tracker shows to somebody instead of losing it.
 */

/** The council's own bodies and people: what is recommended to anybody else is a matter between two bodies. */
const OWN =
  /\b(?:full council|council(?!lors?\b)|cabinet|executive|portfolio holder|cabinet member|leader|mayor|committee|sub-?committee|panel|board of the council|chief executive)\b/i
/** Bodies that are not the council's. */
const OTHERS =
  /\b(?:nhs|icb|integrated care|ccg|clinical commissioning|trust|hospitals?|healthwatch|police|commissioner|fire authority|ambulance|secretary of state|government|department|ofsted|cqc|ministers?|partners?|partnership|health and wellbeing board|combined authority|environment agency)\b/i

interface Verb {
  readonly verbClass: VerbClass
  readonly at: RegExp
  /** Words after which, or before which, stands whom it is addressed to. */
  readonly after?: RegExp
  readonly before?: RegExp
}

/** The verb that stands first rules the clause. */
const VERBS: readonly Verb[] = [
  {
    verbClass: 'refer',
    at: /\b(?:refer(?:s|red)?(?=\s[^.;]{0,160}?\bto\b)|be referred|calls?[ -]in|escalates?d?)\b/iu,
    after: /\bto\s/iu,
  },
  {
    verbClass: 'direct',
    at: /\b(?:directs?(?=\s)|instructs?|be instructed|be directed|authori[sz]es?|be authori[sz]ed|be given delegated authority|delegates?)\b/iu,
    after: /\b(?:directs?|instructs?|authori[sz]es?)\s/iu,
    before: /\sbe (?:instructed|directed|authori[sz]ed|given delegated)\b/iu,
  },
  {
    verbClass: 'recommend',
    at: /\b(?:recommend(?:s|ed|ation to)?|advises?(?=\s(?:council|cabinet|the (?:council|cabinet|executive|leader|mayor))))\b/iu,
    after: /\b(?:recommend(?:s|ed)?(?:\s?:?\s?\(?to)?|advises?)\s/iu,
    before: /\sbe recommended\b/iu,
  },
  {
    verbClass: 'request',
    at: /\b(?:requests?|be requested|asks?|be asked|(?:be|are|is|shall be|would be|should be) (?:provided|circulated|supplied|shared|brought|presented|submitted|reported)|written response|provides? (?:a|an|the|further)|circulates?|reports? back|(?:further|additional) information|an? (?:update|report|briefing(?: note)?)\b[^.;]{0,60}\b(?:be|to) )/iu,
    after: /\b(?:requests?|asks?|(?:provided|circulated|supplied|submitted|presented)\sto)\s/iu,
    before: /\sbe (?:requested|asked)\b/iu,
  },
  {
    verbClass: 'note',
    at: /\b(?:notes?|noted|receives?|received|welcomes?|is minded to|acknowledges?|thanks?|endorses? the (?:contents|findings))\b/iu,
  },
  {
    verbClass: 'decide',
    at: /\b(?:approves?d?|appoint(?:s|ed)?|be approved|adopts?|be adopted|establish(?:es|ed)?|agrees? to (?:establish|appoint|add)|be added|adds?|be signed|set up)\b/iu,
  },
]

export interface Classed {
  readonly verbClass: VerbClass
  readonly addressee: string
}

/** @param inherited what the lead-in or the clause above says, for parts that have no verb of their own */
export function classOf(text: string, inherited?: Classed): Classed {
  const verb = firstVerb(text)
  if (!verb) return inherited ?? { verbClass: 'decide', addressee: '' }
  const addressee = addresseeIn(text, verb)
  // "That the Director be asked to report" under "recommends to Cabinet" is a part of what is recommended.
  if (inherited && isForOthers(inherited)) return inherited
  return {
    verbClass: verb.verbClass === 'recommend' ? recommending(text, addressee) : verb.verbClass,
    addressee,
  }
}

function isForOthers({ verbClass }: Classed): boolean {
  return verbClass === 'recommend' || verbClass === 'recommendExternal'
}

function firstVerb(text: string): Verb | undefined {
  let found: { verb: Verb; at: number } | undefined
  for (const verb of VERBS) {
    const at = verb.at.exec(text)?.index
    if (at !== undefined && (found === undefined || at < found.at)) found = { verb, at }
  }
  return found?.verb
}

function recommending(text: string, addressee: string): VerbClass {
  const about = addressee === '' ? text.slice(0, 160) : addressee
  return OTHERS.test(about) && !OWN.test(about) ? 'recommendExternal' : 'recommend'
}

/** "the lead officer" of "to direct the lead officer to work with colleagues". */
function addresseeIn(text: string, { after, before }: Verb): string {
  const passive = before?.exec(text)
  if (passive) return nameBefore(text.slice(0, passive.index))
  const active = after?.exec(text)
  return active ? nameAfter(text.slice(active.index + active[0].length)) : ''
}

/** What ends the name of an office or a body. */
const ENDS =
  /^(?:that|to|for|on|in|with|at|by|from|should|provides?|about|consider\w*|be|is|are|when|once|if|during|under|within|and)$/i
const LONGEST = 10

function nameAfter(rest: string): string {
  const words: string[] = []
  const all = rest.split(' ')
  for (const [at, word] of all.entries()) {
    // "Overview and Scrutiny Committee" is one name, "the Director and to report" is not.
    const joins = (word === 'and' && isCapital(all[at + 1])) || joinsName(all[at - 1], word, all[at + 1])
    if ((ENDS.test(word) && !joins) || words.length === LONGEST) break
    words.push(word)
    if (/[,.;:)]$/.test(word)) break
  }
  return tidyName(words)
}

/** Back to the word or the comma before it. */
function nameBefore(rest: string): string {
  const words: string[] = []
  const all = rest.split(' ')
  for (const [at, word] of [...all.entries()].toReversed()) {
    const ends = ENDS.test(word) && !joinsName(all[at - 1], word, words[0])
    if (ends || (words.length > 0 && /[,.;:]$/.test(word)) || words.length === LONGEST) break
    words.unshift(word)
  }
  return tidyName(words)
}

/** "Cabinet Member for Adults", "Health and Wellbeing Board". */
function joinsName(before: string | undefined, word: string, after: string | undefined): boolean {
  return /^(?:for|and)$/.test(word) && isCapital(before) && isCapital(after)
}

function isCapital(word: string | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word)
}

function tidyName(words: readonly string[]): string {
  const name = words
    .join(' ')
    .replace(/^\(/, '')
    .replace(/[,.;:)]+$/, '')
    .replace(/^(?:the|a|an)\s/i, '')
  return /^(?:the|a|an|it|further|additional|more)\b|^\P{L}*$/iu.test(name) ? '' : name
}
