import type { Button, KnownBlock, ModalView } from '@slack/types'
import { businessWords } from '../sitting/business-words.en.ts'
import { rollWords } from '../sitting/roll-words.en.ts'
import { changesFrom, isSitting, type StateChange } from '../sitting/state-rules.ts'
import { STATE_BUTTONS } from '../sitting/state-view.ts'
import { stateWords } from '../sitting/state-words.en.ts'
import { sittingWords } from '../sitting/words.en.ts'
import { actions, button, context, modal, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { limits } from '../slack/limits.ts'
import type { ControlModel } from './control-model.ts'
import { controlWords as say } from './control-words.en.ts'
import { heading } from './heading.ts'
import { fitsMessage, fitsView, type Lines, whatFits } from './whole.ts'

/** The clerk's control of a meeting: how it stands, and the common acts in one or two taps. */
export function controlMessageOf(model: ControlModel): { text: string; blocks: KnownBlock[] } {
  return {
    text: say.notification(model.meeting, model.state).text,
    blocks: whatFits(groupsOf(model), fitsMessage, (lines, left) => [
      heading(model.meeting.committeeName),
      ...intro(model),
      ...lines,
      ...(left > 0 ? [context(say.continued())] : []),
      ...inActions(itemButtons(model)),
      ...inActions(meetingButtons(model, left > 0)),
    ]),
  }
}

/** The same in full, where a message is too short for it. */
export function wholeControl(model: ControlModel): ModalView {
  return modal({
    title: say.everything,
    close: sittingWords.close,
    blocks: whatFits(groupsOf(model), fitsView, (lines, left) => [
      ...intro(model),
      ...lines,
      ...(left > 0 ? [context(say.moreLines(left))] : []),
    ]),
  })
}

/** What is done seldom, behind *More*. */
export function moreView(model: ControlModel): ModalView {
  const { meeting, current, state } = model
  const value = meeting.id
  const entries = model.parts.flatMap(({ more }) => more)
  const ofMeeting = [
    ...changesFrom(state).map((change) => stateButton(change, value)),
    button({ id: ids.sitting.times, text: stateWords.times.button, value }),
    button({ id: ids.sitting.also, text: rollWords.also.button, value }),
    button({ id: ids.sitting.entries, text: rollWords.entries.button, value: `${value}/0` }),
    button({ id: ids.sitting.sheet, text: say.sheet, value }),
  ]
  const ofItem = [
    ...(current
      ? [button({ id: ids.sitting.item, text: say.editItem, value: `${value}/${current.recordId}` })]
      : []),
    ...entries.map((entry) => button(entry)),
  ]
  return modal({
    title: say.moreTitle,
    close: sittingWords.close,
    blocks: [
      ...(current ? sections(say.thisItem(sittingWords.item(current))) : []),
      ...inActions(ofItem),
      section(say.theMeeting()),
      ...inActions(ofMeeting),
    ],
  })
}

function intro(model: ControlModel): KnownBlock[] {
  const { meeting, state, began, ended, presiding, quorum, current } = model
  return [
    ...sections(say.state(meeting, state, { since: began, until: ended })),
    ...(isSitting(state) ? [section(say.presides(presiding))] : []),
    ...(quorum ? [section(say.quorum(quorum, meeting.timeZone))] : []),
    // Nothing is said of it yet: a group of no lines has no heading.
    ...(current && linesOfItem(model).length === 0 ? sections(itemHeading(model)) : []),
  ]
}

function groupsOf(model: ControlModel): Lines[] {
  const { there, left, away, also } = model
  return [
    ...(linesOfItem(model).length === 0 ? [] : [{ heading: itemHeading(model), lines: linesOfItem(model) }]),
    {
      heading: say.roll(),
      lines: [
        isSitting(model.state) ? say.inRoom(there) : say.were(there),
        ...(left.length === 0 ? [] : [say.left(left)]),
        ...(away.length === 0 ? [] : [say.away(away)]),
        ...(also.length === 0 ? [] : [say.also(also)]),
      ],
    },
  ]
}

function linesOfItem(model: ControlModel) {
  return [...model.parts.flatMap(({ lines }) => lines), ...ahead(model)]
}

function itemHeading({ current, state, taken, items }: ControlModel) {
  if (!current) return say.noItem()
  const item = sittingWords.item(current)
  return isSitting(state) ? say.item(item, { done: taken, all: items }) : say.writingUp(item)
}

function ahead({ next, state }: ControlModel) {
  if (!isSitting(state)) return []
  return [next ? say.nextIs(sittingWords.item(next)) : say.allTaken()]
}

/** What is done about the item, and going on to the next. */
function itemButtons({ meeting, state, current, next, parts }: ControlModel): Button[] {
  const from = current?.recordId ?? ''
  const ofParts = parts.flatMap(({ buttons }) => buttons)
  const isNearest = ofParts.every(({ style }) => style !== 'primary')
  return [
    ...ofParts,
    ...(next && state === 'open'
      ? [
          button({
            id: ids.sitting.next,
            text: businessWords.next,
            value: `${meeting.id}/${next.recordId}/${from}`,
            ...(isNearest ? { style: 'primary' as const } : {}),
          }),
        ]
      : []),
  ]
}

function meetingButtons({ meeting, state }: ControlModel, goesOn: boolean): Button[] {
  const value = meeting.id
  const nearest: StateChange | undefined =
    state === 'adjourned' ? 'resumed' : isSitting(state) ? undefined : 'reopened'
  return [
    ...(goesOn ? [button({ id: ids.sitting.whole, text: say.everything, value, style: 'primary' })] : []),
    ...(nearest ? [stateButton(nearest, value)] : []),
    button({ id: ids.sitting.roll, text: rollWords.button, value }),
    ...(isSitting(state) ? [button({ id: ids.sitting.chair, text: rollWords.chair.button, value })] : []),
    button({ id: ids.sitting.items, text: businessWords.items, value }),
    button({ id: ids.sitting.more, text: say.more, value }),
  ]
}

function stateButton(change: StateChange, value: string): Button {
  return button({ id: STATE_BUTTONS[change], text: stateWords.buttons[change], value })
}

/** Slack takes so many buttons in one row. */
function inActions(buttons: readonly Button[]): KnownBlock[] {
  const most = limits.actionsElements
  return Array.from({ length: Math.ceil(buttons.length / most) }, (_, row) =>
    actions(...buttons.slice(row * most, (row + 1) * most)),
  )
}
