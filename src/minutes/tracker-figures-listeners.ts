import type { App } from '@slack/bolt'
import { yearsBack } from '../apologies/attendance-summary.ts'
import { civilDate } from '../calendar/civil.ts'
import { committeesWhereClerk } from '../committees/people.ts'
import type { MeetingWord } from '../meetings/listeners.ts'
import { handOver } from '../slack/hand-over.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, type PressVisit, type Reception } from '../slack/listen.ts'
import { openings, showInPlace } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import type { PaperFile } from './attendance-paper.ts'
import { figuresChart, figuresCsv, figuresWord, type PrintedFigures } from './tracker-figures-paper.ts'
import { figuresWords } from './tracker-figures-words.en.ts'
import { printedFigures } from './tracker-files.ts'
import { trackerFormWords as say } from './tracker-form-words.en.ts'
import { type FiguresModel, figuresView } from './tracker-views.ts'

/** A tracker is printed for the minutes' six years (LGA 1972 s100C). */
const YEARS = 6

/** `/tracker figures`: for clerks. */
export const trackerFiguresWord: MeetingWord = {
  word: 'figures',
  async open({ visitor, client, triggerId, answer }) {
    const model = await modelOf(visitor, undefined, undefined)
    if (!model) return answer(say.notAClerk())
    await client.views.open({ trigger_id: triggerId, view: figuresView(model) })
  },
}

/** The numbers of a committee's tracker, and the files made of them. */
export function registerTrackerFigures(app: App, reception: Reception): void {
  openings(app, reception)(ids.trackerPaper.figures, async ({ visitor, value }) => {
    const model = await modelOf(visitor, value === '' ? undefined : value, undefined)
    return model ? { view: figuresView(model) } : { why: say.notAClerk() }
  })
  app.action(
    { type: 'block_actions', action_id: ids.trackerPaper.committee },
    asOpening(reception, async (visit) => show(visit, visit.value, undefined)),
  )
  app.action(
    { type: 'block_actions', action_id: ids.trackerPaper.year },
    asOpening(reception, async (visit) => show(visit, visit.view?.metadata.split('/')[0], visit.value)),
  )
  const files: Readonly<Record<string, (printed: PrintedFigures) => PaperFile | Promise<PaperFile>>> = {
    [ids.trackerPaper.chart]: figuresChart,
    [ids.trackerPaper.word]: figuresWord,
    [ids.trackerPaper.csv]: figuresCsv,
  }
  for (const [id, make] of Object.entries(files))
    app.action(
      { type: 'block_actions', action_id: id },
      asOpening(reception, async ({ visitor, client, value, answer }) => {
        const [committeeId, from] = value.split('/')
        const model = await modelOf(visitor, committeeId, from)
        if (!model) return answer(say.notAClerk())
        // Said first: drawing and writing may take longer than there is to answer in.
        await answer(say.coming())
        const file = await make(model.printed)
        await handOver(client, visitor.slackUserId, { ...file, title: figuresWords.title(model.printed.of) })
      }),
    )
}

async function show(visit: PressVisit, committeeId: string | undefined, from: string | undefined) {
  const model = await modelOf(visit.visitor, committeeId, from)
  if (!model) return visit.answer(say.notAClerk())
  await showInPlace(visit, figuresView(model))
}

async function modelOf(
  { house, personId }: Visitor,
  committeeId: string | undefined,
  from: string | undefined,
): Promise<FiguresModel | undefined> {
  const committees = await committeesWhereClerk(house, personId)
  const committee =
    committeeId === undefined ? committees[0] : committees.find(({ id }) => id === committeeId)
  if (!committee) return undefined
  const years = yearsBack(civilDate(house.now(), house.timeZone).toString(), YEARS)
  const period = years.find((one) => one.from === from) ?? years[0]
  if (!period) return undefined
  return {
    committees: committees.map(({ id, name }) => ({ value: id, text: name })),
    committeeId: committee.id,
    years,
    printed: await printedFigures(house, committee, committees, period),
  }
}
