import type { Business } from '../business.ts'
import { type FoundFields, listOf } from '../found.ts'
import { actionsIn } from './actions.ts'
import { NamedPeople } from './named-people.ts'
import { questionsIn } from './questions.ts'

/**
 * What somebody was asked to do, and the lettered lines of questioning: only minutes tell either. `people` are
 * those whom the paper lists as being there, or not.
 */
export function readFollowUp(business: Business, people: FoundFields): FoundFields {
  if (business.kind !== 'minutes' && business.kind !== 'agenda+minutes') return {}
  return {
    actions: listOf(actionsIn(business, new NamedPeople(people))),
    questions: listOf(questionsIn(business)),
  }
}
