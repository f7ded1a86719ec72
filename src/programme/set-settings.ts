import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import type { TrackerSettings } from '../tracker/settings.ts'
import { onProgramme, type RoleRefusal } from './acting.ts'

/** What the work programme and call-in go by; the tracker's own settings are in the same row. */
export type ProgrammeSettings = Pick<
  TrackerSettings,
  | 'proposalDays'
  | 'scoring'
  | 'variedBy'
  | 'callInRequesters'
  | 'callInWindow'
  | 'callInMeetWithin'
  | 'callInGrounds'
>

export interface SetProgrammeSettings {
  readonly by: string
  readonly committeeId: string
  readonly settings: ProgrammeSettings
}

/** Say how proposals are decided, who varies the programme, and the council's rule of call-in. */
export async function setProgrammeSettings(
  house: House,
  act: SetProgrammeSettings,
): Promise<Outcome<undefined, RoleRefusal>> {
  return onProgramme<undefined, RoleRefusal>(house, act, async ({ tx, roles }) => {
    if (!roles.isClerk) return refused({ code: 'not-a-clerk' })
    const { councilId } = tx
    const { committeeId } = act
    const data = {
      ...act.settings,
      callInGrounds: [...act.settings.callInGrounds],
      changedById: act.by,
      changedAt: toDate(tx.now),
    }
    await tx.db.trackerSettings.upsert({
      where: { councilId_committeeId: { councilId, committeeId } },
      create: { councilId, committeeId, ...data },
      update: { ...data, version: { increment: 1 } },
    })
    const { callInGrounds, variedBy, ...numbers } = act.settings
    tx.audit(
      'programme.settings-set',
      { ...numbers, delegated: variedBy !== '', grounds: callInGrounds.length },
      committeeId,
    )
    return done(undefined)
  })
}
