import type { ModalView } from '@slack/types'
import type { Temporal } from 'temporal-polyfill'
import { displayName } from '../committees/people.ts'
import { button, modal, radioField, section, selectField } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { limits } from '../slack/limits.ts'
import { toMetadata } from '../slack/metadata.ts'
import { shortened } from '../slack/shorten.ts'
import type { SittingAtHand } from './at-hand.ts'
import { presenceName } from './roll-form.ts'
import { isPresent, presentAt, presidingAt } from './roll-rules.ts'
import { rollWords } from './roll-words.en.ts'
import { isSitting } from './state-rules.ts'
import { whenField } from './time-field.ts'
import { sittingWords as say, timeWords } from './words.en.ts'

const { field } = ids.sitting
const words = rollWords.chair
/** The chair changes a few times in a meeting; a view holds 100 blocks. */
const LISTED = 80

/** Who presides, and a change of the chair: for the rest of the meeting or for one item. */
export function chairModal(sitting: SittingAtHand, now: Temporal.Instant): ModalView {
  const { meeting, chairs, current, closedAt } = sitting
  const at = closedAt ?? now
  const present = presentAt(sitting.roll, at).filter(isPresent)
  const presiding = presidingAt(chairs, at, current?.recordId)
  const isNow = isSitting(sitting.state)
  const choices = present.map((presence) => ({
    value: presence.personId,
    text: presenceName(sitting, presence),
  }))
  const scopes = [
    { value: 'rest', text: words.rest },
    ...(current ? [{ value: current.recordId, text: words.thisItem(say.item(current)) }] : []),
  ]
  return modal({
    ...(choices.length === 0 ? {} : { id: ids.sitting.chairForm, submit: words.submit }),
    title: words.title,
    close: say.cancel,
    metadata: toMetadata({ id: meeting.id, version: sitting.version }),
    blocks: [
      section(words.now(presiding && nameOf(sitting, presiding))),
      ...(choices.length === 0
        ? [section(words.nobodyThere())]
        : [
            whenField(meeting, now, { isNow }),
            selectField({ id: field.presides, label: words.who, choices }),
            radioField({ id: field.scope, label: words.scope, choices: scopes, chosen: 'rest' }),
          ]),
      ...chairs
        .toReversed()
        .slice(0, LISTED)
        .map((line) => {
          const [time, name] = [timeWords(line.at, meeting.timeZone), nameOf(sitting, line.personId)]
          const item = sitting.business.find(({ recordId }) => recordId === line.recordId)
          return {
            ...section(words.line(time, name, item && say.item(item))),
            accessory: button({
              id: ids.sitting.strikeChair,
              text: say.strike,
              value: `${meeting.id}/${line.id}`,
              label: shortened(words.strikeLabel(name, time), limits.button.accessibilityLabel),
            }),
          }
        }),
    ],
  })
}

export function nameOf({ people }: Pick<SittingAtHand, 'people'>, personId: string): string {
  const person = people.get(personId)
  return person ? displayName(person) : ''
}
