import type { KnownBlock, ModalView } from '@slack/types'
import {
  actions,
  button,
  type Choice,
  modal,
  radioField,
  section,
  sections,
  selectField,
} from '../slack/blocks.ts'
import { offered, option } from '../slack/choices.ts'
import { ids } from '../slack/ids.ts'
import { joinMrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { FiguresPeriod } from '../tracker/load-figures.ts'
import type { PrintedFigures } from './tracker-figures-paper.ts'
import { figuresWords } from './tracker-figures-words.en.ts'
import { TRACKER_FORMATS } from './tracker-files.ts'
import { trackerFormWords as say } from './tracker-form-words.en.ts'
import { TRACKER_PROFILES } from './tracker-profiles.ts'

const { field } = ids.trackerPaper

export const TRACKER_WANTED = [...TRACKER_FORMATS, 'handOver'] as const
export type TrackerWanted = (typeof TRACKER_WANTED)[number]

/** What stands for the columns that the committee's settings name. */
const OWN_PROFILE = 'own'

export function trackerPaperModal(committees: readonly Choice[], chosen: string | undefined): ModalView {
  return modal({
    id: ids.trackerPaper.form,
    title: say.paper.title,
    submit: say.paper.print,
    close: say.cancel,
    blocks: [
      selectField({
        id: field.committee,
        label: say.committee,
        choices: committees,
        chosen: chosen ?? committees[0]?.value,
      }),
      radioField({
        id: field.what,
        label: say.paper.what,
        choices: TRACKER_WANTED.map((what) => ({ value: what, text: say.paper.wanted[what] })),
        chosen: 'docx',
      }),
      selectField({
        id: field.profile,
        label: say.paper.profile,
        choices: [
          { value: OWN_PROFILE, text: say.paper.own },
          ...TRACKER_PROFILES.map((name) => ({ value: name, text: say.paper.profiles[name] })),
        ],
        chosen: OWN_PROFILE,
      }),
    ],
  })
}

export interface FiguresModel {
  readonly committees: readonly Choice[]
  readonly committeeId: string
  readonly years: readonly FiguresPeriod[]
  readonly printed: PrintedFigures
}

/** The numbers of a committee's tracker over a municipal year, for its clerks. */
export function figuresView({ committees, committeeId, years, printed }: FiguresModel): ModalView {
  const { of, figures, byCommittee } = printed
  const value = `${committeeId}/${of.from}`
  return modal({
    title: say.figures.title,
    close: say.close,
    metadata: value,
    blocks: [
      chooser(ids.trackerPaper.committee, say.committee, committees, committeeId),
      chooser(
        ids.trackerPaper.year,
        say.figures.year,
        years.map((period) => ({ value: period.from, text: figuresWords.year(period) })),
        of.from,
      ),
      section(say.figures.heading(of)),
      ...(figures.made === 0
        ? [section(figuresWords.none)]
        : [
            ...sections(
              joinMrkdwn(figuresWords.lines(figures).map(([what, count]) => say.figures.line(what, count))),
            ),
            actions(
              button({ id: ids.trackerPaper.chart, text: say.figures.chart, value }),
              button({ id: ids.trackerPaper.word, text: say.figures.word, value }),
              button({ id: ids.trackerPaper.csv, text: say.figures.csv, value }),
            ),
          ]),
      ...(figures.overdueByOwner.length === 0 ? [] : sections(joinMrkdwn(say.figures.owners(figures)))),
      ...(byCommittee.length < 2 ? [] : sections(joinMrkdwn(say.figures.committees(byCommittee)))),
      ...(figures.late.length === 0 ? [] : sections(joinMrkdwn(say.figures.late(figures)))),
    ],
  })
}

/** A choice that shows something else at once: nothing is submitted here. */
function chooser(id: string, label: string, choices: readonly Choice[], chosen: string): KnownBlock {
  const initial = choices.find(({ value }) => value === chosen)
  return {
    ...section(mrkdwn`*${label}*`),
    accessory: {
      type: 'static_select',
      action_id: id,
      ...offered(choices),
      ...(initial ? { initial_option: option(initial) } : {}),
    },
  }
}
