/** What somebody reads in a browser whose link leads nowhere any more. */
export const words = {
  papersGone: 'These papers are not in the record. Please ask the clerk of the committee.',
  papersWithdrawn: 'These papers were withdrawn. Please ask the clerk of the committee.',
  meetingGone: 'This meeting is not in the record. Please ask the clerk of the committee.',
  committeeGone: 'This committee is not in the record. Please ask the council’s democratic services.',
}
