/**
 * What a member may let the minutes say of the reason, by Scrutineer's name of the phrase. Apologies need none, and
 * nothing is said unless the member chooses it; the private reason itself never reaches the minutes.
 */
export const MINUTES_PHRASES = ['', 'councilBusiness', 'illness', 'family', 'work', 'holiday'] as const
export type MinutesPhrase = (typeof MINUTES_PHRASES)[number]

export function minutesPhrase(said: string): MinutesPhrase {
  return MINUTES_PHRASES.find((it) => it === said) ?? ''
}
