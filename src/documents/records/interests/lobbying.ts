import type { Lobbying } from '../../record.ts'
import { peopleAtEnd } from '../phrases/people.ts'
import { sentencesOf } from '../phrases/sentences.ts'
import { itemIn } from './interest-item.ts'

const LOBBIED =
  /\s(?:(?:had|have|has|were|was|been|also|each|all|both|declared|stated|advised|indicated|reported|noted|confirmed|disclosed|that|he|she|they)\s){1,8}lobbied\b/i
const EVERYONE =
  /\b(all (?:(?:the|of the|other|committee|panel|board) )?(?:members|councillors)(?: of the \w+)?(?: present)?)$/i

/** Who had been lobbied, and about which item. */
export function lobbyingIn(paragraph: string): Lobbying[] {
  if (!/lobbied/i.test(paragraph)) return []
  return sentencesOf(paragraph).flatMap((sentence) => {
    const mark = LOBBIED.exec(sentence)
    if (!mark || /\b(?:no|not|if|should|whether)\b/i.test(sentence.slice(0, mark.index + mark[0].length)))
      return []
    const lead = sentence.slice(0, mark.index)
    const item = itemIn(sentence.slice(mark.index + mark[0].length))
    const everyone = EVERYONE.exec(lead)?.[1]
    const members = everyone
      ? [everyone]
      : peopleAtEnd(lead)
          .filter(({ rest }) => rest === '')
          .map(({ name }) => name)
    return members.map((member) => ({ member, ...(item && { item }) }))
  })
}
