import type { App } from '@slack/bolt'
import type { KnownBlock } from '@slack/types'
import { actions, button } from './blocks.ts'
import { asOpening, type Reception } from './listen.ts'
import type { Shown } from './opening.ts'
import type { Visitor } from './visitor.ts'

/** The buttons below a page: an action id of its own for each, since a view takes each but once. */
export function turnButtons(
  id: string,
  subject: string,
  { at, pages }: { readonly at: number; readonly pages: number },
  say: { readonly back: string; readonly on: string },
): KnownBlock[] {
  const turn = (to: number, text: string) => button({ id: `${id}.${to}`, text, value: `${subject}/${to}` })
  const turns = [
    ...(at > 0 ? [turn(at - 1, say.back)] : []),
    ...(at + 1 < pages ? [turn(at + 1, say.on)] : []),
  ]
  return turns.length > 0 ? [actions(...turns)] : []
}

/** Another page takes the place of the one that is shown. */
export function turnsPages(
  app: App,
  reception: Reception,
  id: string,
  show: (visitor: Visitor, value: string) => Promise<Shown>,
): void {
  app.action(
    { type: 'block_actions', action_id: new RegExp(`^${id.replaceAll('.', '\\.')}\\.\\d+$`) },
    asOpening(reception, async ({ visitor, client, value, view, answer }) => {
      const shown = await show(visitor, value)
      if ('why' in shown) return answer(shown.why)
      if (view) await client.views.update({ view_id: view.id, view: shown.view })
    }),
  )
}
