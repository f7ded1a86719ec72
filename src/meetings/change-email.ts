import { type CouncilPerson, displayName, isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { asksAfresh } from './change-rules.ts'
import { changeWords, type ToldChange } from './change-words.en.ts'
import { changesOf } from './changes.ts'
import { meetingAtHand } from './meeting.ts'
import { whoIsTold, withoutSlack } from './who-is-told.ts'

export interface ChangeEmail {
  /** "Mrs Winifred Oakapple (w.oakapple@example.org)" */
  readonly names: readonly string[]
  readonly text: string
}

/** The text about the last change that a clerk pastes into an e-mail for those without Slack. */
export async function changeEmail(
  house: House,
  act: { readonly by: string; readonly meetingId: string },
): Promise<Outcome<ChangeEmail, { readonly code: 'not-a-clerk' } | { readonly code: 'nothing-changed' }>> {
  const meeting = await meetingAtHand(house, act.meetingId)
  if (!meeting || !(await isClerk(house, meeting.committeeId, act.by)))
    return refused({ code: 'not-a-clerk' })
  const last = (await changesOf(house, meeting.id)).at(-1)
  if (!last) return refused({ code: 'nothing-changed' })
  const without = withoutSlack(await whoIsTold(house, meeting, meeting.date))
  return done({ names: without.map(namedWithAddress), text: emailText(meeting.committeeName, last) })
}

export function emailText(committee: string, change: ToldChange): string {
  const asks = change.after.state === 'scheduled' && asksAfresh(change.before, change.after)
  const { subject, body } = changeWords.email
  return `${subject(committee, change)}\n\n${body(committee, change, asks)}`
}

/** "Mrs Winifred Oakapple (w.oakapple@example.org)" */
export function namedWithAddress(person: CouncilPerson): string {
  return `${displayName(person)}${person.email ? ` (${person.email})` : ''}`
}
