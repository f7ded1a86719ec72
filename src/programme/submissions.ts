import { z } from 'zod'
import { type Fields, listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { AUTHORITIES, type Authority, type Place } from './rules.ts'
import type { Scores, Scoring } from './scorings.ts'
import { scorings } from './scorings.ts'
import type { ProgrammeSettings } from './set-settings.ts'
import { type EntrySaid, PROGRAMME_KINDS } from './types.ts'

const { field } = ids.programme

/** What a form about an entry carries. */
const ofEntry = z.object({ entryId: z.string(), version: z.number().int() })
export type EntryMetadata = z.infer<typeof ofEntry>

/** @throws when the view is not one of ours */
export function entryMetadataOf(text: string): EntryMetadata {
  return ofEntry.parse(JSON.parse(text))
}

/** `id/version`, with the page after it where a page is meant. */
export function entryOfValue(value: string): EntryMetadata & { readonly page: number } {
  const [entryId = '', version = '', page = '0'] = value.split('/')
  return { entryId, version: Number(version), page: Number(page) }
}

/** What is said of an entry; `undefined` where points were given on some lines only. */
export function saidIn(fields: Fields, scoring: Scoring): EntrySaid | undefined {
  const scores = scoresIn(fields, scoring)
  if (!scores) return undefined
  return {
    kind: PROGRAMME_KINDS.find((one) => one === textOf(fields, field.kind)) ?? 'item',
    title: textOf(fields, field.title),
    reason: textOf(fields, field.reason),
    outcomeWanted: textOf(fields, field.outcome),
    lead: textOf(fields, field.lead),
    scope: textOf(fields, field.scope),
    scores,
  }
}

function scoresIn(fields: Fields, { criteria, most }: Scoring): Scores | undefined {
  if (most === 1) {
    const met = new Set(listOf(fields, field.met))
    return met.size === 0 ? {} : Object.fromEntries(criteria.map(({ id }) => [id, met.has(id) ? 1 : 0]))
  }
  const given = criteria.flatMap(({ id }): [string, number][] => {
    const points = textOf(fields, `${field.score}/${id}`)
    return points === '' ? [] : [[id, Number(points)]]
  })
  return given.length === 0 || given.length === criteria.length ? Object.fromEntries(given) : undefined
}

export function placeIn(fields: Fields): Place {
  const value = textOf(fields, field.place)
  const meeting = /^meeting\/(.+)$/.exec(value)
  if (meeting?.[1] !== undefined) return { to: 'meeting', meetingId: meeting[1] }
  return value === 'taken' || value === 'off' ? { to: value } : { to: 'unscheduled' }
}

export function authorityIn(fields: Fields): Authority {
  return {
    kind: AUTHORITIES.find((one) => one === textOf(fields, field.authority)) ?? 'committee',
    why: textOf(fields, field.by),
  }
}

const MOST_DAYS = 60
const GROUNDS = { most: 10, length: 75 }

/** The settings, or the field that is wrong. */
export function settingsIn(
  fields: Fields,
): { readonly settings: ProgrammeSettings } | { readonly wrong: string; readonly why: 'number' | 'grounds' } {
  const numbers = [field.days, field.requesters, field.window, field.meetWithin].map((id) => {
    const text = textOf(fields, id)
    return { id, number: /^\d{1,2}$/.test(text) ? Number(text) : 0 }
  })
  const bad = numbers.find(({ number }) => number < 1 || number > MOST_DAYS)
  if (bad) return { wrong: bad.id, why: 'number' }
  const [proposalDays = 1, callInRequesters = 1, callInWindow = 1, callInMeetWithin = 1] = numbers.map(
    ({ number }) => number,
  )
  const lines = textOf(fields, field.grounds)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const callInGrounds = [...new Set(lines)]
  if (callInGrounds.length > GROUNDS.most || callInGrounds.some((line) => [...line].length > GROUNDS.length))
    return { wrong: field.grounds, why: 'grounds' }
  return {
    settings: {
      proposalDays,
      scoring: scorings.find(({ id }) => id === textOf(fields, field.scoring))?.id ?? 'plymouth',
      variedBy: textOf(fields, field.variedBy),
      callInRequesters,
      callInWindow,
      callInMeetWithin,
      callInGrounds,
    },
  }
}
