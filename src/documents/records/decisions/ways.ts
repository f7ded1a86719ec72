/** How somebody can vote, or not. */
export type Way = 'for' | 'against' | 'abstain' | 'noVote'

export const WAYS = ['for', 'against', 'abstain', 'noVote'] as const satisfies Way[]

/** How many voted which way, as far as the paper says. */
export type Counts = Partial<Record<Way, number>>

/** What a roll says of a member: a way of voting, or that the member was not there to vote. */
export type Answer = Way | 'absent'

/** The way of voting that words such as "in favour", "Abstentions" or "did not vote" begin with. */
export function wayOf(words: string): Answer {
  if (/^(?:absent|not present|apolog)/i.test(words)) return 'absent'
  if (/^(?:for|in favour|in support|favour|voted for|yes|ayes?)\b/i.test(words)) return 'for'
  if (/^(?:(?:voted )?against|no(?:es)?$|nays?)/i.test(words)) return 'against'
  // Who declines to vote was there and voted neither for nor against: an abstention.
  return /^(?:abst|absenti|declined)/i.test(words) ? 'abstain' : 'noVote'
}

const WAY_ALONE =
  /^((?:vot(?:ed|ing|es) )?(?:for|in favour|against)|yes|no|ayes?|noes|nays?|abst(?:ain|ains|ained|aining|ention|entions)|absent|did not vote|not voting|no vote(?: cast)?|not present)(?:\s(?:of\s)?(?:the\s)?(?:motion|amendment|proposal|recommendations?|proposition))?(?:\s?[-–:]?\s?\(?\d{1,3}\)?)?(?:\s?:?\s(?:councillors|cllrs|members))?:?$/i

/** The way of voting that a cell of a table names and nothing else: "For", "Against (3)", "For: Councillors:". */
export function wayInCell(text: string): Answer | undefined {
  const words = WAY_ALONE.exec(text.trim())?.[1]
  return words === undefined ? undefined : wayOf(words.replace(/^vot(?:ed|ing|es) /i, ''))
}
