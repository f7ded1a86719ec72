import type { House } from '../database/house.ts'
import type { Houses } from '../database/houses.ts'
import type { Mrkdwn } from './mrkdwn.ts'
import { words } from './words.en.ts'

/** The person behind a request, in the council that the Slack workspace belongs to. */
export interface Visitor {
  readonly house: House
  readonly personId: string
  readonly slackUserId: string
  readonly language: string
}

export type WhoIsThis =
  | { readonly known: true; readonly visitor: Visitor }
  | { readonly known: false; readonly answer: Mrkdwn }

/** Slack user → person of the council. Somebody unknown gets an answer that helps. */
export async function whoIsThis(houses: Houses, teamId: string, slackUserId: string): Promise<WhoIsThis> {
  const house = await houses.ofTeam(teamId)
  if (!house) return { known: false, answer: words.notSetUp() }
  const person = await house.db.person.findUnique({
    where: { councilId_slackUserId: { councilId: house.councilId, slackUserId } },
    select: { id: true, language: true },
  })
  if (!person) return { known: false, answer: words.unknownPerson(await someClerks(house)) }
  return { known: true, visitor: { house, personId: person.id, slackUserId, language: person.language } }
}

/** A few names to turn to; a council with many committees would otherwise list dozens. */
const CLERKS_NAMED = 3

async function someClerks(house: House): Promise<readonly string[]> {
  const clerks = await house.db.committeeRole.findMany({
    where: { councilId: house.councilId, duty: 'clerk' },
    select: { person: { select: { name: true } } },
    distinct: ['personId'],
    take: CLERKS_NAMED,
    orderBy: { id: 'asc' },
  })
  return clerks.map((clerk) => clerk.person.name)
}
