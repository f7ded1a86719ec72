import { toDate } from '../calendar/civil.ts'
import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type TrackerSettings, trackerSettingsOf } from './settings.ts'

/** What a clerk sets of the tracker; the work programme and call-in have their own. */
export type TrackerSaid = Pick<
  TrackerSettings,
  | 'needsClearance'
  | 'localWeeks'
  | 'localMonths'
  | 'localSource'
  | 'documentMode'
  | 'headAfter'
  | 'finalDays'
  | 'profile'
>

/**
 * - `not-a-clerk`: the committee's clerks set it
 * - `two-lengths`: weeks or months, not both
 * - `source-missing`: a rule of the council's own is shown with where it stands
 */
export interface SettingsRefusal {
  readonly code: 'not-a-clerk' | 'two-lengths' | 'source-missing'
}

/** Set how a committee's tracker works. Times that run already keep their days. */
export async function setTrackerSettings(
  house: House,
  act: { readonly by: string; readonly committeeId: string; readonly said: TrackerSaid },
): Promise<Outcome<undefined, SettingsRefusal>> {
  return house.transact<Outcome<undefined, SettingsRefusal>>(act.by, async (tx) => {
    const { councilId } = tx
    const { committeeId, said } = act
    if (!(await isClerk(tx, committeeId, act.by))) return refused({ code: 'not-a-clerk' })
    const { localWeeks, localMonths, localSource } = said
    if (localWeeks !== undefined && localMonths !== undefined) return refused({ code: 'two-lengths' })
    if ((localWeeks ?? localMonths) !== undefined && localSource === '')
      return refused({ code: 'source-missing' })
    const before = await trackerSettingsOf(tx, committeeId)
    const columns = {
      needsClearance: said.needsClearance,
      localWeeks: localWeeks ?? null,
      localMonths: localMonths ?? null,
      localSource,
      documentMode: said.documentMode,
      headAfter: said.headAfter,
      finalDays: said.finalDays,
      profile: said.profile,
      changedById: act.by,
      changedAt: toDate(tx.now),
    }
    await tx.db.trackerSettings.upsert({
      where: { councilId_committeeId: { councilId, committeeId } },
      create: { councilId, committeeId, ...columns },
      update: { ...columns, version: { increment: 1 } },
    })
    tx.audit(
      'tracker.settings-set',
      {
        clearance: said.needsClearance,
        weeks: localWeeks ?? null,
        months: localMonths ?? null,
        documents: said.documentMode,
        head: said.headAfter,
        final: said.finalDays,
        profile: said.profile,
        was: before.version,
      },
      committeeId,
    )
    return done(undefined)
  })
}
