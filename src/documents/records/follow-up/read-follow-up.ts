import type { Business } from '../business.ts'
import { type FoundFields, listOf } from '../found.ts'
import { actionsIn } from './actions.ts'
import { questionsIn } from './questions.ts'

/** What somebody was asked to do, and the lettered lines of questioning: only minutes tell either. */
export function readFollowUp(business: Business): FoundFields {
  if (business.kind !== 'minutes' && business.kind !== 'agenda+minutes') return {}
  return { actions: listOf(actionsIn(business)), questions: listOf(questionsIn(business)) }
}
