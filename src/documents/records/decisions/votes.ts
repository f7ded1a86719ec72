import type { Line } from '../../lines/line.ts'
import type { PaperVote, VoteNames } from '../../record.ts'
import type { Found } from '../found.ts'
import { sentencesOf } from '../phrases/sentences.ts'
import { labelAt } from './clause-labels.ts'
import { amendmentSide } from './divisions.ts'
import { Floor, isAmendment } from './floor.ts'
import { leadInOf, leadInOfSentence } from './lead-ins.ts'
import { type Movers, moversIn } from './movers.ts'
import { type NamedVote, namedVoteAt } from './named-votes.ts'
import { BODY, isElsewhere, type OwnBody } from './own-body.ts'
import type { Passage } from './passages.ts'
import { aroundDecision, notesIn } from './remarks.ts'
import { rollCallAt } from './roll-calls.ts'
import { tabledVoteAt } from './tabled-votes.ts'
import { type ToldVoters, votersIn } from './told-voters.ts'
import { agree, join, type Telling, voteOf } from './vote-record.ts'
import { isBare, statementIn, type VoteStatement } from './vote-statements.ts'
import { votedColumnsAt } from './voted-columns.ts'
import type { Counts } from './ways.ts'

/** The votes that a stretch of minutes tells, in its order. */
export function votesIn(passage: Passage, body: OwnBody): VoteTold[] {
  return new Teller(passage, body).tell()
}

/** A vote and the paragraph that tells it. */
export interface VoteTold {
  vote: Found<PaperVote>
  paragraph: number
}

class Teller {
  private readonly told: Telling[] = []
  private readonly floor = new Floor()
  /** Nothing new was put since the last vote: what follows tells more of the same. */
  private same = false
  /** In the clauses of a decision, whose words may speak of other votes. */
  private deciding = false
  private readonly passage: Passage
  private readonly body: OwnBody

  constructor(passage: Passage, body: OwnBody) {
    this.passage = passage
    this.body = body
  }

  tell(): VoteTold[] {
    const { paragraphs } = this.passage
    for (let at = 0; at < paragraphs.length; ) {
      const paragraph = paragraphs[at]
      if (!paragraph) break
      const named =
        tabledVoteAt(paragraphs, at) ??
        votedColumnsAt(paragraphs, at) ??
        namedVoteAt(paragraphs, at) ??
        rollCallAt(paragraphs, at)
      if (named) {
        for (const sentence of sentencesOf(named.before)) this.hear(sentence, at, paragraph.first, false)
        this.hearNames(named, at, paragraph.first)
        for (const sentence of sentencesOf(named.after ?? ''))
          this.hear(sentence, named.next - 1, paragraph.first, false)
        at = named.next
        continue
      }
      this.hearParagraph(at)
      at += 1
    }
    return this.told.map((one) => ({ vote: voteOf(one, this.passage.item), paragraph: one.paragraph }))
  }

  private hearParagraph(at: number): void {
    const paragraph = this.passage.paragraphs[at]
    if (!paragraph) return
    const { text, first, bullet } = paragraph
    if (this.floor.takesHeading(text)) return
    const lead = leadInOf(text)
    if (lead) {
      for (const { words, byLeadIn } of aroundDecision(lead)) this.hear(words, at, first, byLeadIn)
      this.deciding = true
      return
    }
    this.deciding &&= bullet || labelAt(text) !== undefined
    if (this.deciding) {
      for (const words of notesIn(text)) this.hear(words, at, first, true)
      return
    }
    for (const sentence of sentencesOf(text)) {
      if (bullet && !DECIDES_IN_A_LIST.test(sentence)) continue
      const inProse = leadInOfSentence(sentence)
      if (inProse)
        for (const { words, byLeadIn } of aroundDecision(inProse)) this.hear(words, at, first, byLeadIn)
      else this.hear(sentence, at, first, false)
    }
  }

  private hear(sentence: string, at: number, line: Line, byLeadIn: boolean): void {
    if (isElsewhere(sentence) || this.hearVoters(sentence, at, line) || this.isOthers(sentence)) return
    if (byLeadIn && this.told.at(-1)?.byLeadIn === true) this.same = false
    const movers = moversIn(sentence)
    const agreed = this.floor.hear(sentence, movers)
    if (movers && !this.joinsDecisionAbove(movers, sentence, at)) {
      if (movers.moved !== undefined) this.same = false
      this.floor.remember(movers, sentence)
    }
    if (this.isAnother(this.floor.announce(sentence))) this.same = false
    if (this.hearAmendmentSide(sentence)) return
    for (const words of mattersApart(sentence)) {
      const statement = agreed ? AGREED : statementIn(words, byLeadIn)
      if (!statement) continue
      const last = this.told.at(-1)
      const more = byLeadIn
        ? last !== undefined && !last.byLeadIn && at - last.until <= 1
        : isBare(words) || (last?.names !== undefined && last.statement.result === undefined)
      if (last && more && this.same && agree(last.statement, statement)) join(last, statement)
      else if (!statement.onlyAdds) this.begin({ ...statement }, at, line, byLeadIn)
    }
  }

  /** "For the amendment - 9" below "For the motion - 12": those who were against the motion. */
  private hearAmendmentSide(sentence: string): boolean {
    const against = amendmentSide(sentence)
    const last = this.told.at(-1)
    if (against === undefined || !last || !this.same || last.statement.on?.includes('motion') !== true)
      return false
    if (last.statement.counts.against !== undefined) return false
    last.statement.counts = { ...last.statement.counts, against }
    return true
  }

  /** Whether what is announced is not what the last vote was on. */
  private isAnother(announced: string | undefined): boolean {
    const before = this.told.at(-1)?.statement.on
    if (announced === undefined || before === undefined) return false
    return isAmendment(before) !== isAmendment(announced)
  }

  private hearNames(named: NamedVote, at: number, line: Line): void {
    const last = this.told.at(-1)
    if (
      last &&
      this.same &&
      !last.names &&
      at - last.paragraph <= 2 &&
      !differ(last.statement.counts, named)
    ) {
      last.names = named
      last.until = named.next - 1
      return
    }
    this.begin({ mode: 'recorded', counts: {}, ...this.floor.awaited }, at, line, false)
    const begun = this.told.at(-1)
    if (!begun) return
    begun.names = named
    begun.until = named.next - 1
  }

  /** "Councillors A and B voted in favour." after the vote was told, or where two ways of voting are told at once. */
  private hearVoters(sentence: string, at: number, line: Line): boolean {
    const told = votersIn(sentence)
    const last = this.told.at(-1)
    const names = namesOf(told)
    if (told.length === 0) return false
    if (last && this.same && !told.some(({ way }) => last.names?.names[way])) {
      last.names = {
        next: 0,
        before: '',
        counts: {},
        ...last.names,
        names: { ...last.names?.names, ...names },
      }
      return true
    }
    if (told.length < 2) return false
    this.hearNames({ names, counts: {}, next: at + 1, before: '' }, at, line)
    return true
  }

  private begin(statement: VoteStatement, paragraph: number, line: Line, byLeadIn: boolean): void {
    const movers = this.floor.settle(statement.on)
    this.told.push({ statement, ...(movers && { movers }), line, paragraph, until: paragraph, byLeadIn })
    this.same = true
  }

  /** "Proposed: A. Seconded: B." below a decision that names nobody says who moved it. */
  private joinsDecisionAbove(movers: Movers, sentence: string, at: number): boolean {
    const last = this.told.at(-1)
    if (!last?.byLeadIn || at - last.until > 1 || sentence.length > 120) return false
    if (/\b(?:that|to)\b/i.test(sentence)) return false
    const onlySeconds = movers.moved === undefined && last.movers?.seconded === undefined
    if (last.movers && !onlySeconds) return false
    last.movers = { ...last.movers, ...movers }
    return true
  }

  /** "Cabinet voted 5 to 4" in the minutes of a committee. */
  private isOthers(sentence: string): boolean {
    const subject = SUBJECT.exec(sentence)?.[1]
    return subject !== undefined && !NO_BODY.test(subject) && !this.body.is(subject)
  }
}

/** Whether neither side of a counted vote has as many names: a list of another vote. One that differs may be a slip. */
function differ({ for: yes, against: no }: Counts, { names }: NamedVote): boolean {
  if (yes === undefined || no === undefined) return false
  return yes !== (names.for?.length ?? 0) && no !== (names.against?.length ?? 0)
}

function namesOf(told: readonly ToldVoters[]): VoteNames {
  return Object.fromEntries(told.map(({ way, names }) => [way, names]))
}

const SUBJECT = new RegExp(
  `^(${BODY})\\s(?:had\\s|has\\s|have\\s|was\\s|were\\s)?(?:unanimously\\s)?\\p{Ll}+`,
  'iu',
)
/** "Agreed." as the next word after who moved and who seconded. */
const AGREED: VoteStatement = { mode: 'voice', result: 'carried', counts: {} }
/** "Councillor Arkwell, Cabinet Member for Homes, moved", "The motion to refer the plan to Cabinet was lost": no body did. */
const NO_BODY =
  /^(?:councillors?|cllrs?|mrs?|ms|dr|(?:the\s)?(?:[\w-]+\s){0,2}(?:motion|amendment|proposal|recommendations?|vote))\b/i
/** In a list of what was said only these words tell of a vote of the meeting. */
const DECIDES_IN_A_LIST =
  /\b(?:elected|carried|lost|voted|resolved|seconded|proposed|agreed by|put to the vote|approved \(|abst\w*)\b|^\(?(?:unanimously )?(?:approved|agreed|noted|authorised)\b/i

/** "The amendment was lost and the motion was carried": two votes; a motion against its amendment is one. */
function mattersApart(sentence: string): string[] {
  if (/\bmotion\b.{0,120}\breceived\b.{0,120}\bamendment\b/i.test(sentence)) return [sentence]
  return sentence.split(
    /(?:;\s+|,?\s(?:and|but|whereupon)\s(?=the\s))(?=(?:the\s)?(?:[\w-]+\s){0,3}(?:motion|amendment|recommendations?)\b)/i,
  )
}
