import { strictest } from '../interests/rules.ts'
import type { Effect } from '../interests/types.ts'

/** What became of a notice when its item came up, or of an interest that nobody had given notice of. */
export type DisclosureOutcome = 'disclosed' | 'notDeclared'

interface About {
  readonly id: string
  readonly personId: string
  /** Absent for the whole meeting. */
  readonly itemId: string | undefined
  readonly effect: Effect
}

/** An advance notice that stands. */
export interface NoticeAtItem extends About {
  readonly kind: string
}

/** What a clerk recorded at the meeting and nobody struck. */
export interface DisclosureAtItem extends NoticeAtItem {
  readonly noticeId: string | undefined
  readonly outcome: DisclosureOutcome
}

export type WhipNoticeAtItem = About

export interface WhipAtItem extends About {
  readonly noticeId: string | undefined
  readonly outcome: DisclosureOutcome
}

export interface InterestsAtHand {
  readonly notices: readonly NoticeAtItem[]
  readonly disclosures: readonly DisclosureAtItem[]
  readonly whipNotices: readonly WhipNoticeAtItem[]
  readonly whips: readonly WhipAtItem[]
}

/** What a member may do about an item, and from what it follows. */
export interface MemberEffect {
  readonly personId: string
  /** The strictest in each respect. */
  readonly effect: Effect
  /** Said at the meeting, as the clerk has confirmed; before, it rests on advance notice. */
  readonly isDisclosed: boolean
  /** Of the council's code, each once. */
  readonly kinds: readonly string[]
  readonly isWhipped: boolean
  /** Disclosures and declarations of a whip. */
  readonly disclosureIds: readonly string[]
  /** Notices that were neither disclosed nor answered with "not declared" so far. */
  readonly noticeIds: readonly string[]
}

/**
 * What members may do about an item, by what they disclosed and what they gave notice of: an interest binds its
 * holder whether or not it was said yet. A notice counts until the clerk has recorded what became of it; then the
 * record counts.
 *
 * @param itemId the item; absent for business that no agenda listed, which interests in the whole meeting touch alone
 */
export function effectsOf(at: InterestsAtHand, itemId: string | undefined): MemberEffect[] {
  const touching = <T extends About>(those: readonly T[]) =>
    those.filter((one) => one.itemId === undefined || one.itemId === itemId)
  const disclosures = touching(at.disclosures).filter(isDisclosed)
  const whips = touching(at.whips).filter(isDisclosed)
  const notices = touching(unsettled(at.notices, at.disclosures))
  const whipNotices = touching(unsettled(at.whipNotices, at.whips))
  const personIds = [
    ...new Set([...disclosures, ...whips, ...notices, ...whipNotices].map((one) => one.personId)),
  ]
  return personIds.map((personId) => {
    const own = <T extends About>(those: readonly T[]) => those.filter((one) => one.personId === personId)
    const said = [...own(disclosures), ...own(whips)]
    const noticed = [...own(notices), ...own(whipNotices)]
    const interests = [...own(disclosures), ...own(notices)]
    return {
      personId,
      effect: strictest([...said, ...noticed].map((one) => one.effect)),
      isDisclosed: said.length > 0,
      kinds: [...new Set(interests.map((one) => one.kind))],
      isWhipped: own(whips).length > 0 || own(whipNotices).length > 0,
      disclosureIds: said.map(({ id }) => id),
      noticeIds: noticed.map(({ id }) => id),
    }
  })
}

/** Notices of which nothing was recorded at the meeting yet. */
export function unsettled<T extends { readonly id: string }>(
  notices: readonly T[],
  recorded: readonly { readonly noticeId: string | undefined }[],
): T[] {
  const settled = new Set(recorded.map(({ noticeId }) => noticeId))
  return notices.filter(({ id }) => !settled.has(id))
}

function isDisclosed({ outcome }: { readonly outcome: DisclosureOutcome }): boolean {
  return outcome === 'disclosed'
}
