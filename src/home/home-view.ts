import type { HomeView, KnownBlock } from '@slack/types'
import type { CardWords } from '../cards/words.en.ts'
import type { ReportWords } from '../meetings/report-words.en.ts'
import { contexts, home, section, sections } from '../slack/blocks.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { pageOf, pagesOf } from '../slack/pages.ts'
import type { TrackerListWords } from '../tracker/list-words.en.ts'
import type { TrackedRow } from '../tracker/types.ts'
import { clerkEntries } from './clerk-view.ts'
import type { AdminHome, HomeEntry, HomeModel } from './home-model.ts'
import { homeLists } from './load-home.ts'
import { type PartSay, part, turns } from './parts.ts'
import { chairEntries, headEntries, memberEntries, officerEntries } from './people-view.ts'
import type { HomeWords } from './words.en.ts'

export interface HomeShown {
  readonly page: number
  readonly acts: ReadonlySet<string>
  /** What an owner can answer in place. */
  readonly answers: (row: TrackedRow) => readonly KnownBlock[]
  readonly words: {
    readonly home: HomeWords
    readonly tracker: TrackerListWords
    readonly card: CardWords
    readonly report: ReportWords
  }
}

/** Somebody's Home: every part that concerns them, in pages of whole entries (law 8). */
export function homeView(model: HomeModel, shown: HomeShown): HomeView {
  const { words } = shown
  const say: PartSay = {
    home: words.home,
    tracker: words.tracker,
    mention: model.mention,
    today: model.today,
    timeZone: model.timeZone,
    acts: shown.acts,
  }
  const entries: HomeEntry[] = [
    ...(model.clerk ? clerkEntries(model.clerk, say) : []),
    ...(model.chair ? chairEntries(model.chair, say) : []),
    ...(model.member ? memberEntries(model.member, say, words.card) : []),
    ...(model.officer
      ? officerEntries(model.officer, say, { report: words.report, answers: shown.answers })
      : []),
    ...(model.head ? headEntries(model.head, say) : []),
    ...(model.admin ? adminEntries(model.admin, say) : []),
  ]
  const pages = pagesOf(
    entries.length === 0 ? [[section(words.home.stranger.known(model.clerksToAsk))]] : entries,
  )
  const { page, at } = pageOf(pages, shown.page)
  return home([
    section(words.home.hello(model.name, model.today)),
    ...(page ?? []),
    ...turns(homeLists.whole, { at, pages: pages.length }, { back: words.home.back, on: words.home.more }),
  ])
}

/** For somebody who is in no council, or when a Home could not be made. */
export function plainHome(said: Mrkdwn): HomeView {
  return home(sections(said))
}

function adminEntries(model: AdminHome, say: PartSay): HomeEntry[] {
  const { admin } = say.home
  const lastTick = model.lastTickAt && admin.tick(model.lastTickAt, say.timeZone)
  return part(admin.heading, [
    [
      ...(model.isAtRisk ? [section(admin.atRisk())] : []),
      section(admin.facts({ ...model, lastTick })),
      ...contexts(admin.withoutSlack(model.withoutSlack, model.moreWithoutSlack)),
      ...contexts(admin.setUp()),
    ],
  ])
}
