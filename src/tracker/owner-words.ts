import { words as english, type OwnerWords } from './owner-words.en.ts'

/** The words in a person's language; Welsh follows beside English. */
export function ownerWords(_language: string): OwnerWords {
  return english
}
