import type { App } from '@slack/bolt'
import { isClerk } from '../committees/people.ts'
import { handOver } from '../slack/hand-over.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, type Reception } from '../slack/listen.ts'
import { chairsLetter, letterFile } from './chairs-letter.ts'
import { letterWords as say } from './chairs-letter-words.en.ts'

/** The Chair's letter to the Chief Executive, drafted for the clerk. */
export function registerChairsLetter(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', action_id: ids.owed.letter },
    asOpening(reception, async ({ visitor, client, value, answer }) => {
      const { house, personId, slackUserId } = visitor
      const [committeeId = '', day = ''] = value.split('/')
      if (!(await isClerk(house, committeeId, personId))) return answer(say.notAClerk())
      const letter = await chairsLetter(house, committeeId, day)
      if (!letter) return answer(say.none())
      // Said first: writing the file may take longer than there is to answer in.
      await answer(say.coming())
      await handOver(client, slackUserId, await letterFile(letter))
    }),
  )
}
