import { formWords as englishForms, type FormWords } from './form-words.en.ts'
import { words as english, type VoteWords } from './words.en.ts'

/** The words in a person's language; Welsh follows beside English. */
export function voteWords(_language: string): VoteWords {
  return english
}

export function voteFormWords(_language: string): FormWords {
  return englishForms
}
