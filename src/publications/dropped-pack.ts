import { z } from 'zod'
import type { House } from '../database/house.ts'
import type { EventBody } from '../slack/inbox.ts'
import { givePack } from './give-pack.ts'
import type { PackDesk } from './pack-desk.ts'

export interface DroppedFile {
  readonly id: string
  readonly name: string
}

const shared = z.looseObject({
  files: z.array(z.looseObject({ id: z.string(), name: z.string().nullish() })),
})

/** The files of a message event; none when it is only text. */
export function droppedFiles(body: EventBody): readonly DroppedFile[] {
  const message = shared.safeParse(body.event)
  return message.success
    ? message.data.files.map((file) => ({ id: file.id, name: file.name ?? file.id }))
    : []
}

/**
 * Take in a pack that somebody dropped on the bot, and read it; the clerk is told in the direct message.
 *
 * @returns false when the person is no clerk, so that nothing was taken in
 */
export async function takeDroppedPack(
  house: House,
  personId: string,
  file: DroppedFile,
  desk: PackDesk,
): Promise<boolean> {
  const given = await givePack(house, {
    by: personId,
    pack: { source: 'file', fileName: file.name, slackFileId: file.id },
    tellInMessage: true,
  })
  if (!given.ok) return false
  await desk.read(house, given.value.packId)
  return true
}
