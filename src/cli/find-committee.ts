import type { House } from '../database/house.ts'
import { nearest } from '../nearest.ts'
import { sameCommittee } from '../publications/rules.ts'
import type { Desk } from './desk.ts'
import * as say from './settings-words.en.ts'
import { severalCommittees, unknownCommittee } from './watch-words.en.ts'

/** The council by name; the only one where none is given. What is wrong has been said. */
export async function councilNamed(
  desk: Desk,
  name: string | undefined,
): Promise<{ readonly house: House; readonly name: string } | undefined> {
  const all = await Promise.all(
    (await desk.houses.all()).map(async (house) => ({
      house,
      name: (await house.db.council.findUniqueOrThrow({ where: { id: house.councilId } })).name,
    })),
  )
  const found = name === undefined ? all : all.filter((it) => sameCommittee(it.name, name))
  const [only, ...more] = found
  if (only && more.length === 0) return only
  const names = all.map((it) => it.name)
  desk.err(
    name === undefined || only
      ? say.whichCouncil(names)
      : say.unknownCouncil(name, nearest(name, names), names),
  )
  return undefined
}

/** The committee by name, as papers write it; which council's, where several have one of that name. */
export async function committeeNamed(
  desk: Desk,
  name: string,
  council: string | undefined,
): Promise<{ readonly house: House; readonly id: string; readonly name: string } | undefined> {
  const all: { house: House; id: string; name: string; council: string }[] = []
  for (const house of await desk.houses.all()) {
    const { councilId } = house
    const { name: councilName } = await house.db.council.findUniqueOrThrow({ where: { id: councilId } })
    const committees = await house.db.committee.findMany({ where: { councilId } })
    for (const { id, name } of committees) all.push({ house, id, name, council: councilName })
  }
  const inCouncil = council === undefined ? all : all.filter((it) => sameCommittee(it.council, council))
  const found = inCouncil.filter((it) => sameCommittee(it.name, name))
  const [only, ...more] = found
  if (only && more.length === 0) return only
  const names = inCouncil.map((it) => it.name)
  const councils = found.map((it) => it.council)
  desk.err(only ? severalCommittees(name, councils) : unknownCommittee(name, nearest(name, names), names))
  return undefined
}
