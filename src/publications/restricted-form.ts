import type { KnownBlock, ModalView } from '@slack/types'
import type { Nation } from '../calendar/nations.ts'
import { modal, radioField, section, sections, textField, tickField } from '../slack/blocks.ts'
import { type Fields, listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { limits } from '../slack/limits.ts'
import { toMetadata } from '../slack/metadata.ts'
import { exclusionLaws } from './exclusion-law-rules.ts'
import { type Exclusion, inOrder } from './exclusion-rules.ts'
import type { ItemAtHand } from './restricted-paper.ts'
import type { RestrictedWords } from './restricted-words.en.ts'

const { field } = ids.restricted
const REASON_LIMIT = 2_000
const BASIS_LIMIT = 500

/** Why an item is closed: what the resolution states, and what only the record keeps. */
export function describeForm(item: ItemAtHand, say: RestrictedWords): ModalView {
  return modal({
    id: ids.restricted.describeForm,
    title: say.form.describeTitle,
    submit: say.form.describe,
    close: say.cancel,
    metadata: toMetadata({ id: item.id, version: 0 }),
    blocks: [...heading(item, say), ...exclusionFields(item.exclusion, item.nation, say)],
  })
}

/** The address of a restricted paper to an item, and why it is closed: as the item is, unless the clerk says otherwise. */
export function announceForm(item: ItemAtHand, members: number, say: RestrictedWords): ModalView {
  return modal({
    id: ids.restricted.announceForm,
    title: say.form.announceTitle,
    submit: say.form.announce,
    close: say.cancel,
    metadata: toMetadata({ id: item.id, version: 0 }),
    blocks: [
      ...heading(item, say),
      section(say.form.announceIntro(members)),
      // No field for addresses: Slack would refuse what is none before Scrutineer can say what to give instead.
      textField({
        id: field.address,
        label: say.form.address,
        hint: say.form.addressHint,
        maxLength: limits.plainTextInput,
      }),
      ...exclusionFields(item.exclusion, item.nation, say),
    ],
  })
}

function heading(item: ItemAtHand, say: RestrictedWords): KnownBlock[] {
  return sections(
    item.access === 'public'
      ? say.item.open(item.number, item.title)
      : say.item.closed(item.number, undefined),
  )
}

function exclusionFields(exclusion: Exclusion, nation: Nation, say: RestrictedWords): KnownBlock[] {
  const { descriptions, publicInterestTest } = exclusionLaws[nation]
  const parts = inPortions(
    descriptions,
    Math.ceil(descriptions.length / Math.ceil(descriptions.length / limits.choices)),
  )
  return [
    radioField({
      id: field.access,
      label: say.form.access,
      choices: [
        { value: 'exempt', text: say.form.exempt, description: say.form.exemptHint },
        { value: 'confidential', text: say.form.confidential, description: say.form.confidentialHint },
      ],
      chosen: exclusion.access,
    }),
    ...parts.map((part, place) =>
      tickField({
        id: paragraphsField(place + 1),
        label: say.form.paragraphs(place + 1, parts.length),
        optional: true,
        choices: part.map(({ paragraph, brief }) => ({ value: paragraph, text: `${paragraph}. ${brief}` })),
        chosen: exclusion.paragraphs,
      }),
    ),
    ...(publicInterestTest === undefined
      ? []
      : [
          textField({
            id: field.publicInterest,
            label: say.form.publicInterest,
            hint: say.form.publicInterestHint(exclusion.publicInterest !== ''),
            optional: true,
            multiline: true,
            maxLength: REASON_LIMIT,
          }),
        ]),
    textField({
      id: field.basis,
      label: say.form.basis,
      hint: say.form.basisHint(exclusion.confidentialBasis !== ''),
      optional: true,
      maxLength: BASIS_LIMIT,
    }),
  ]
}

/** What the clerk has filled in; a reason for the other kind of exclusion is let go. */
export function exclusionGiven(given: Fields): Exclusion {
  const access = textOf(given, field.access) === 'confidential' ? 'confidential' : 'exempt'
  const names = Object.keys(given).filter((name) => name.startsWith(`${field.paragraphs}.`))
  return {
    access,
    paragraphs: access === 'exempt' ? inOrder(names.flatMap((name) => listOf(given, name))) : [],
    publicInterest: access === 'exempt' ? textOf(given, field.publicInterest) : '',
    confidentialBasis: access === 'confidential' ? textOf(given, field.basis) : '',
  }
}

export function paragraphsField(part: number): string {
  return `${field.paragraphs}.${part}`
}

function inPortions<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, place) =>
    list.slice(place * size, (place + 1) * size),
  )
}
