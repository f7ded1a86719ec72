/** Words before a decision that say that what follows is one. */
export interface LeadIn {
  /** The decision's words on the same paragraph; empty where it begins on the next. */
  rest: string
  /** What stands before the lead-in in its paragraph: who moved, how the vote went. */
  before: string
  /** The decision is the rest of the sentence, not of the paragraph. */
  sentence: boolean
  /** "RESOLVED" with nothing after it, not even a colon: it may also close what stands above it. */
  open?: true
  /** Somebody moved or seconded it: no mere point of the discussion. */
  moved?: boolean
}

const DECIDED = 'resolved|agreed|decided|determined|ordered'
const COUNTED =
  'by \\d{1,3} votes? to \\d{1,3}(?:,? with \\w{1,8} abstentions?)?|by (?:a )?(?:majority )?vote[^.;:()]{0,60}?'
/** How it was decided; "(a)" or "(1)" in brackets is the first clause. */
const HOW = `(?:\\s?[,–—-]?\\s?\\(?(?:unanimously|(?:with )?all (?:members )?(?:present )?in favour|without dissent|nem\\.?\\scon\\.?|nemine contradicente|by (?:a )?majority|by general consent|on a show of hands|accordingly|${COUNTED})\\)?,?|\\s?\\((?!(?:[a-z]|[ivx]{1,4}|\\d{1,2})\\))[^()]{1,160}\\))?`
const ADVERBS =
  '(?:(?:then|therefore|thereupon|duly|hereby|unanimously|subsequently|also|further|accordingly|,)\\s){0,3}'
/** What follows the word where it tells only how the vote went, or who did what next. */
const NO_DECISION = '(?:by|unanimously|accordingly|as|and|with|nem|action|actions|but|or|at|on)\\b'
/** "RESOLVED (i) That", "RESOLVED 1. That" */
const FIRST_LABEL = '(?:\\(?(?:1|a|i|A)[.)]\\)?\\s+)?'
const MARK = '(?:\\sas follows)?(?:\\s?[:;]\\s?[-–—]?|\\s?[-–—]{1,2})'

/** "RESOLVED:", "Resolved (unanimously) -", "It was AGREED that:", "Penderfynwyd:". */
const HEADED = new RegExp(
  `^(?:(?:it|and|motion|proposal|this)\\s)?(?:(?:was|were|is)\\s)?${ADVERBS}(?:penderfynwyd\\s?/\\s?)?(?:${DECIDED}|recommended|approved|noted|penderfynwyd|penderfyniad|argymhellwyd)${HOW}(?:\\s(?:that|to (?:cabinet|council|the \\w+)|to))?${MARK}(?=\\s|$|[\\p{L}\\d]|[“‘'"(])\\s*`,
  'iu',
)
/** "Resolved that", "RESOLVED to", "Agreed that": no mark, but nothing else begins so. */
const BARE = new RegExp(
  `^(?:(?:IT WAS|It was)\\s${ADVERBS})?(?:(?:unanimously|UNANIMOUSLY|Unanimously)\\s)?(?:Resolved|Agreed|Decided|RESOLVED|AGREED|APPROVED|DECIDED|RECOMMENDED|NOTED)(?:${HOW})\\s+(?=${FIRST_LABEL}(?:that|to|That|To|THAT|TO|T H A T)\\s)`,
  'u',
)
/** "AGREED the minutes be approved", "RESOLVED No objection": the word in capitals, or what should be, says enough. */
const WITHOUT_THAT = new RegExp(
  `^(?:(?:IT WAS|It was|it was)\\s${ADVERBS})?(?:(?:unanimously|UNANIMOUSLY|Unanimously)\\s)?(?:(?:RESOLVED|AGREED|DECIDED)${HOW}\\s+(?!${NO_DECISION})(?=\\p{L})|(?:NOTED|APPROVED|RECOMMENDED)${HOW}\\s+(?=(?:the|a|an|no|in)\\s)|(?:Resolved|Agreed|Decided)\\s+(?=(?:the|a|an|this|these|all|no)\\s[^.]{1,160}?\\b(?:be|objections?|action|comments?)\\b))`,
  'u',
)
/** "RESOLVED" on a line of its own, or at the end of who moved and seconded. */
const ALONE = new RegExp(
  `(?:^(?:it was\\s)?${ADVERBS}(?:resolved|agreed|decided)${HOW}|\\b(?:and|it was|and it was)\\s(?:(?:unanimously|duly|then)\\s){0,2}(?:resolved|RESOLVED|agreed|AGREED|decided|DECIDED)(?:\\sunanimously)?)(?:\\s(?:that|to))?$`,
  'iu',
)
/** "The following recommendations were agreed:" */
const FOLLOWING =
  /^the following\s(?:(?:recommendations?|resolutions?|decisions?|motions?|proposals?)\s)?(?:was|were)\s(?:then\s|unanimously\s|duly\s){0,2}(?:agreed|resolved|approved|passed|carried|adopted)\s?:[\s–—-]*$/i
/** "Resolved:", "Agreed that", at the head of a sentence further down. */
const LATER_SENTENCE = new RegExp(
  `(?<=[.;!?]['’”)]?\\s)(?:Resolved|Agreed|Decided)${HOW}(?:\\s?:\\s?[-–—]?\\s*|\\s+(?=(?:that|to)\\s\\p{L}))`,
  'u',
)
/** In the middle of a paragraph only in capitals: "... and, on being put to the vote, it was RESOLVED that". */
const CAPITALS = new RegExp(
  `(?:(?:^|\\s)(?:and|it|It|IT|was|WAS|were|therefore|duly|unanimously|UNANIMOUSLY|Unanimously|accordingly|then|,)){0,5}(?:^|\\s)(?:RESOLVED|AGREED|APPROVED|DECIDED|RECOMMENDED)${HOW}(?:${MARK}\\s*|\\s(?:that|to|That|THAT|TO)\\s?[;:–-]\\s*|\\s(?=${FIRST_LABEL}(?:that|to|That|THAT|TO)\\b))`,
  'u',
)
/** The number of a paragraph of minutes: "8.4 RESOLVED". */
const PARAGRAPH_NUMBER = /^\d{1,3}(?:\.\d{1,2}){1,2}\.?\s+(?=\S)/
/** What should be, after "agreed that": what is or was agreed to be so is an opinion. */
export const SHALL_BE =
  '(?:(?!\\b(?:was|were|is|are|had|has)\\b)[^.;]){1,200}?\\b(?:be|should|would|will|shall)\\s'
/** "agreed that the record was poor": no word of what should be before or after what was. */
const AN_OPINION =
  'that\\s(?:(?!\\b(?:be|should|would|will|shall)\\b)[^.;]){1,200}?\\b(?:was|were|is|are|had)\\b(?![^.;]{0,300}\\b(?:be|should|shall)\\b)'
/** "It was agreed that", "it was resolved to", "all agreed to", at the head of a sentence or after why it was. */
const SENTENCE = new RegExp(
  `^(?:(?:[^.;]{0,300}?,\\s)?(?:after|following|having|on|upon|as|due)\\b[^.;]{0,300}?[,:]?\\s)?(?:it was|all (?:members|councillors|present)|(?:the )?(?:council|committee|panel|board|members|councillors)(?=\\s(?:\\w+\\sand\\s)?(?:unanimously\\s)?resolved))\\s(?:\\w+\\sand\\s)?${ADVERBS}(?:resolved|agreed|decided)${HOW}\\s(?!${AN_OPINION})(?=(?:that|to|for)\\s|(?!${NO_DECISION})${SHALL_BE})`,
  'iu',
)
/** The same further on in a sentence, or behind the name of a matter: "Insurance - resolved to pay", "..., and it was agreed to". */
const LATER_IN_SENTENCE = new RegExp(
  `^(?:all|[^.;]{0,300}?(?:[,:]|\\band)\\s(?:and\\s|so\\s)?it was|[^.;:–—]{1,80}?(?:\\s?[–—:]|\\s-)\\s(?:it was)?)\\s?${ADVERBS}(?:resolved|agreed|decided)${HOW}\\s(?=to\\s\\p{Ll}|that\\s${SHALL_BE})`,
  'iu',
)
const MOVED_AND_DECIDED = new RegExp(
  `^(?=[^.;]{0,200}\\b(?:proposed|moved|seconded)\\b)[^;]{0,240}?\\b(?:and|it was|was)\\s${ADVERBS}(?:resolved|agreed|decided|carried|approved)${HOW}\\s(?=(?:that|to)\\s)`,
  'iu',
)

/** The lead-in that a paragraph of minutes begins with or holds, if any. */
export function leadInOf(numbered: string): LeadIn | undefined {
  const paragraph = withoutNumber(numbered)
  const headed =
    HEADED.exec(paragraph) ??
    BARE.exec(paragraph) ??
    (isShouted(paragraph) ? null : WITHOUT_THAT.exec(paragraph)) ??
    FOLLOWING.exec(paragraph)
  if (headed) return { rest: paragraph.slice(headed[0].length), before: headed[0], sentence: false }
  const capitals = isShouted(paragraph) ? null : (CAPITALS.exec(paragraph) ?? LATER_SENTENCE.exec(paragraph))
  if (capitals) {
    const end = capitals.index + capitals[0].length
    return { rest: paragraph.slice(end), before: paragraph.slice(0, end), sentence: false }
  }
  if (paragraph.length < LONGEST_ALONE && ALONE.test(paragraph)) {
    return { rest: '', before: paragraph, sentence: false, open: true }
  }
  return undefined
}

/** Who moved, who seconded and how the vote went take no more than this before "it was RESOLVED". */
const LONGEST_ALONE = 600

/** A paragraph of minutes without its number: "8.4 The Panel noted". */
export function withoutNumber(paragraph: string): string {
  return paragraph.replace(PARAGRAPH_NUMBER, '')
}

/** "The following articles are agreed: profiles, news and dates.": the sentence is the decision. */
const FOLLOWING_TOLD =
  /^the following\s(?:[\p{L}-]{1,20}\s){0,4}(?:was|were|is|are)\s(?:then\s|unanimously\s|duly\s){0,2}(?:agreed|resolved)\s?:\s(?=\S)/iu

/** The lead-in of a sentence inside a paragraph of prose. */
export function leadInOfSentence(sentence: string): LeadIn | undefined {
  if (FOLLOWING_TOLD.test(sentence)) return { rest: sentence, before: '', sentence: true }
  const moved = MOVED_AND_DECIDED.exec(sentence)
  const found = moved ?? SENTENCE.exec(sentence) ?? LATER_IN_SENTENCE.exec(sentence)
  if (!found) return undefined
  const { 0: before } = found
  return { rest: sentence.slice(before.length), before, sentence: true, ...(moved && { moved: true }) }
}

/** A heading or a notice in capitals: a word in capitals says nothing there. */
function isShouted(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  const small = letters.replace(/\p{Lu}/gu, '')
  return letters.length > 0 && small.length < letters.length * 0.3
}
