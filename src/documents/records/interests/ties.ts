/** Words of what makes an interest of what is declared: who somebody is, knows or belongs to. */
const A_TIE =
  /\b(?:members?|governors?|trustees?|directors?|employ\w*|owne?[rd]?s?|tenants?|landlords?|residents?|liv(?:es?|ed|ing)|neighbour\w*|friends?|relatives?|relat(?:ed|ion|ions|ionship)|wife|husband|partner|son|daughter|brother|sister|mother|father|family|parent|spouse|kn[oe]ws?|known|acquaint\w*|works?|worked|working|business|shareholders?|chair\w*|president|vice-president|secretary|treasurer|volunteer\w*|patron|customers?|clients?|landowner|allotment|employee|councillors?|serv(?:es|ed|ing)|candidate|benefit\w*|pension\w*|contract\w*|associat\w*|connect\w*|involved|interests?)\b/i
/** What every member of a planning committee says: no tie to the matter. */
const HEARD_ABOUT_IT =
  /\b(?:received|correspond\w*|e-?mails?|letters?|telephone\w*|called[ -]in|representations|site visit|previously considered|sat on)\b/i

/** Whether words say how somebody is tied to a matter, rather than what they have heard of it. */
export function isTie(words: string): boolean {
  return A_TIE.test(words) && !HEARD_ABOUT_IT.test(words)
}
