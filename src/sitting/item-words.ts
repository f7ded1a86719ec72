import { words as english, type ItemWords } from './item-words.en.ts'

/** The words in a person's language; Welsh follows beside English. */
export function itemWords(_language: string): ItemWords {
  return english
}
