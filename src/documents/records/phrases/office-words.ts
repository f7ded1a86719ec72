import { type Office, officeIn, withoutOffice } from './names.ts'

/** Words of offices, departments and bodies, which are printed with capitals as names are. */
export const OFFICE_WORD =
  /^(?:head|lead|leader|manager|director\w*|officers?|solicitors?|lawyer|barrister|clerk|secretary|treasurer|advis[eo]rs?|assistants?|deputy|senior|principal|chief|executives?|governance|legal|finance|financial|resources|performance|corporate|planning|planner|housing|communit(?:y|ies)|children\S*|adults?|social|care|education|schools?|transport\w*|highways?|environment\w*|regeneration|strategy|strategic|policy|commissioning|commissioner|development|growth|economy|economic|operations|operational|support|safety|skills|learning|culture|leisure|waste|assets?|property|digital|audit|auditors?|risk|procurement|customers?|business|partnerships?|trust|nhs|hospitals?|ccg|icb|university|college|limited|ltd|plc|llp|representative|consultant|engineer|surveyor|monitoring|section|statutory|interim|portfolio|holder|cabinet|scrutiny|press|reporter|police|constable|fire|health|healthcare|wellbeing|nurs\w+|gp|rector|caretaker|warden|responsible|rfo|cfo|observers?|guests?|residents?|apologies|absent|present|none|nil|absence|declarations?|interests?|also|visitors?|ward|parish|county|borough|district|city|items?|minutes|chair\w*|vice\S*|convenor|convener|mayor|with|from|by|in|for|the|there|all|no|not|received|noted|resolved|agreed|decision|were|was|is|to|at|on|this|that|it|members?|public|groups?|committee|panel|board|council|councillors?|cllrs?)$/i

/** Words of office that are surnames too. */
export const SURNAME_TOO =
  /^(?:head|ward|leader|constable|warden|parish|mayor|school|lead|risk|place|page|public|law)$/i

/** Whether any word of a text is one of an office, a department or a body. */
export function namesOffice(text: string): boolean {
  return text.split(/[\s/.]+/).some((word) => OFFICE_WORD.test(word))
}

/** The office that a text gives, to be put beside a name. */
export function officeOf(text: string): { office?: Office } {
  const office = officeIn(text)
  return office ? { office } : {}
}

/** Whether a text says nothing but an office in the committee. */
export function isOffice(text: string): boolean {
  // "Councillor/Chair", "Chair and Member"
  const rest = withoutOffice(text).replace(/\b(?:councillor|cllr|member|trustee|and)\b|[/&,–-]/gi, '')
  return officeIn(text) !== undefined && rest.trim() === ''
}
