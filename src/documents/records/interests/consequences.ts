import type { DeclaredInterest } from '../../record.ts'

const LEFT =
  /\b(?:left|leave|leaves|leaving|withdrew|withdraw|withdrawn|vacated?|recused?)\b(?!\s+(?:the (?:chair|council|school|trust|company)))/i
const STAYED = /\b(?:remain(?:ed|s|ing)?|stay(?:ed|s|ing)?)\b(?!.{0,20}\b(?:outside|out of)\b)/i
const NO_PART =
  /\b(?:t[oa]ok?e?n?|taking) no (?:further |active )?part\b|\b(?:did|do|does|would|will) not (?:be (?:taking part|participating|voting|speaking)|take (?:any )?part|participate|speak|vote)\b|\babstain(?:ed|s|ing)? from (?:the |any )?(?:discussion|debate|vote|voting)|\bneither (?:spoke|speak|took part)\b|\bnot (?:participating|taking part|voting)\b|\bwithout (?:speaking|voting|taking part)\b|\bno part in\b/i
const NEGATED =
  /\b(?:not|no need|no requirement|need not|without)(?:\s(?:required?|requires|obliged|have|having|need|be|been|to|for|him|her|them)){0,6}\s(?:leav|withdr)/i

/** What an interest led to, as far as the words say. */
export function consequencesIn(words: string): Pick<DeclaredInterest, 'leftRoom' | 'tookNoPart'> {
  const left = LEFT.test(words) && !NEGATED.test(words)
  const stayed = !left && (STAYED.test(words) || NEGATED.test(words))
  return {
    ...(left ? { leftRoom: true } : stayed ? { leftRoom: false } : {}),
    ...(NO_PART.test(words) && { tookNoPart: true }),
  }
}
