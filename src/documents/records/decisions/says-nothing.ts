/** A box that was left empty, or tells only how a vote went. */
const SAYS_NOTHING =
  /^(?:none|nil|n\/a|not applicable|there (?:were|was) (?:none|no)\b.{0,80}|no (?:declarations|apologies|questions|petitions|items|interests)\b.{0,80}|no decision\b.{0,40}|see\b.{0,40}|[-–—]+|there were none.{0,20}|officer recommendations?:?|the (?:motion|amendment) (?:was|fell).{0,80}|(?:amendment|motion)\b.{0,80}\b(?:carried|lost|fell)\b.{0,200})\.?$/i

export function saysNothing(text: string): boolean {
  return SAYS_NOTHING.test(text.trim())
}
