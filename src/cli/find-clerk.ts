import { committeesWhereClerk, displayName, personOf } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Desk } from './desk.ts'

/** The clerk of any committee by e-mail address, in whichever council. */
export async function clerkByEmail(
  desk: Pick<Desk, 'houses'>,
  email: string,
): Promise<{ readonly house: House; readonly personId: string; readonly name: string } | undefined> {
  for (const house of await desk.houses.all()) {
    const row = await house.db.person.findUnique({
      where: { councilId_email: { councilId: house.councilId, email: email.toLowerCase() } },
    })
    if (row && (await committeesWhereClerk(house, row.id)).length > 0)
      return { house, personId: row.id, name: displayName(personOf(row)) }
  }
  return undefined
}
