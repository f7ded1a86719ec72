import type { ModalView } from '@slack/types'
import { button, context, modal, section, textField } from '../slack/blocks.ts'
import { freshId } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { limits } from '../slack/limits.ts'
import { toMetadata } from '../slack/metadata.ts'
import { shortened } from '../slack/shorten.ts'
import type { AlsoPresent } from './also-present.ts'
import { rollWords } from './roll-words.en.ts'
import { sittingWords as say } from './words.en.ts'

const { field } = ids.sitting
const words = rollWords.also
/** A view holds 100 blocks. */
const LISTED = 80
/** As minutes print a name; and a role with an organisation. */
const NAME_LIMIT = 100
const ROLE_LIMIT = 200

/** Who is also in attendance: add one after the other, strike who was not there. */
export function alsoModal(meetingId: string, people: readonly AlsoPresent[]): ModalView {
  // Empty again for the next person: Slack would keep what was typed.
  const fresh = (id: string) => freshId(id, people.at(-1)?.id ?? 'first')
  return modal({
    id: ids.sitting.alsoForm,
    title: words.title,
    submit: words.submit,
    close: say.close,
    metadata: toMetadata({ id: meetingId, version: 1 }),
    blocks: [
      section(words.intro()),
      textField({ id: fresh(field.name), label: words.name, maxLength: NAME_LIMIT }),
      textField({
        id: fresh(field.role),
        label: words.role,
        hint: words.roleHint,
        optional: true,
        maxLength: ROLE_LIMIT,
      }),
      ...people.slice(0, LISTED).map(({ id, name, role }) => ({
        ...section(words.person(name, role)),
        accessory: button({
          id: ids.sitting.strikeAlso,
          text: say.strike,
          value: `${meetingId}/${id}`,
          label: shortened(words.strikeLabel(name), limits.button.accessibilityLabel),
        }),
      })),
      ...(people.length > LISTED ? [context(words.more(people.length - LISTED))] : []),
    ],
  })
}
