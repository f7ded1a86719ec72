import type { App } from '@slack/bolt'
import { z } from 'zod'
import { HELLO_NOT_A_CLERK } from '../cards/render-hello.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER } from '../database/transact.ts'
import { helloMessage } from '../meetings/messages.ts'
import { droppedFiles, takeDroppedPack } from '../publications/dropped-pack.ts'
import type { PackDesk } from '../publications/pack-desk.ts'
import type { EventBody } from '../slack/inbox.ts'
import { asEvent, type Reception } from '../slack/listen.ts'

/** People write to the bot: it takes a dropped pack, and answers everything else with what it can do. */
export function register(app: App, reception: Reception, desk: PackDesk): void {
  app.event(
    'message',
    asEvent(reception, personWriting, async ({ visitor, unknown, client, body }) => {
      if (!visitor) {
        const channel = channelOf(body)
        if (channel !== undefined && unknown) await client.chat.postMessage({ channel, text: unknown.text })
        return
      }
      const { house, personId } = visitor
      const files = droppedFiles(body)
      for (const file of files) {
        if (!(await takeDroppedPack(house, { personId, file, eventId: body.event_id }, desk)))
          return sayHello(house, personId, body, HELLO_NOT_A_CLERK)
      }
      if (files.length === 0) await sayHello(house, personId, body)
    }),
  )
}

async function sayHello(house: House, personId: string, body: EventBody, slot?: string): Promise<void> {
  await house.transact(SCRUTINEER, (tx) =>
    tx.show(helloMessage({ eventId: body.event_id, personId, ...(slot === undefined ? {} : { slot }) })),
  )
}

const message = z.looseObject({
  user: z.string(),
  channel: z.string(),
  channel_type: z.literal('im'),
  subtype: z.enum(['file_share']).optional(),
  bot_id: z.never().optional(),
})

/** The author of a direct message that a person wrote; not of edits, deletions or the bot's own messages. */
function personWriting(body: EventBody): string | undefined {
  const written = message.safeParse(body.event)
  return written.success ? written.data.user : undefined
}

function channelOf(body: EventBody): string | undefined {
  const written = message.safeParse(body.event)
  return written.success ? written.data.channel : undefined
}
