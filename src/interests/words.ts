import type { CouncilCode, KindId } from './kind-rules.ts'
import { officerWords as englishOfficer, type OfficerWords } from './officer-words.en.ts'
import { words as english, type InterestWords } from './words.en.ts'

/** The words in a person's language; Welsh follows beside English. */
export function interestWords(_language: string): InterestWords {
  return english
}

export function officerWords(_language: string): OfficerWords {
  return englishOfficer
}

/** What the council calls a kind of interest. */
export function kindName({ names }: Pick<CouncilCode, 'names'>, id: KindId, say: InterestWords): string {
  return names.get(id) ?? say.kinds[id]
}
