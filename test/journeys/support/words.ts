// The sample council, by the names that people read.
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
  'Date of the meeting': '2027-03-17',
  Start: '14:00',
  Place: 'Wherry Room',
  'Agenda items': '1. Apologies\n2. Work Programme (pages 3-4)',
}
