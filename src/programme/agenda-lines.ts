import type { LinesPutDown } from '../meetings/standing-agenda.ts'
import { callInWords } from './call-in-words.en.ts'
import { callInsOf } from './call-ins.ts'
import { programmeOf } from './entries.ts'

/**
 * What the work programme has put down for a meeting, in its order, after the decisions that were called in to it: an
 * agenda is started with it.
 */
export const linesPutDown: LinesPutDown = async (house, committeeId, meetingId) => {
  const callIns = (await callInsOf(house, committeeId)).filter(
    ({ state, meeting }) => state === 'called' && meeting?.id === meetingId,
  )
  const entries = (await programmeOf(house, committeeId)).filter(
    ({ standing, meeting }) => standing === 'scheduled' && meeting?.id === meetingId,
  )
  return [
    ...callIns.map(({ title, reference }) => ({
      title: inOneLine(callInWords.onAgenda(title, reference)),
      lead: '',
    })),
    ...entries.map(({ title, lead }) => ({ title: inOneLine(title), lead: leadOf(lead) })),
  ]
}

/** An item is a line of the form in which a clerk corrects it. */
function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** The longest that a line of an agenda takes as "(lead: …)". */
const LEAD = 120

/** Without brackets, which would end "(lead: …)"; one that a line does not take is left for the clerk to add. */
function leadOf(lead: string): string {
  const plain = inOneLine(lead.replaceAll(/\s*\(/g, ', ').replaceAll(')', ''))
  return plain === '-' || plain.length > LEAD ? '' : plain
}
