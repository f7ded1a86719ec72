/** First halves that keep their hyphen, whether or not the paper has the word elsewhere: "re-elected", "long-term". */
const KEEPS_HYPHEN = new Set(
  (
    're co pre post non ex sub anti inter intra multi semi pro self vice mid cross over under out off on in up by ' +
    'down counter micro macro mini bi tri long short medium high low well better best ill far near full part half all ever ' +
    'first second third one two three four five six seven eight nine ten twenty thirty forty fifty single double ' +
    'day year week month hour face hand door end back front side top old new open free hard soft fast slow ' +
    'air bus car home work life land cost time user value risk tax rent decision policy evidence community ' +
    'child family school council member officer person city town county parish district borough water road'
  ).split(' '),
)
/** Second halves that stand behind a hyphen: "tie-in", "council-led". */
const BEHIND_HYPHEN = new Set(
  (
    'in on up off out to by over down based led wide term time day year week long free making building taking ' +
    'setting sharing going being site house line level scale standing related funded owned run opted ' +
    'elected old rate style type class quality specific friendly ready round end hand minute'
  ).split(' '),
)
/** "fact-finding", "better-managed": a hyphen is more likely here than a broken word. */
const PARTICIPLE = /^\p{L}{3,}(?:ed|ing)$/u
/** What ends words and is none. */
const ENDING =
  /^(?:ments?|mental|[ts]ions?|[ts]ional|(?:is|iz|al|ific)?ations?|[ae]nc(?:e|es|y|ies)|ings?|ly|ally|ness|it(?:y|ies)|i[sz](?:e|es|ed|ing)|[ai]bly|ibl[ey]|atives?|mitt(?:ee|ees|ed)|cil|cils|cillors?|tures?)$/

/**
 * Whether the halves around a hyphen at the end of a line are one word, broken there by whoever set the page: the
 * paper has the word elsewhere, or neither half can stand alone.
 */
export function isBrokenWord(begun: string, rest: string, words: ReadonlySet<string>): boolean {
  const [one, other] = [begun.toLowerCase(), rest.toLowerCase()]
  if (words.has(one + other)) return true
  if (words === NO_WORDS || one.length < 2 || other.length < 2) return false
  if (words.has(`${one}-${other}`) || words.has(other)) return false
  if (ENDING.test(other)) return true
  return !(KEEPS_HYPHEN.has(one) || BEHIND_HYPHEN.has(other) || PARTICIPLE.test(other) || words.has(one))
}

/** Where nothing is known of how the paper spells, a hyphen stays. */
export const NO_WORDS: ReadonlySet<string> = new Set()
