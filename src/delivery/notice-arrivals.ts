import type { House } from '../database/house.ts'
import { outboxIdOf } from './mark.ts'
import { recogniseMessage } from './settle.ts'

/** Somebody pressed a control in a message: where it is one of ours, it has surely arrived. */
export async function noticeArrivals(pressed: {
  readonly house: House
  readonly blockIds: readonly string[]
  readonly channel: string
  readonly ts: string
}): Promise<void> {
  const [outboxId] = pressed.blockIds.flatMap((blockId) => outboxIdOf(blockId) ?? [])
  if (outboxId === undefined) return
  await recogniseMessage(pressed.house, { outboxId, channel: pressed.channel, ts: pressed.ts })
}
