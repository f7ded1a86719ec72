import { words as english, type MeetingScreenWords } from './screen-words.en.ts'

/** The words in a person's language; Welsh follows beside English. */
export function meetingScreenWords(_language: string): MeetingScreenWords {
  return english
}
