import { words as english, type ItemWords } from './item-words.en.ts'
import { words as englishQuestions, type QuestionWords } from './question-words.en.ts'

/** The words in a person's language; Welsh follows beside English. */
export function itemWords(_language: string): ItemWords {
  return english
}

export function questionWords(_language: string): QuestionWords {
  return englishQuestions
}
