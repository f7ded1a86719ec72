import { words as english, type SubstituteWords } from './substitute-words.en.ts'

/** The words in a person's language; Welsh follows beside English. */
export function substituteWords(_language: string): SubstituteWords {
  return english
}
