import { type CallInWords, callInWords as englishCallIn } from './call-in-words.en.ts'
import { formWords as englishForms, type ProgrammeFormWords } from './form-words.en.ts'
import { importWords as englishImport, type ImportWords } from './import-words.en.ts'
import { words as english, type ProgrammeWords } from './words.en.ts'

/** The words in a person's language; Welsh follows beside English. */
export function programmeWords(_language: string): ProgrammeWords {
  return english
}

export function programmeFormWords(_language: string): ProgrammeFormWords {
  return englishForms
}

export function programmeImportWords(_language: string): ImportWords {
  return englishImport
}

export function callInWordsOf(_language: string): CallInWords {
  return englishCallIn
}
