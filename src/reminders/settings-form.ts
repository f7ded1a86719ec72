import { z } from 'zod'
import { committeesWhereClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { type Fields, listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { daysOfText } from './days-text.ts'
import { MOST_DAYS, policies } from './policies.ts'
import { policiesOf } from './policy.ts'
import { previewOf } from './preview.ts'
import type { SetPolicy } from './set-policy.ts'
import { POLICIES, type PolicyId } from './types.ts'
import type { PolicyField, SettingsForm } from './views.ts'
import type { ReminderWords } from './words.en.ts'

const { field } = ids.reminders

/** What can be set now, in the order of the form. */
const OFFERED = POLICIES.filter((id) => policies[id].isOffered)

/** The committee of the form, and as of when each policy was seen. */
const metadata = z.object({
  committeeId: z.string(),
  versions: z.partialRecord(z.enum(POLICIES), z.number().int()),
})

export function settingsMetadataOf(text: string): z.infer<typeof metadata> {
  return metadata.parse(JSON.parse(text))
}

/**
 * The form for one of a clerk's committees.
 *
 * @param committeeId which; the first by name when absent, or when they are not its clerk
 * @param typed what the clerk has filled in, in place of what holds
 * @returns nothing for somebody who is no clerk
 */
export async function settingsForm(
  house: House,
  personId: string,
  committeeId: string | undefined,
  typed?: { readonly fields: Fields; readonly metadata: string },
): Promise<SettingsForm | undefined> {
  const committees = await committeesWhereClerk(house, personId)
  const committee = committees.find(({ id }) => id === committeeId) ?? committees[0]
  if (!committee) return undefined
  const inForce = await policiesOf(house)
  const fields = OFFERED.map((id): PolicyField => {
    const { active, days } = inForce(committee.id, id)
    const text = policies[id].most === 0 ? undefined : inReadingOrder(id, days).join(', ')
    return typed ? typedField(id, typed.fields, text) : { id, active, days: text }
  })
  const versions = Object.fromEntries(OFFERED.map((id) => [id, inForce(committee.id, id).version]))
  return {
    metadata: typed?.metadata ?? JSON.stringify({ committeeId: committee.id, versions }),
    committees: committees.map(({ id, name }) => ({ value: id, text: name })),
    committee,
    policies: fields,
    preview: await previewOf(house, committee.id, {
      members: shown(fields, 'members'),
      notice: shown(fields, 'notice'),
      drafts: shown(fields, 'drafts'),
    }),
  }
}

/** As they come one after the other. */
function inReadingOrder(id: PolicyId, days: readonly number[]): readonly number[] {
  return policies[id].of === 'after the meeting' ? [...days].reverse() : days
}

function typedField(id: PolicyId, fields: Fields, before: string | undefined): PolicyField {
  const active = listOf(fields, field.active).includes(id)
  return { id, active, days: before === undefined ? undefined : textOfDays(fields, id) }
}

function textOfDays(fields: Fields, id: PolicyId): string {
  return id === 'reports' ? '' : textOf(fields, field[id])
}

function shown(fields: readonly PolicyField[], id: PolicyId): readonly number[] {
  const read = daysOfText(fields.find((one) => one.id === id)?.days ?? '', policies[id])
  return 'days' in read ? read.days : []
}

/** What a clerk has submitted, or what is wrong at which field. */
export function settingsSubmitted(
  fields: Fields,
  seen: z.infer<typeof metadata>['versions'],
  say: ReminderWords,
): { readonly set: readonly SetPolicy[] } | { readonly errors: Readonly<Record<string, string>> } {
  const errors: Record<string, string> = {}
  const set = OFFERED.map((policy): SetPolicy => {
    const { most, days } = policies[policy]
    const active = listOf(fields, field.active).includes(policy)
    const of = { policy, active, version: seen[policy] ?? 0 }
    if (most === 0 || policy === 'reports') return { ...of, days }
    const read = daysOfText(textOf(fields, field[policy]), policies[policy])
    if ('days' in read) return { ...of, days: read.days }
    errors[field[policy]] = say.problems[read.problem](most, MOST_DAYS)
    return { ...of, days }
  })
  return Object.keys(errors).length > 0 ? { errors } : { set }
}
