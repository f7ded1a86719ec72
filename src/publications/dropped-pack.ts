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
 * Take in a pack that somebody dropped on the bot. It is read beside, and the clerk told in the direct
 * message: the event is done with as soon as the pack is stored.
 *
 * @returns false when the person is no clerk, so that nothing was taken in
 */
export async function takeDroppedPack(
  house: House,
  act: { readonly personId: string; readonly file: DroppedFile; readonly eventId: string },
  desk: PackDesk,
): Promise<boolean> {
  const given = await givePack(house, {
    by: act.personId,
    pack: { source: 'file', fileName: act.file.name, slackFileId: act.file.id },
    tellFor: act.eventId,
  })
  if (!given.ok) return false
  void desk.read(house, given.value.packId)
  return true
}
