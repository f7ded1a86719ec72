import type { KnownBlock, ModalView } from '@slack/types'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { exclusionWords } from '../publications/exclusion-words.en.ts'
import type { Business } from '../sitting/at-hand.ts'
import {
  actions,
  type ButtonShape,
  button,
  type Choice,
  contexts,
  divider,
  modal,
  section,
  sections,
} from '../slack/blocks.ts'
import { offered, option } from '../slack/choices.ts'
import { ids } from '../slack/ids.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { MinutesDesk, MinutesStanding } from './minutes-desk.ts'
import { minutesWords as say } from './minutes-words.en.ts'

/** A view has a hundred blocks: what is shown later says so. */
const COMMENTS_SHOWN = 25
const PAPERS_SHOWN = 10

/** The minutes of a meeting, for its clerk. */
export function minutesView(meetings: readonly MeetingAtHand[], desk: MinutesDesk): ModalView {
  const { meeting } = desk
  return modal({
    title: say.title,
    close: say.close,
    metadata: meeting.id,
    blocks: [
      chooser(
        ids.minutes.meeting,
        say.meeting,
        meetings.map((one) => ({ value: one.id, text: say.entry(one) })),
        meeting.id,
      ),
      section(say.heading(meeting)),
      section(mrkdwn`${standingSaid(desk)}`),
      ...(desk.unnumbered > 0 ? contexts(say.unnumbered(desk.unnumbered)) : []),
      ...(desk.clashes.length > 0 ? contexts(say.sameNumbers(desk.clashes)) : []),
      actions(...mainButtons(desk)),
      ...editor(desk),
      ...(desk.problems.length > 0 ? sections(say.problems(desk.problems)) : []),
      ...(desk.amendments.length > 0 ? sections(say.amendments(desk.amendments)) : []),
      ...comments(desk),
      ...papers(desk),
    ],
  })
}

/** What stands in the place of a view: that there is nothing to minute yet, or that something is done. */
export function saidView(said: readonly Mrkdwn[]): ModalView {
  return modal({ title: say.title, close: say.close, blocks: said.flatMap((one) => sections(one)) })
}

export function notDoneView(said: Mrkdwn): ModalView {
  return modal({ title: say.notDone, close: say.close, blocks: sections(said) })
}

/** As clerks know it: they alone see this view, but of closed business a title says too much even here. */
export function minuteTitle({ number, title, isClosed, minuteNumber }: Business): string {
  const named = title === '' || isClosed ? exclusionWords.closedItem(number, undefined) : title
  return minuteNumber === undefined ? named : `${minuteNumber}. ${named}`
}

function standingSaid({ standing, numbers }: MinutesDesk): string {
  const said = stateSaid(standing)
  return numbers ? `${said} ${say.numbers(numbers.first, numbers.last)}`.trim() : said
}

function stateSaid(standing: MinutesStanding): string {
  switch (standing.code) {
    case 'none':
      return say.states.none
    case 'draft':
      return say.states.draft
    case 'circulated':
      return say.states.circulated(standing.on)
    case 'agreed':
      return say.states.agreed(standing.on)
    case 'signed':
      return say.states.signed(standing.by, standing.on)
  }
}

/** What can come next, in the order in which it usually does. */
function mainButtons({ meeting, standing }: MinutesDesk) {
  const value = meeting.id
  const { code } = standing
  const isOpen = code === 'draft' || code === 'circulated'
  const shapes: (ButtonShape | undefined)[] = [
    {
      id: ids.minutes.draft,
      text: code === 'none' ? say.draft : say.draftAgain,
      ...(code === 'none' ? { style: 'primary' as const } : {}),
    },
    isOpen ? { id: ids.minutes.circulate, text: say.circulate, confirm: say.circulateConfirm } : undefined,
    isOpen ? { id: ids.minutes.agree, text: say.agree } : undefined,
    code === 'agreed' ? { id: ids.minutes.sign, text: say.sign, style: 'primary' } : undefined,
    code === 'agreed' || code === 'signed' ? { id: ids.minutes.amend, text: say.amend } : undefined,
    code === 'none' ? undefined : { id: ids.minutes.upload, text: say.upload },
    { id: ids.minutes.settings, text: say.settings },
    { id: ids.minutes.out, text: say.out },
  ]
  return shapes.flatMap((shape) => (shape ? [button({ ...shape, value })] : []))
}

/** A choice that opens the form of one minute: there may be sixty of them. */
function editor({ business, standing }: MinutesDesk): KnownBlock[] {
  if (business.length === 0 || standing.code === 'signed') return []
  return [
    {
      ...section(mrkdwn`*${say.edit}*`),
      accessory: {
        type: 'static_select',
        action_id: ids.minutes.edit,
        placeholder: { type: 'plain_text', text: say.editPlaceholder, emoji: false },
        ...offered(business.map((item) => ({ value: item.recordId, text: minuteTitle(item) }))),
      },
    },
  ]
}

function comments({ comments: all }: MinutesDesk): KnownBlock[] {
  if (all.length === 0) return []
  const shown = all.slice(0, COMMENTS_SHOWN)
  return [
    divider,
    ...shown.flatMap(({ id, name, about, text }): KnownBlock[] => {
      const [last, ...before] = sections(say.comment[about](name, text)).toReversed()
      return last
        ? [
            ...before.toReversed(),
            { ...last, accessory: button({ id: ids.minutes.settle, text: say.settle, value: id }) },
          ]
        : []
    }),
    ...(all.length > shown.length ? contexts(say.moreComments(all.length - shown.length)) : []),
  ]
}

function papers({ papers: all }: MinutesDesk): KnownBlock[] {
  if (all.length === 0) return []
  return [
    divider,
    ...all.slice(0, PAPERS_SHOWN).map(({ id, name, number, differences, on }) => ({
      ...section(say.paper(name, number, differences, on)),
      accessory: button({ id: ids.minutes.paper, text: say.showPaper, value: id }),
    })),
  ]
}

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
