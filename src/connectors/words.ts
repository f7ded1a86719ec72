import { type ConnectorWords, words as english } from './words.en.ts'

/** The words for a person's language. Welsh will follow: until then everybody reads English. */
export function connectorWords(_language: string): ConnectorWords {
  return english
}
