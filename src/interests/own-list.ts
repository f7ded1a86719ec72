import { toInstant } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { meetingsToSitAt } from '../meetings/substitutions.ts'
import { standingInterests } from './standing-interests.ts'
import { type OwnList, standingSaid } from './views.ts'
import type { InterestWords } from './words.en.ts'

/** What a member gave notice of, for every meeting that is not over. */
export async function ownList(house: House, memberId: string, say: InterestWords): Promise<OwnList> {
  const { councilId } = house
  const meetings = await meetingsToSitAt(house, memberId, house.now(), house.timeZone)
  const listed: OwnList['meetings'][number][] = []
  for (const meeting of meetings) {
    const { code, interests, whips } = await standingInterests(house, meeting, memberId)
    const given = [...interests, ...whips]
    const people = await house.db.person.findMany({
      where: { councilId, id: { in: given.map((one) => one.givenById), not: memberId } },
    })
    const relayers = new Map(people.map((person) => [person.id, person.name]))
    const answer = await house.db.interestAnswer.findUnique({
      where: { councilId_meetingId_personId: { councilId, meetingId: meeting.id, personId: memberId } },
    })
    listed.push({
      meeting,
      notices: given.map((notice) => standingSaid({ code, relayers }, notice, say)),
      nothing: answer?.nothing ? say.list.nothing(toInstant(answer.givenAt), house.timeZone) : undefined,
    })
  }
  return { meetings: listed }
}
