/** "Cllr. Boyce", "No. 4", "J. Boyce" and "10 a.m. The" do not end a sentence at their full stop. */
const ABBREVIATED =
  /(?:^|[\s,;(“‘'"])(?:Cllrs?|Mrs?|Ms|Dr|Prof|Rev|St|No|Nos|Ref|Min|para|paras|pp?|approx|etc|e\.g|i\.e|viz|nem|con|abst|vs|Ltd|(?:\p{Lu}\.){0,3}\p{Lu})\.$/iu
const END = /[.!?]['’”")\]]*\s+(?=[\p{Lu}\d‘“'"([•])/gu

/** The sentences of a paragraph, in order. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  let from = 0
  for (const end of text.matchAll(END)) {
    const stop = end.index + end[0].length
    const before = text.slice(Math.max(from, end.index - 12), end.index + 1)
    if (ABBREVIATED.test(before)) continue
    sentences.push(text.slice(from, stop).trim())
    from = stop
  }
  const last = text.slice(from).trim()
  if (last !== '') sentences.push(last)
  return sentences
}
