import { type CouncilPerson, displayName } from '../committees/people.ts'
import type { NamedPerson } from './attendance-names.ts'
import { commentWords } from './comment-words.en.ts'
import { words } from './minutes-lines.en.ts'
import type { MinutesModel } from './minutes-model.ts'

/** What the minutes say of one member's being there, in a sentence to them. */
export function myAttendance(model: MinutesModel, member: CouncilPerson): string {
  const say = commentWords.check
  const { attendance, movements } = model
  const isMe = (one: NamedPerson) => one.name === member.name && one.title === member.title
  if (attendance.present.some(isMe)) {
    const late = attendance.late?.find(isMe)
    const mine = movements.filter(({ person }) => isMe(person))
    const joined = late?.joined ?? mine.find(({ kind }) => kind === 'joined')?.at
    const last = mine.at(-1)
    const left = late?.left ?? (last?.kind === 'left' ? last.at : undefined)
    if (joined !== undefined && left !== undefined)
      return say.joinedAndLeft(words.time(joined), words.time(left))
    if (joined !== undefined) return say.joined(words.time(joined))
    return left === undefined ? say.present : say.left(words.time(left))
  }
  const apology = attendance.apologies.find(isMe)
  if (apology) return apology.substitute ? say.substituted(displayName(apology.substitute)) : say.apologies
  return attendance.remoteObservers?.some(isMe) ? say.remote : say.absent
}
