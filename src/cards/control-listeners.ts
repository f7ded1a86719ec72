import type { App } from '@slack/bolt'
import { atSitting } from '../sitting/item-ground.ts'
import { opensOnTop } from '../sitting/stacked.ts'
import { ids } from '../slack/ids.ts'
import type { Reception } from '../slack/listen.ts'
import { controlModel } from './control-model.ts'
import { moreView, wholeControl } from './control-view.ts'

/** What stands behind the control: what is done seldom, and what a message is too short for. */
export function register(app: App, reception: Reception): void {
  const onTop = opensOnTop(app, reception)
  onTop(ids.sitting.more, ({ visitor, value }) =>
    atSitting(visitor, value, async (sitting) => moreView(await controlModel(visitor.house, sitting))),
  )
  onTop(ids.sitting.whole, ({ visitor, value }) =>
    atSitting(visitor, value, async (sitting) => wholeControl(await controlModel(visitor.house, sitting))),
  )
}
