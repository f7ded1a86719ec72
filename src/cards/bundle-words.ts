import { type BundleWords, words as english } from './bundle-words.en.ts'

/** The words in a person's language; Welsh follows beside English. */
export function bundleWords(_language: string): BundleWords {
  return english
}
