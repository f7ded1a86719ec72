// The sample council, by the names that people read.
import { words as apologies } from '../../../src/apologies/words.en.ts'
import { words as cards } from '../../../src/cards/words.en.ts'
import { words as interests } from '../../../src/interests/words.en.ts'
import { words as publication } from '../../../src/publications/words.en.ts'

/** What fields and buttons are called: to find them, not to promise their wording. */
export const labels = {
  file: publication.start.file,
  address: publication.start.address,
  committee: publication.review.committee,
  date: publication.review.date,
  time: publication.review.time,
  venue: publication.review.venue,
  items: publication.review.items(1, 1, true),
  publicAddress: publication.review.publicAddress,
  publicCopy: publication.review.publicCopy,
  kind: apologies.form.kind,
  reason: apologies.form.reason,
  meeting: apologies.form.meeting,
  member: apologies.relay.member,
  answer: apologies.relay.answer,
  note: apologies.relay.note,
  whyCorrected: apologies.correct.why,
} as const

/** What the member's one message says in each state. */
export const said = {
  ask: 'Will you be there?',
  absent: 'You have sent your apologies',
  coming: 'You will be there.',
} as const

export const buttons = {
  coming: cards.member.iWillBeThere,
  apologies: cards.member.sendApologies,
  withdraw: cards.member.withdraw,
  nothingToDeclare: interests.message.nothingToDeclare,
  declarations: interests.message.declarations,
  answerFor: cards.clerks.answerFor,
  correct: cards.clerks.correct,
  reasons: cards.clerks.reasons,
  emailText: cards.clerks.emailText,
  check: publication.dropped.check,
  typeIt: publication.dropped.typeIt,
} as const

/** What a member's message offers at first. */
export const atFirst = [buttons.coming, buttons.apologies, buttons.nothingToDeclare, buttons.declarations]

/** Heads the clerks' list of a meeting. */
export const clerksList = cards.clerks.heading()
export const committee = 'Health and Adult Care Scrutiny Committee'
export const meetingName = `${committee}, Wednesday 20 January 2027, 10 am`
export const channel = 'health-scrutiny'
export const clerksChannel = 'health-scrutiny-clerks'
export const clerk = 'Marian Spekeworth'
export const otherClerk = 'Daniel Obinwa'
export const membersOnSlack = [
  'Ruth Okafor',
  'Imran Siddall',
  'Tom Fairlock',
  'Elaine Hartwick',
  'Kofi Mensah-Boyd',
  'Anjali Nairn',
  'Gareth Penwarden',
  'Siân Prosser-Lowe',
  'Malcolm Trentham',
  'Jo Ward',
] as const
/** No e-mail address, so no Slack. */
export const withoutSlack = 'Dorothy Kimberling'
export const officer = 'Farah Quistain'
/** What a clerk types for a meeting of the sample committee when there is no file. */
export const typedMeeting = {
  [labels.date]: '2027-03-17',
  [labels.time]: '14:00',
  [labels.venue]: 'Wherry Room',
  [labels.items]: '1. Apologies\n2. Work Programme (pages 3-4)',
}
