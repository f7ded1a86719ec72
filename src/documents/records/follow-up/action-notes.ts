import { dateIn } from '../phrases/dates.ts'
import { ownerOf } from './undertakings.ts'

const DUE =
  /^(?:due(?:\sdate|\sby)?|deadline|target\sdate|by\swhen|timescale|completion\sdate)\s?[:–—-]\s*([^:]{2,60}?)\.?$/i
const OWNER =
  /^(?:lead(?:\sofficer)?|owner|responsible(?:\sofficer)?|officer|by\swhom|who|action\sby)\s?[:–—-]\s*([^:]{2,60}?)\.?$/i
/** How many such sentences follow an action. */
const MOST = 3

/** "Lead: Head of Finance. Due: June meeting." after an action. */
export function notesOn(sentences: readonly string[], action: number): { owner?: string; due?: string } {
  let notes: { owner?: string; due?: string } = {}
  for (const sentence of sentences.slice(action + 1, action + 1 + MOST)) {
    const due = DUE.exec(sentence)?.[1]
    const owner = OWNER.exec(sentence)?.[1]
    if (due === undefined && owner === undefined) break
    if (due !== undefined) notes = { ...notes, due: dateIn(due)?.date ?? due }
    if (owner !== undefined) notes = { ...notes, owner: ownerOf(owner) }
  }
  return notes
}
