import { type CorrectionWords, correctionWords as englishCorrection } from './correction-words.en.ts'
import { restrictedWords as englishRestricted, type RestrictedWords } from './restricted-words.en.ts'
import { words as englishSupplement, type SupplementWords } from './supplement-words.en.ts'
import { words as english, type PublicationWords } from './words.en.ts'

/** The words in a person's language; Welsh follows beside English. */
export function publicationWords(_language: string): PublicationWords {
  return english
}

export function supplementWords(_language: string): SupplementWords {
  return englishSupplement
}

export function restrictedWords(_language: string): RestrictedWords {
  return englishRestricted
}

export function correctionWords(_language: string): CorrectionWords {
  return englishCorrection
}
