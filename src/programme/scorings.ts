/*
 * How committees score what is proposed to them, as data: another council's scoring is another entry here and no
 * other code.
 */

export interface Criterion {
  readonly id: string
  readonly label: string
}

export interface Scoring {
  readonly id: string
  readonly name: string
  readonly criteria: readonly Criterion[]
  /** Points for each criterion, from 0; with 1 a criterion is met or not. */
  readonly most: number
  /** From so many points on, the highest first. */
  readonly bands: readonly { readonly from: number; readonly name: string }[]
}

/** One point for each question that is answered with yes: "6 (High)", as Plymouth's programme of 2017 prints it. */
const plymouth: Scoring = {
  id: 'plymouth',
  name: 'Priority score of six questions',
  most: 1,
  criteria: [
    { id: 'public', label: 'Does it concern the public, partners or stakeholders?' },
    { id: 'ability', label: 'Can the committee have an influence on it?' },
    { id: 'performance', label: 'Does this service perform below what is expected?' },
    { id: 'extent', label: 'Does it affect people in more than one ward?' },
    { id: 'only', label: 'Is this the only opportunity for public scrutiny?' },
    { id: 'decision', label: 'Will the executive take a decision on it?' },
  ],
  bands: [
    { from: 5, name: 'High' },
    { from: 3, name: 'Medium' },
    { from: 0, name: 'Low' },
  ],
}

const pick: Scoring = {
  id: 'pick',
  name: 'PICK (0 to 3 each)',
  most: 3,
  criteria: [
    { id: 'public', label: 'Public interest' },
    { id: 'impact', label: 'Impact on the area and on people' },
    { id: 'performance', label: 'Council performance and efficiency' },
    { id: 'context', label: 'Keep in context: nothing else deals with it' },
  ],
  bands: [
    { from: 9, name: 'High' },
    { from: 5, name: 'Medium' },
    { from: 0, name: 'Low' },
  ],
}

const topic: Scoring = {
  id: 'topic',
  name: 'TOPIC (0 to 2 each)',
  most: 2,
  criteria: [
    { id: 'timely', label: 'Timely: it can still change something' },
    { id: 'organisation', label: 'Organisational priority' },
    { id: 'public', label: 'Public interest' },
    { id: 'influence', label: 'Influence of the committee' },
    { id: 'cost', label: 'Cost, or saving' },
  ],
  bands: [
    { from: 7, name: 'High' },
    { from: 4, name: 'Medium' },
    { from: 0, name: 'Low' },
  ],
}

export const scorings: readonly Scoring[] = [plymouth, pick, topic]

/** The scoring of a committee; the usual one where its own is not known any more. */
export function scoringOf(id: string): Scoring {
  return scorings.find((one) => one.id === id) ?? plymouth
}

/** Points by criterion. */
export type Scores = Readonly<Record<string, number>>

/** The points as far as they are of this scoring: none of those that were given by another. */
export function scoresUnder(scores: Scores, { criteria }: Scoring): Scores {
  const isOurs =
    Object.keys(scores).length === criteria.length && criteria.every(({ id }) => scores[id] !== undefined)
  return isOurs ? scores : {}
}

/** Whether the same points are given; the store does not keep the order of its names. */
export function sameScores(one: Scores, other: Scores): boolean {
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
}

/** What programmes print of something that was not scored. */
export const NOT_SCORED = '-'

/** "6 (High)" */
export function scorePrinted(scores: Scores, { criteria, bands }: Scoring): string {
  if (Object.keys(scores).length === 0) return NOT_SCORED
  const total = criteria.reduce((sum, { id }) => sum + (scores[id] ?? 0), 0)
  const band = bands.find(({ from }) => total >= from)
  return band ? `${total} (${band.name})` : String(total)
}
