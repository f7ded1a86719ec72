import type { KnownBlock, ModalView } from '@slack/types'
import { longDate } from '../calendar/words.en.ts'
import { actions, button, modal, plain, section, sections } from '../slack/blocks.ts'
import { offered, option } from '../slack/choices.ts'
import { ids } from '../slack/ids.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { pageOf, pagesOf } from '../slack/pages.ts'
import { shortened } from '../slack/shorten.ts'
import { turnButtons } from '../slack/turn-pages.ts'
import type { EntryModel, ProgrammeModel } from './programme-model.ts'
import { isDay } from './rules.ts'
import type { EntryAtHand } from './types.ts'
import type { ProgrammeWords } from './words.en.ts'

const OPTION_TEXT = 75

/** What a button about an entry says. */
export function entryValue(entry: Pick<EntryAtHand, 'id' | 'version'>): string {
  return `${entry.id}/${entry.version}`
}

/** The whole programme of a committee, page by page; the buttons are those of whoever looks at it. */
export function programmeView(
  model: ProgrammeModel,
  say: ProgrammeWords,
  wanted = 0,
  first?: Mrkdwn,
): ModalView {
  const above = [...(first ? [section(first)] : []), committeeMenu(model, say), buttonsOf(model, say)]
  const pages = pagesOf(listed(model, say), above)
  const { page = [], at } = pageOf(pages, wanted)
  return modal({
    title: say.title,
    close: say.close,
    metadata: model.committee.id,
    blocks: [
      ...above,
      ...page,
      ...turnButtons(ids.programme.turn, model.committee.id, { at, pages: pages.length }, say),
    ],
  })
}

/** A menu beside words: a field would need a button to submit the view, and there is nothing to submit. */
function committeeMenu({ committee, committees }: ProgrammeModel, say: ProgrammeWords): KnownBlock {
  const choices = committees.map(({ id, name }) => ({ value: id, text: shortened(name, OPTION_TEXT) }))
  const chosen = choices.find(({ value }) => value === committee.id)
  return {
    ...section(say.view.heading(committee.name)),
    accessory: {
      type: 'static_select',
      action_id: ids.programme.committee,
      placeholder: plain(say.view.committee),
      ...offered(choices),
      ...(chosen ? { initial_option: option(chosen) } : {}),
    },
  }
}

function buttonsOf({ committee, roles }: ProgrammeModel, say: ProgrammeWords): KnownBlock {
  const { buttons } = say.view
  const of = (id: string, text: string) => button({ id, text, value: committee.id })
  return actions(
    ...(roles.isMember || roles.isClerk ? [of(ids.programme.propose, buttons.propose)] : []),
    ...(roles.isClerk ? [of(ids.programme.add, buttons.add), of(ids.programme.import, buttons.import)] : []),
    of(ids.programme.print, buttons.print),
    of(ids.callIn.list, buttons.callIns),
    ...(roles.isClerk ? [of(ids.programme.settings, buttons.settings)] : []),
  )
}

/** The sections, a heading before the first entry of each. */
function listed({ sections: all }: ProgrammeModel, say: ProgrammeWords): KnownBlock[][] {
  const names = say.view.sections
  const lists: readonly (readonly [string, readonly EntryAtHand[]])[] = [
    [names.proposals, all.proposals],
    [names.toReschedule, all.toReschedule],
    ...all.days.map(
      ({ meeting, printedDate, entries }) =>
        [meeting ? say.view.meeting(meeting) : dayPrinted(printedDate), entries] as const,
    ),
    [names.toSchedule, all.toSchedule],
    [names.reviews, all.reviews],
    [names.taken, all.taken],
    [names.closed, all.closed],
  ]
  const shown = lists.flatMap(([heading, entries]) =>
    entries.map((entry, place) => [
      ...(place === 0 ? [section(say.view.heading(heading))] : []),
      ...entryBlocks(entry, say),
    ]),
  )
  return shown.length > 0 ? shown : [[section(say.view.none())]]
}

/** The day of a paper, written out where it is one. */
function dayPrinted(printedDate: string): string {
  return isDay(printedDate) ? longDate(printedDate) : printedDate
}

function entryBlocks(entry: EntryAtHand, say: ProgrammeWords): KnownBlock[] {
  const [first, ...rest] = sections(say.view.entry(entry))
  const open = button({
    id: ids.programme.open,
    text: say.view.buttons.open,
    value: entryValue(entry),
    label: shortened(`${say.view.buttons.open}: ${entry.title}`, OPTION_TEXT),
  })
  return [...(first ? [{ ...first, accessory: open }] : []), ...rest]
}

/** One entry with everything that is known of it and all that was done to it. */
export function entryView(
  model: EntryModel,
  working: readonly string[],
  say: ProgrammeWords,
  first?: Mrkdwn,
  wanted = 0,
): ModalView {
  const { entry, history } = model
  const { facts } = say.entry
  const fact = (name: string, text: string) => (text === '' ? [] : sections(say.entry.fact(name, text)))
  const marks = [say.entry.standing(entry), ...say.marks(entry)].join('\n')
  const blocks: KnownBlock[][] = [
    [
      ...(first ? [section(first)] : []),
      ...fact(say.entry.kinds[entry.kind], entry.title),
      ...fact(facts.where, marks),
      ...(working.length === 0 ? [] : sections(say.entry.working(working))),
      ...buttonsOfEntry(model, say),
    ],
    ...[
      [facts.reason, entry.reason],
      [facts.outcome, entry.outcomeWanted],
      [facts.lead, entry.lead],
      [facts.score, entry.scoreText],
      [facts.scope, entry.scope],
    ].map(([name = '', text = '']) => fact(name, text)),
    ...(history.length === 0 ? [] : [[section(say.view.heading(facts.history))]]),
    ...history.map(({ on, names, ...of }) =>
      sections(say.entry.change({ ...of, when: longDate(on), what: say.entry.changed(namesOf(names, say)) })),
    ),
  ]
  const pages = pagesOf(blocks)
  const { page = [], at } = pageOf(pages, wanted)
  return modal({
    title: say.entry.title,
    close: say.close,
    metadata: entry.committeeId,
    blocks: [
      ...page,
      ...turnButtons(ids.programme.open, entryValue(entry), { at, pages: pages.length }, say),
    ],
  })
}

function namesOf(names: readonly string[], say: ProgrammeWords): string[] {
  const known = new Map(Object.entries(say.entry.names))
  return [...new Set(names.map((name) => known.get(name) ?? name))]
}

function buttonsOfEntry({ entry, roles, isProposer }: EntryModel, say: ProgrammeWords): KnownBlock[] {
  const { buttons } = say.entry
  const { isClerk, isChair } = roles
  const of = (id: string, text: string) => button({ id, text, value: entryValue(entry) })
  const isProposed = entry.state === 'proposed'
  const isIn = !isProposed && entry.standing !== 'declined' && entry.standing !== 'withdrawn'
  return [
    actions(
      ...(isProposed && (isClerk || isChair) ? [of(ids.programme.decide, buttons.decide)] : []),
      ...(isProposed && (isClerk || isProposer)
        ? [
            button({
              id: ids.programme.takeBack,
              text: buttons.takeBack,
              value: entryValue(entry),
              confirm: {
                title: say.entry.takeBackTitle,
                text: say.entry.takeBackText,
                yes: say.entry.takeBackYes,
                no: say.entry.no,
              },
            }),
          ]
        : []),
      ...(isClerk && isIn
        ? [of(ids.programme.arrange, buttons.arrange), of(ids.programme.up, buttons.up)]
        : []),
      ...(isClerk ? [of(ids.programme.edit, buttons.edit)] : []),
      ...(isClerk && entry.changes > 0
        ? [
            button({
              id: ids.programme.undo,
              text: buttons.undo,
              value: entryValue(entry),
              confirm: {
                title: say.entry.undoTitle,
                text: say.entry.undoText,
                yes: say.entry.yes,
                no: say.entry.no,
              },
            }),
          ]
        : []),
      button({ id: ids.programme.back, text: say.toProgramme, value: entry.committeeId }),
    ),
  ]
}

/** A view that only says something, with the way back to the programme. */
export function saidView(
  said: readonly Mrkdwn[],
  say: Pick<ProgrammeWords, 'title' | 'close' | 'toProgramme'>,
  committeeId?: string,
  title = say.title,
): ModalView {
  return modal({
    title,
    close: say.close,
    blocks: [
      ...said.flatMap((one) => sections(one)),
      ...(committeeId === undefined
        ? []
        : [actions(button({ id: ids.programme.back, text: say.toProgramme, value: committeeId }))]),
    ],
  })
}
