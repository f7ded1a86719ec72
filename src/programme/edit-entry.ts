import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import {
  changeEntry,
  type EntryRefusal,
  lastPosition,
  type OfEntry,
  onEntry,
  onProgramme,
  type RoleRefusal,
} from './acting.ts'
import { changeFactsOf } from './change-facts.ts'
import { programmeMeeting } from './entries.ts'
import {
  type Authority,
  type AuthorityRefusal,
  columnsOfPlace,
  type Place,
  type PlaceRefusal,
  type SaidRefusal,
  whyNotMeeting,
  whyNotSay,
  whyNotVary,
} from './rules.ts'
import { sameScores, scorePrinted, scoresUnder, scoringOf } from './scorings.ts'
import type { EntrySaid } from './types.ts'

export interface AddEntry {
  readonly by: string
  readonly committeeId: string
  readonly said: EntrySaid
  readonly place: Place
  readonly authority: Authority
}

/** Enter what the committee has agreed to look into, without a proposal before it. */
export async function addEntry(
  house: House,
  act: AddEntry,
): Promise<
  Outcome<{ readonly entryId: string }, RoleRefusal | AuthorityRefusal | PlaceRefusal | SaidRefusal>
> {
  return onProgramme<
    { readonly entryId: string },
    RoleRefusal | AuthorityRefusal | PlaceRefusal | SaidRefusal
  >(house, act, async ({ tx, roles, settings }) => {
    const { committeeId, place, said } = act
    if (!roles.isClerk) return refused({ code: 'not-a-clerk' })
    const meeting =
      place.to === 'meeting' ? await programmeMeeting(tx, committeeId, place.meetingId) : undefined
    const wrong =
      whyNotSay(said, false) ??
      whyNotMeeting(place, meeting, tx.now) ??
      whyNotVary(act.authority, settings.variedBy)
    if (wrong) return refused(wrong)
    const { councilId } = tx
    const columns = columnsOfPlace(place)
    const { id: entryId } = await tx.db.programmeEntry.create({
      data: {
        councilId,
        committeeId,
        ...said,
        scores: { ...said.scores },
        ...columns,
        scoreText: scorePrinted(said.scores, scoringOf(settings.scoring)),
        position: await lastPosition(tx, committeeId, meeting?.id ?? null),
        createdAt: toDate(tx.now),
        byId: act.by,
        changes: {
          create: {
            councilId,
            after: { ...columns },
            why: act.authority.why,
            delegated: act.authority.kind === 'delegated',
            at: toDate(tx.now),
            byId: act.by,
          },
        },
      },
    })
    tx.audit(
      'programme.added',
      { entry: entryId, delegated: act.authority.kind === 'delegated' },
      committeeId,
    )
    return done({ entryId })
  })
}

export interface EditEntry extends OfEntry {
  readonly said: EntrySaid
}

/** Put right what is said of an entry: its title, reason, lead, score or scope. */
export async function editEntry(
  house: House,
  act: EditEntry,
): Promise<Outcome<undefined, EntryRefusal | SaidRefusal>> {
  return onEntry<undefined, SaidRefusal>(house, act, async (held) => {
    const { entry, settings } = held
    const { said } = act
    const wrong = whyNotSay(said, entry.state === 'proposed')
    if (wrong) return refused(wrong)
    const scoring = scoringOf(settings.scoring)
    const isScored = !sameScores(said.scores, scoresUnder(entry.scores, scoring))
    await changeEntry(
      held,
      entry,
      {
        ...said,
        // A score of an import, or of a scoring that went before, stays while nobody scores the entry anew.
        scores: { ...(isScored ? said.scores : entry.scores) },
        ...(isScored ? { scoreText: scorePrinted(said.scores, scoring) } : {}),
      },
      { what: 'programme.edited', why: '', delegated: false },
    )
    return done(undefined)
  })
}

/**
 * - `nothing-to-undo`: nothing was changed since it came
 */
export type UndoRefusal = EntryRefusal | { readonly code: 'nothing-to-undo' }

/** Take back the last change of an entry. The change stays in its history, with what took it back. */
export async function undoChange(house: House, act: OfEntry): Promise<Outcome<undefined, UndoRefusal>> {
  return onEntry<undefined, UndoRefusal>(house, act, async (held) => {
    const { tx, entry } = held
    const last = await tx.db.programmeChange.findFirst({
      where: { councilId: tx.councilId, entryId: entry.id },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    })
    const before = changeFactsOf(last?.before ?? {})
    if (!last || Object.keys(before).length === 0) return refused({ code: 'nothing-to-undo' })
    const columns = Object.fromEntries(Object.entries(before).filter(([, value]) => value !== undefined))
    await changeEntry(held, entry, columns, {
      what: 'programme.undone',
      why: '',
      delegated: last.delegated,
    })
    return done(undefined)
  })
}
