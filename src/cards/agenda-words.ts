import { type AgendaWords, words as english } from './agenda-words.en.ts'

/** The words in a person's language; Welsh follows beside English. */
export function agendaWords(_language: string): AgendaWords {
  return english
}
