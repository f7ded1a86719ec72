import { isStatus } from './cell-values.ts'

/** What a line of a list says behind its topic or its action, without a label. */
export interface SaidAtEnd {
  text: string
  owner?: string
  status?: string
}

const LAST = /^(.{3,}?[^\s–—(-])(?:\s*[.;:]\s+|\s+[–—-]\s+|\s*\()([^.;:–—()]{2,50}?)[.)]*$/
/** An office alone: other words behind a dash are more of the topic. */
const OFFICE =
  /^(?:\p{L}+ )?(?:head|director|chief|service manager) (?:of|for|executive|officer)\b.{0,40}$|^(?:the )?(?:\p{L}+ ){0,3}(?:officer|manager|director|treasurer|clerk|engineer|solicitor|surveyor|inspector)$/iu
const LONGEST_STATUS = 3

/** "Bus strategy – Head of Transport": the office that leads on a topic. */
export function leadAtEnd(line: string): SaidAtEnd | undefined {
  const [, text, owner] = LAST.exec(line) ?? []
  return text && owner && OFFICE.test(owner) ? { text, owner } : undefined
}

/** "Clerk to get three quotes. DONE": how far an action has come. */
export function statusAtEnd(line: string): SaidAtEnd | undefined {
  const [, text, status] = LAST.exec(line) ?? []
  const says = status && isStatus(status) && status.split(' ').length <= LONGEST_STATUS
  return text && says ? { text: /[.;:]\s+[^.;:]*$/.test(line) ? `${text}.` : text, status } : undefined
}
