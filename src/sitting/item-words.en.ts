/** What clerks and members read about an item while the meeting sits, and what it leaves for the minutes. */
export const words = {
  minutes: {
    /** After "a general dispensation was applied". */
    generalFor: (scopes: readonly string[]) =>
      `in relation to ${scopes.map((scope) => `“${scope}”`).join(' and ')}`,
    /** LGA 1972 s100B(4)(b): the circumstances "shall be specified in the minutes". */
    urgent: (item: string, circumstances: string) =>
      `The Chair was of the opinion that ${item} should be considered at the meeting as a matter of urgency by reason of the following special circumstances: ${circumstances} (Section 100B(4)(b) of the Local Government Act 1972).`,
  },
}
export type ItemWords = typeof words
