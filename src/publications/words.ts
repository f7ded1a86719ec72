import { words as english, type PublicationWords } from './words.en.ts'

/** The words in a person's language; Welsh follows beside English. */
export function publicationWords(_language: string): PublicationWords {
  return english
}
