const NOUN =
  "(?:such )?(?:further |new |disclosable |pecuniary |non-pecuniary |personal |prejudicial |members['’]? |and |or )*(?:declarations?|disclosures?|interests?|conflicts? of interests?|dispensations?)"
const NONE = new RegExp(
  [
    '^(?:there (?:were|was|being|had been|are) )?(?:none|nil|n/a|not applicable)\\b',
    '^(?:none|nothing|nil|no-?one)\\b.{0,40}\\b(?:declared|disclosed|made|received|stated|registered|recorded|declare|reported|noted|given|raised|known|present)\\b',
    '^there (?:were|was|are|have been|had been) (?:therefore |again )?none\\b',
    `\\bno ${NOUN}\\b`,
    '\\bno (?:members?|councillors?|cllrs?|one)(?: present)? (?:(?:had|have|has|made|declared|disclosed|indicated|registered)\\b).{0,30}\\b(?:interests?|declarations?|declare|disclosures?)\\b',
    '\\bno (?:member|councillor)s? (?:declared|disclosed)\\b',
    '\\b(?:nothing|none) to (?:declare|disclose)\\b',
    '\\b(?:declared|disclosed|had|have) no interests?\\b',
    '^(?:nil|no) (?:return|response)s?\\b',
    '^no[.]?$',
    'dim (?:datganiad|budd)',
  ].join('|'),
  'i',
)
const ABOUT_SOMETHING_ELSE =
  /\b(?:whip|lobb(?:y|ied)|predetermin|gifts?|hospitality|dispensation requests?|requests? for dispensation)/i

/** "No other interests were declared", "None, except …": some were. */
const BUT_SOME = /\bno (?:other|additional)\b|\b(?:except|apart from|other than|save (?:for|that))\b/i

/** "Councillor Ash said that she had no interest to declare": that is she, not all of them. */
const ONE_OF_THEM = /\b(?:he|she|they) (?:had|has|have) no interests?\b/i

/** Whether a sentence under "Declarations of interest" says that there were none. */
export function saysNone(sentence: string): boolean {
  if (!NONE.test(sentence) || ONE_OF_THEM.test(sentence) || BUT_SOME.test(sentence)) return false
  return !ABOUT_SOMETHING_ELSE.test(sentence) || /\binterests?\b/i.test(sentence)
}
