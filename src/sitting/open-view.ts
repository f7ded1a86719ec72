import type { KnownBlock, ModalView } from '@slack/types'
import type { Temporal } from 'temporal-polyfill'
import { isAfter } from '../calendar/civil.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { manyField, modal, section, selectField, tickField } from '../slack/blocks.ts'
import { type Fields, listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { limits } from '../slack/limits.ts'
import { toMetadata } from '../slack/metadata.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { Expected } from './expected-roll.ts'
import type { ThereAtFirst } from './open-sitting.ts'
import { chairToBegin } from './opening-rules.ts'
import { openingWords as words } from './opening-words.en.ts'
import { whenField } from './time-field.ts'
import { sittingWords as say } from './words.en.ts'

const { field } = ids.sitting

export interface OpeningForm {
  readonly meeting: MeetingAtHand
  readonly expected: readonly Expected[]
  /** What taking part from afar is in the council's nation on that day. */
  readonly remote: 'remoteMember' | 'remoteObserver'
  readonly now: Temporal.Instant
}

/** The roll call with which a meeting is opened, filled in by what members have answered. */
export function openingModal({ meeting, expected, remote, now }: OpeningForm): ModalView {
  const ticked = new Set(expected.filter(({ isTicked }) => isTicked).map(({ personId }) => personId))
  const choices = expected.map((person) => ({ value: personValue(person), text: words.person(person) }))
  return modal({
    id: ids.sitting.openForm,
    title: words.title,
    submit: words.submit,
    close: say.cancel,
    metadata: toMetadata({ id: meeting.id, version: meeting.version }),
    blocks: [
      section(words.intro(meeting)),
      whenField(meeting, isAfter(meeting.startsAt, now) ? meeting.startsAt : now, {
        label: words.began,
        isNow: true,
      }),
      ...tickGroups(expected),
      ...(choices.length === 0
        ? []
        : [
            selectField({
              id: field.presides,
              label: words.chair,
              hint: words.chairHint,
              optional: true,
              choices,
              chosen: chosenChair(expected, ticked),
            }),
            manyField({
              id: field.afar,
              label: words.afar,
              hint: words.afarHint[remote],
              optional: true,
              choices,
            }),
          ]),
    ],
  })
}

/** Slack takes ten ticks in one field: eleven people are six and five, and not ten and one. */
function tickGroups(expected: readonly Expected[]): KnownBlock[] {
  const groups = Math.ceil(expected.length / limits.choices)
  const size = Math.ceil(expected.length / groups)
  return Array.from({ length: groups }, (_, group) => {
    const here = expected.slice(group * size, (group + 1) * size)
    return tickField({
      id: `${field.there}/${group}`,
      label: words.there(group * size + 1, group * size + here.length, expected.length),
      optional: true,
      choices: here.map((person) => ({
        value: personValue(person),
        text: words.person(person),
        ...(words.state[person.state] === '' ? {} : { description: words.state[person.state] }),
      })),
      chosen: here.filter(({ isTicked }) => isTicked).map(personValue),
    })
  })
}

function chosenChair(expected: readonly Expected[], ticked: ReadonlySet<string>): string | undefined {
  const chairId = chairToBegin(expected, ticked)
  const chair = expected.find(({ personId }) => personId === chairId)
  return chair && personValue(chair)
}

/** Somebody, and for whom they sit. */
export function personValue({ personId, forId }: { personId: string; forId: string | undefined }): string {
  return forId === undefined ? personId : `${personId}/${forId}`
}

export function personOfValue(value: string): { personId: string; forId: string | undefined } {
  const [personId = '', forId] = value.split('/')
  return { personId, forId }
}

/** What was filled in. Somebody in both lists is in the room. */
export function openingSubmitted(
  fields: Fields,
  remote: OpeningForm['remote'],
): { readonly time: string; readonly people: ThereAtFirst[]; readonly chairId: string | undefined } {
  const inRoom = Object.keys(fields)
    .filter((name) => name.startsWith(`${field.there}/`))
    .flatMap((name) => listOf(fields, name))
  const afar = listOf(fields, field.afar).filter((value) => !inRoom.includes(value))
  const chair = textOf(fields, field.presides)
  return {
    time: textOf(fields, field.time),
    people: [
      ...inRoom.map((value) => ({ ...personOfValue(value), mode: 'inRoom' as const })),
      ...afar.map((value) => ({ ...personOfValue(value), mode: remote })),
    ],
    chairId: chair === '' ? undefined : personOfValue(chair).personId,
  }
}

export function openedView(said: Mrkdwn): ModalView {
  return modal({ title: words.title, close: say.close, blocks: [section(said)] })
}
