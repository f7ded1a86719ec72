import type { KnownBlock } from '@slack/types'
import type { MeetingState } from '../meetings/meeting.ts'
import type { MeetingInWords } from '../meetings/words.en.ts'
import type { ClosedAs } from '../publications/exclusion-rules.ts'
import type { RestrictedWords } from '../publications/restricted-words.en.ts'
import { actions, button, context, contexts, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'

export interface RestrictedModel {
  readonly meeting: MeetingInWords
  readonly number: string
  /** Of an open item; empty where it is closed. */
  readonly title: string
  readonly closed: ClosedAs
  /** Absent when it is not theirs. */
  readonly address: string | undefined
  readonly state: 'theirs' | 'over' | 'withdrawn'
  readonly meetingState: MeetingState
  readonly clerks: readonly string[]
}

const CLERKS_NAMED = 3

/** What an entitled person is told of a restricted paper: nothing that the public may not read, and a link. */
export function restrictedMessage(
  model: RestrictedModel,
  say: RestrictedWords,
): { text: string; blocks: KnownBlock[] } {
  const { meeting, number, title, closed, address } = model
  const clerks = model.clerks.slice(0, CLERKS_NAMED)
  if (model.state !== 'theirs' || address === undefined) {
    const said = say.message[model.state === 'withdrawn' ? 'withdrawn' : 'over'](meeting)
    return { text: said.text, blocks: [...sections(said), context(say.message.ask(clerks))] }
  }
  return {
    text: say.message.notification(meeting).text,
    blocks: [
      ...sections(say.message.meeting(meeting)),
      ...(model.meetingState === 'scheduled' ? [] : sections(say.message.meetingIs[model.meetingState]())),
      ...sections(
        title === '' ? say.message.closedItem(number, closed) : say.message.openItem(number, title, closed),
      ),
      actions(button({ id: ids.link, text: say.message.open, url: address, style: 'primary' })),
      section(say.message.rules()),
      ...(clerks.length === 0 ? [] : contexts(say.message.contact(clerks))),
    ],
  }
}
