import type { KnownBlock, ModalView } from '@slack/types'
import {
  type Choice,
  context,
  dateField,
  divider,
  modal,
  section,
  sections,
  selectField,
  textField,
  tickField,
} from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { DueDay, ReportStep } from './duty-rules.ts'
import { STEPS_OF_REPORT } from './duty-rules.ts'
import type { DutyShown } from './duty-shown.ts'
import type { ReportWords } from './report-words.en.ts'
import type { MeetingInWords } from './words.en.ts'

const field = ids.report.field

/** A title of a report; escaped, with three steps it still fits a section or two. */
export const REPORT_TITLE_LIMIT = 200

export const DAY_FIELDS: Readonly<Record<ReportStep, string>> = {
  draft: field.draftDay,
  final: field.finalDay,
  clearance: field.clearanceDay,
  briefing: field.briefingDay,
}

export interface AskForm {
  readonly metadata: string
  readonly meeting: MeetingInWords
  readonly people: readonly Choice[]
  readonly due: Readonly<Record<ReportStep, DueDay>>
}

/** Ask for a report: its author, and who clears it. */
export function askModal(model: AskForm, say: ReportWords): ModalView {
  return modal({
    id: ids.report.askForm,
    title: say.form.askTitle,
    submit: say.form.ask,
    close: say.cancel,
    metadata: model.metadata,
    blocks: [
      textField({
        id: field.title,
        label: say.form.name,
        hint: say.form.nameHint,
        maxLength: REPORT_TITLE_LIMIT,
      }),
      personField(field.author, say.form.author, model, say, { hint: say.form.authorHint }),
      personField(field.clearer, say.form.clearer, model, say, {
        hint: say.form.clearerHint,
        optional: true,
      }),
      ...dayLines(STEPS_OF_REPORT, model, say),
    ],
  })
}

export function briefingModal(model: AskForm, say: ReportWords): ModalView {
  return modal({
    id: ids.report.briefingForm,
    title: say.form.briefingTitle,
    submit: say.form.ask,
    close: say.cancel,
    metadata: model.metadata,
    blocks: [personField(field.briefer, say.form.briefer, model, say), ...dayLines(['briefing'], model, say)],
  })
}

/** Without anybody to choose from Slack would refuse the form. */
export function nobodyView(say: ReportWords): ModalView {
  return modal({ title: say.form.askTitle, close: say.close, blocks: [section(say.form.nobodyKnown())] })
}

function personField(
  id: string,
  label: string,
  { people }: Pick<AskForm, 'people'>,
  say: ReportWords,
  more: { readonly hint?: string; readonly optional?: boolean; readonly chosen?: string | undefined } = {},
): KnownBlock {
  return selectField({ id, label, choices: people, placeholder: say.form.person, ...more })
}

function dayLines(steps: readonly ReportStep[], { meeting, due }: AskForm, say: ReportWords): KnownBlock[] {
  return [
    section(say.form.days(meeting)),
    ...steps.map((step) => context(say.form.day(step, due[step]))),
    context(say.form.asks()),
  ]
}

export interface ChangeReportForm {
  readonly metadata: string
  readonly title: string
  readonly duties: readonly DutyShown[]
  readonly people: readonly Choice[]
  readonly timeZone: string
}

/** Change a report: another person or day, done on somebody's behalf, or not needed any more. */
export function changeReportModal(model: ChangeReportForm, say: ReportWords): ModalView {
  const { duties, title } = model
  const ownerOf = (...steps: readonly ReportStep[]) =>
    duties.find(({ step, state }) => steps.includes(step) && state !== 'done')?.personId ??
    duties.find(({ step }) => steps.includes(step))?.personId
  return modal({
    id: ids.report.changeForm,
    title: say.change.title,
    submit: say.change.submit,
    close: say.cancel,
    metadata: model.metadata,
    blocks: [
      ...sections(say.title(title)),
      ...duties.flatMap((duty) => sections(say.line(duty, model.timeZone))),
      divider,
      ...(title === ''
        ? [personField(field.briefer, say.form.briefer, model, say, { chosen: ownerOf('briefing') })]
        : [
            personField(field.author, say.form.author, model, say, { chosen: ownerOf('draft', 'final') }),
            personField(field.clearer, say.form.clearer, model, say, {
              hint: say.form.clearerHint,
              optional: true,
              chosen: ownerOf('clearance'),
            }),
          ]),
      ...duties.map((duty) =>
        dateField({ id: DAY_FIELDS[duty.step], label: say.change.day(duty.step), value: duty.dueOn }),
      ),
      tickField({
        id: field.done,
        label: say.change.done,
        hint: say.change.doneHint,
        optional: true,
        choices: duties.map(({ step }) => ({ value: step, text: say.steps[step] })),
        chosen: duties.filter(({ state }) => state === 'done').map(({ step }) => step),
      }),
      tickField({
        id: field.dropped,
        label: say.change.dropped,
        optional: true,
        choices: [
          { value: 'dropped', text: say.change.droppedTick, description: say.change.droppedDescription },
        ],
      }),
      context(say.change.tells()),
    ],
  })
}
