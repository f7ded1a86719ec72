import type { HomeView, KnownBlock } from '@slack/types'
import { cardWords } from '../cards/words.ts'
import type { House } from '../database/house.ts'
import type { MeetingWord } from '../meetings/listeners.ts'
import { reportWords } from '../meetings/report-words.ts'
import { actions } from '../slack/blocks.ts'
import { trackerListWords } from '../tracker/list-words.en.ts'
import { owedButtons } from '../tracker/owner-views.ts'
import { ownerWords } from '../tracker/owner-words.ts'
import type { TrackedRow } from '../tracker/types.ts'
import type { HomePages } from './home-tabs.ts'
import { homeView } from './home-view.ts'
import type { Health } from './load-admin.ts'
import { homeLists, loadHome } from './load-home.ts'
import { homeWords } from './words.en.ts'

/** Somebody's Home from the present state. */
export function rendersHome(of: { readonly health: Health; readonly acts: readonly MeetingWord[] }) {
  const acts = new Set(of.acts.map(({ word }) => word))
  return async (house: House, personId: string, pages: HomePages): Promise<HomeView> => {
    const model = await loadHome(house, personId, { pages, health: of.health })
    return homeView(model, {
      page: pages[homeLists.whole] ?? 0,
      acts,
      answers,
      words: {
        home: homeWords,
        tracker: trackerListWords,
        card: cardWords('en'),
        report: reportWords('en'),
      },
    })
  }
}

/** The same buttons as in the message that asks for it. */
function answers(row: TrackedRow): KnownBlock[] {
  const buttons = owedButtons(row, ownerWords('en'))
  return buttons.length === 0 ? [] : [actions(...buttons)]
}
