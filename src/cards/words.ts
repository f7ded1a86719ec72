import { type CardWords, words as english } from './words.en.ts'

/** The words in a person's language; Welsh follows beside English. */
export function cardWords(_language: string): CardWords {
  return english
}
