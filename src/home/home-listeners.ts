import type { App } from '@slack/bolt'
import { z } from 'zod'
import type { MeetingWord } from '../meetings/listeners.ts'
import { ids } from '../slack/ids.ts'
import type { EventBody } from '../slack/inbox.ts'
import { asEvent, asOpening, type Reception } from '../slack/listen.ts'
import { reportTrouble } from '../slack/trouble.ts'
import { plainHome } from './home-view.ts'
import type { Homes } from './publish-home.ts'
import { homeWords } from './words.en.ts'

/** The Home tab: shown when it is opened, turned page by page, and with the acts of the slash commands as buttons. */
export function registerHomeTab(
  app: App,
  reception: Reception,
  homes: Homes,
  acts: readonly MeetingWord[],
): void {
  app.event(
    'app_home_opened',
    asEvent(reception, personOpening, async ({ visitor, unknown, client, body }) => {
      const userId = personOpening(body)
      if (userId === undefined) return
      if (!visitor) {
        if (unknown) await client.views.publish({ user_id: userId, view: plainHome(unknown) })
        return
      }
      try {
        await homes.opened(visitor)
      } catch (error) {
        // Nobody looks at an empty page (law 9); a direct message would come where they do not look.
        const said = reportTrouble(reception.log, error, 'app_home_opened')
        await client.views.publish({ user_id: userId, view: plainHome(homeWords.trouble(said)) })
      }
    }),
  )

  app.action(
    { type: 'block_actions', action_id: idWith(ids.home.turn, '\\d+') },
    asOpening(reception, async ({ visitor, value }) => {
      const [list = '', page = '0'] = value.split('/')
      await homes.turned(visitor, list, Number.parseInt(page, 10) || 0)
    }),
  )

  app.action(
    { type: 'block_actions', action_id: idWith(ids.home.act, '[\\w-]+') },
    asOpening(reception, async (visit) => {
      const { value, answer } = visit
      const act = acts.find(({ word }) => word === value)
      if (!act) return answer(homeWords.actGone())
      // As if the command had been typed, in no channel of a committee.
      await act.open({ ...visit, text: '', channelId: '' })
    }),
  )
}

function idWith(id: string, last: string): RegExp {
  return new RegExp(`^${id.replaceAll('.', '\\.')}\\.${last}$`)
}

const opening = z.looseObject({ user: z.string(), tab: z.enum(['home', 'messages']).default('home') })

/** Whoever opens the Home tab; of an event that was left behind only who it was is kept. */
function personOpening(body: EventBody): string | undefined {
  const opened = opening.safeParse(body.event)
  return opened.success && opened.data.tab === 'home' ? opened.data.user : undefined
}
