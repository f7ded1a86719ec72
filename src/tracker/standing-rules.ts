/** Words that are in every title, and tell no topic. */
const EVERYDAY = new Set(
  `a an and any all as at be been before by committee consider council councils details for from future future's how
  in include included including into is it items its made make members of on or other paper papers proposals provide
  provided regarding report reports scrutiny should steps subsequent such taken than that the their them these they
  this those to update upon was were which will with would`.split(/\s+/u),
)

/** Below this, a word is a particle more often than a topic. */
const SHORTEST = 4

/**
 * The words by which a later agenda item is known to be about a standing condition's topic: those of its item, or
 * where that has none, of the condition itself. A proposal: the clerk edits them.
 */
export function topicWordsOf({ topic, text }: { readonly topic: string; readonly text: string }): string[] {
  const ofTopic = tellingWords(topic)
  return ofTopic.length > 0 ? ofTopic : tellingWords(text)
}

function tellingWords(text: string): string[] {
  const words = wordsOf(text).filter((word) => word.length >= SHORTEST && !EVERYDAY.has(word))
  return [...new Set(words)]
}

/**
 * Whether an agenda item is about the topic: it names at least two of its words, or the only one there is. A word
 * that the clerk wrote as a phrase must stand there whole.
 */
export function isAbout(title: string, topicWords: readonly string[]): boolean {
  const inTitle = ` ${wordsOf(title).map(stem).join(' ')} `
  const phrases = [...new Set(topicWords.map((phrase) => wordsOf(phrase).map(stem).join(' ')))].filter(
    (phrase) => phrase !== '',
  )
  const found = phrases.filter((phrase) => inTitle.includes(` ${phrase} `)).length
  return found > 0 && found >= Math.min(2, phrases.length)
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[’']s\b/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** "plans" is about "plan". */
function stem(word: string): string {
  return word.length > SHORTEST && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}
