import type { House } from '../database/house.ts'
import type { Houses } from '../database/houses.ts'

/** What the public routes stand on. */
export interface PublicGround {
  readonly houses: Pick<Houses, 'all'>
}

/** The council that an address names; the address is signed, but its council may be gone. */
export async function houseNamed({ houses }: PublicGround, councilId: string): Promise<House | undefined> {
  return (await houses.all()).find((house) => house.councilId === councilId)
}
