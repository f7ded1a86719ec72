export const sittingWords = {
  /** Why a record of who came was corrected. */
  byTheRoll: 'By the roll of the meeting.',
}
