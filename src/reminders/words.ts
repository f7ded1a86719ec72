import { words as english, type ReminderWords } from './words.en.ts'

/** The words in a person's language; Welsh follows beside English. */
export function reminderWords(_language: string): ReminderWords {
  return english
}
