import { type ApologiesWords, words as english } from './words.en.ts'

/** The words in a person's language; Welsh follows beside English. */
export function apologiesWords(_language: string): ApologiesWords {
  return english
}
