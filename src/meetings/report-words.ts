import { words as english, type ReportWords } from './report-words.en.ts'

/** The words in a person's language; Welsh follows beside English. */
export function reportWords(_language: string): ReportWords {
  return english
}
