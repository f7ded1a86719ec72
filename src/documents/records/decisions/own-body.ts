import type { Business } from '../business.ts'

/** Of a sentence "The ... Committee noted ...": who. */
const BODY_NOUN =
  'committees?|sub-?committees?|cttee|council|panel|board|cabinet|forum|commission|executive|authority|trustees|meeting|assembly|working group|task group|members|councillors|cllrs'
export const BODY = `(?:(?:the|this|all|full)\\s){0,2}(?:[\\p{L}&’'-]{1,30},?\\s){0,9}?(?:${BODY_NOUN})(?:\\s(?:for|on)\\s(?:the\\s)?[\\p{L}&’'-]{1,30}(?:,?\\s[\\p{L}&’'-]{1,30}){0,5}?)?(?:\\s?\\([^()]{1,40}\\))?`

/** How deep into a paper its own name is printed. */
const HEADING = 12

/** Whose decisions a paper records, so that "Cabinet resolved last month" in a committee's minutes is not taken for one of its own. */
export class OwnBody {
  private readonly names: string
  private readonly committee: boolean

  constructor(business: Business) {
    const heading = business.front.length > 0 ? business.front : business.lines
    this.names = heading
      .slice(0, HEADING)
      .map((line) => line.text.slice(0, 200))
      .join(' ')
      .toLowerCase()
    this.committee = /\b(?:committee|panel|board|commission|forum|cabinet|executive)\b/.test(this.names)
  }

  /** Whether the subject of a sentence can be the body that met. */
  is(subject: string): boolean {
    const words = subject.toLowerCase()
    if (/\b(?:previous|last|other|government|nhs|police|scottish|welsh|planning inspectorate)\b/.test(words))
      return false
    const special =
      /\b(?:cabinet|executive|full council|parish council|county council|borough council|district council|city council|town council|audit|planning|scrutiny|licensing|standards)\b/.exec(
        words,
      )
    if (special && !this.names.includes(special[0])) return false
    if (/\bcouncil$/.test(words.trim()) && this.committee && !/\bcouncil committee\b/.test(words)) {
      return !special && /^the council$/.test(words.trim()) ? !this.committee : false
    }
    return this.hasNameOf(words)
  }

  /** "The Water Authority" is not the "Housing Panel": each word that tells bodies apart must stand in the heading. */
  private hasNameOf(subject: string): boolean {
    if (!A_NAME.test(subject)) return true
    const own = subject.replace(/\([^()]*\)/g, ' ').match(/\p{L}{3,}/gu) ?? []
    return own.every((word) => COMMON.test(word) || this.names.includes(word))
  }
}

/** "the water authority", and not "the minutes of the meeting" or all else that can stand before "RESOLVED". */
const A_NAME =
  /^(?:the|this)\s(?!minutes\b|report\b|recommend|motion\b|chair|members\b)(?:[\p{L}&’'-]{1,30},?\s){1,6}?(?:committee|sub-?committee|council|panel|board|forum|commission|authority|trustees|assembly|association|trust|group)$/u

/** Words that any body's sentence can begin with. */
const COMMON = new RegExp(
  `^(?:the|this|that|all|full|whole|present|and|for|voting|elected|parish|town|community|ordinary|select|sub|${BODY_NOUN}|working|task|group)$`,
)

/** Of what was decided earlier or elsewhere: no decision of this meeting. */
const ELSEWHERE =
  /\b(?:had (?:been |already |previously |also |since )?(?:un|re)?(?:animously )?(?:resolved|agreed|approved|decided|voted|noted|carried|lost)|(?:was|were) (?:previously|originally|already) (?:resolved|agreed|approved|decided)|previous(?:ly)? (?:resolved|agreed|approved|decided)|last (?:month|year|week|meeting)|at (?:its|their|the|a) (?:last|previous|earlier|special|meeting (?:held )?(?:on|in))|at (?:its|their) meeting|in (?:19|20)\d\d,? (?:it|the council|members))\b/i

export function isElsewhere(sentence: string): boolean {
  return ELSEWHERE.test(sentence)
}
