import { memberModel } from '../cards/member-model.ts'
import type { House } from '../database/house.ts'
import { meetingsToSitAt } from '../meetings/substitutions.ts'
import { pageOf } from '../slack/pages.ts'
import { askedBy } from '../tracker/own-rows.ts'
import type { MemberHome } from './home-model.ts'

/** A meeting with its answers takes a screen of a telephone. */
const MEETINGS_ON_PAGE = 3

/** A member's meetings with their own answers, and what they asked; nothing for somebody who sits nowhere. */
export async function loadMember(
  house: House,
  of: {
    readonly personId: string
    readonly wantsFewer: boolean
    readonly sits: boolean
    readonly page: number
  },
): Promise<MemberHome | undefined> {
  const { personId, wantsFewer } = of
  const ahead = await meetingsToSitAt(house, personId, house.now(), house.timeZone)
  const questions = await askedBy(house, personId)
  if (!of.sits && ahead.length === 0 && questions.count === 0) return undefined
  const pages: (typeof ahead)[] = []
  for (let at = 0; at < ahead.length; at += MEETINGS_ON_PAGE)
    pages.push(ahead.slice(at, at + MEETINGS_ON_PAGE))
  const { page = [], at } = pageOf(pages, of.page)
  const meetings: MemberHome['meetings'][number][] = []
  for (const meeting of page) {
    const found = await memberModel(house, meeting, personId)
    if (found) meetings.push(found.model)
  }
  return { meetings, page: { at, pages: pages.length }, questions, wantsFewer }
}
