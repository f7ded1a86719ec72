import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import { type CouncilRows, personBySlackUser } from '../committees/people.ts'
import {
  type Choice,
  dateField,
  modal,
  peopleField,
  radioField,
  sections,
  selectField,
  textField,
  tickField,
} from '../slack/blocks.ts'
import { type Fields, freshId, listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { lengthOf } from '../slack/limits.ts'
import type { RowSaid } from './edit-row.ts'
import type { OwnerSaid, OwnersSaid } from './owners.ts'
import type { RowWords } from './row-words.en.ts'
import { type Due, RAGS, type RowOwner, TRACKED_KINDS, type TrackedRow } from './types.ts'

const { field } = ids.row

const DUES = ['none', 'date', 'range', 'recurrence', 'event', 'standing'] as const satisfies Due['kind'][]
const NO_RAG = 'none'
/** What councils write into a cell of their tracker. */
const SHORT = 300
const LONG = 3_000

const metadata = z.object({ rowId: z.string(), version: z.number().int() })

/** What a form about a row carries. */
export function toRowMetadata({ id, version }: Pick<TrackedRow, 'id' | 'version'>): string {
  return JSON.stringify({ rowId: id, version } satisfies z.infer<typeof metadata>)
}

/** @throws when the view is not one of ours */
export function rowMetadataOf(text: string): z.infer<typeof metadata> {
  return metadata.parse(JSON.parse(text))
}

/** Who owes a row and by when, and what else the tracker prints of it. Its text is not changed here. */
export function rowModal(row: TrackedRow, say: RowWords): ModalView {
  const { form: words } = say
  // What somebody else stored meanwhile is shown, and not what Slack keeps of the fields.
  const fresh = (id: string) => freshId(id, `${row.id}-${row.version}`)
  return modal({
    id: ids.row.form,
    title: words.title,
    submit: say.save,
    close: say.cancel,
    metadata: toRowMetadata(row),
    blocks: [
      ...(row.isClosed ? sections(words.closed()) : []),
      ...ownerFields(row, fresh, say),
      ...dueFields(row, fresh, say),
      kindField(row.kind, fresh, say),
      ...printedFields(row, fresh, say),
      selectField({
        id: fresh(field.rag),
        label: words.rag,
        choices: [{ value: NO_RAG, text: '–' }, ...RAGS.map((value) => ({ value, text: words.rags[value] }))],
        chosen: row.rag ?? NO_RAG,
      }),
    ],
  })
}

type Fresh = (id: string) => string

export function kindField(chosen: TrackedRow['kind'], fresh: Fresh, { form: words }: RowWords): KnownBlock {
  return radioField({
    id: fresh(field.kind),
    label: words.kind,
    choices: TRACKED_KINDS.map((value): Choice => ({ value, text: words.kinds[value] })),
    chosen,
  })
}

export function ownerFields(
  row: Pick<TrackedRow, 'owners' | 'isClosed'> | undefined,
  fresh: Fresh,
  { form: words }: RowWords,
): KnownBlock[] {
  const of = (role: RowOwner['role']) => (row?.owners ?? []).filter((one) => one.role === role)
  const onSlack = (owners: readonly RowOwner[]) => owners.flatMap(({ person }) => person?.slackUserId ?? [])
  const others = (owners: readonly RowOwner[]) =>
    owners
      .filter(({ person }) => person?.slackUserId === undefined)
      .map(({ name }) => name)
      .join('\n')
  const [owners, heads] = [of('owner'), of('head')]
  return [
    peopleField({
      id: fresh(field.owners),
      label: words.owners,
      hint: words.ownersHint,
      chosen: onSlack(owners),
      optional: true,
    }),
    lines(fresh(field.otherOwners), words.otherOwners, others(owners), words.otherOwnersHint),
    peopleField({
      id: fresh(field.heads),
      label: words.heads,
      hint: words.headsHint,
      chosen: onSlack(heads),
      optional: true,
    }),
    lines(fresh(field.otherHeads), words.otherHeads, others(heads), words.otherOwnersHint),
  ]
}

function lines(id: string, label: string, value: string, hint: string): KnownBlock {
  return textField({ id, label, value, hint, multiline: true, optional: true, maxLength: LONG })
}

export function dueFields(
  row: Pick<TrackedRow, 'due' | 'dueText' | 'isClosed'> | undefined,
  fresh: Fresh,
  { form: words }: RowWords,
): KnownBlock[] {
  const due = row?.due
  const on = due && 'on' in due ? due.on : undefined
  return [
    selectField({
      id: fresh(field.due),
      label: words.due,
      choices: DUES.map((value) => ({ value, text: words.dues[value] })),
      chosen: due?.kind ?? 'none',
    }),
    dateField({
      id: fresh(field.dueOn),
      label: words.dueOn,
      hint: words.dueOnHint,
      value: on,
      optional: true,
    }),
    dateField({
      id: fresh(field.dueFrom),
      label: words.dueFrom,
      value: due?.kind === 'range' ? due.from : undefined,
      optional: true,
    }),
    tickField({
      id: fresh(field.dueRecurs),
      label: words.dueRecurs,
      choices: [{ value: 'recurs', text: words.recurs }],
      chosen: due?.kind === 'date' && due.recurs ? ['recurs'] : [],
      optional: true,
    }),
    ...(row?.isClosed
      ? []
      : [writable(fresh(field.dueText), words.dueText, row?.dueText ?? '', SHORT, words.dueTextHint, words)]),
  ]
}

function printedFields(row: TrackedRow, fresh: Fresh, { form: words }: RowWords): KnownBlock[] {
  if (row.isClosed) return []
  const { executiveMember, topic, how, successMeasure, backReference, status, topicWords } = row
  return [
    writable(fresh(field.executiveMember), words.executiveMember, executiveMember, SHORT, undefined, words),
    writable(fresh(field.topic), words.topic, topic, SHORT, undefined, words),
    writable(fresh(field.how), words.how, how, LONG, undefined, words),
    writable(fresh(field.successMeasure), words.successMeasure, successMeasure, LONG, undefined, words),
    writable(fresh(field.backReference), words.backReference, backReference, SHORT, undefined, words),
    writable(fresh(field.status), words.status, status, SHORT, words.statusHint, words),
    writable(
      fresh(field.topicWords),
      words.topicWords,
      topicWords.join(', '),
      LONG,
      words.topicWordsHint,
      words,
    ),
  ]
}

/** What is longer than its field, such as a cell of an imported tracker, is not cut: left empty, it stays. */
function writable(
  id: string,
  label: string,
  value: string,
  maxLength: number,
  hint: string | undefined,
  words: RowWords['form'],
): KnownBlock {
  const fits = lengthOf(value) <= maxLength
  return textField({
    id,
    label,
    value: fits ? value : undefined,
    hint: fits ? hint : words.kept,
    multiline: maxLength === LONG,
    optional: true,
    maxLength,
  })
}

/** What a form says of owners and times is not right: at which field, and why. */
export interface FormErrors {
  readonly errors: Readonly<Record<string, string>>
}

/** What was filled in of a row; what the form did not show, or could not hold, stays as it was. */
export async function rowSaidIn(
  rows: CouncilRows,
  fields: Fields,
  row: TrackedRow,
  say: RowWords,
): Promise<(RowSaid & OwnersSaid) | FormErrors> {
  const owners = await ownersIn(rows, fields, row, say)
  if ('errors' in owners) return owners
  const due = dueIn(fields, row, say)
  if ('errors' in due) return due
  const text = (id: string, before: string, limit: number) => {
    const given = id in fields ? textOf(fields, id) : before
    return given === '' && lengthOf(before) > limit ? before : given
  }
  const words = text(field.topicWords, row.topicWords.join(', '), LONG)
  return {
    ...owners,
    ...due,
    dueText: text(field.dueText, row.dueText, SHORT),
    kind: TRACKED_KINDS.find((one) => one === textOf(fields, field.kind)) ?? row.kind,
    executiveMember: text(field.executiveMember, row.executiveMember, SHORT),
    topic: text(field.topic, row.topic, SHORT),
    how: text(field.how, row.how, LONG),
    successMeasure: text(field.successMeasure, row.successMeasure, LONG),
    backReference: text(field.backReference, row.backReference, SHORT),
    status: text(field.status, row.status, SHORT),
    topicWords: [
      ...new Set(
        words
          .split(',')
          .map((word) => word.trim())
          .filter((word) => word !== ''),
      ),
    ],
    rag: RAGS.find((one) => one === textOf(fields, field.rag)),
  }
}

/** Who was chosen, and who was written down: somebody whom the council knows by that name is that person. */
export async function ownersIn(
  rows: CouncilRows,
  fields: Fields,
  before: Pick<TrackedRow, 'owners'> | undefined,
  { refusals }: RowWords,
): Promise<OwnersSaid | FormErrors> {
  const known = (before?.owners ?? []).filter(({ person }) => person?.slackUserId === undefined)
  const chosen = async (id: string): Promise<OwnerSaid[] | undefined> => {
    const people: OwnerSaid[] = []
    for (const slackUserId of listOf(fields, id)) {
      const person = await personBySlackUser(rows.db, rows.councilId, slackUserId)
      if (!person) return undefined
      people.push({ personId: person.id, name: '' })
    }
    return people
  }
  const written = (id: string): OwnerSaid[] =>
    textOf(fields, id)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((name) => {
        const same = known.find((one) => one.name === name)?.person
        return same ? { personId: same.id, name: '' } : { personId: undefined, name }
      })
  const owners = await chosen(field.owners)
  if (!owners) return { errors: { [field.owners]: refusals.owner } }
  const heads = await chosen(field.heads)
  if (!heads) return { errors: { [field.heads]: refusals.owner } }
  return {
    owners: [...owners, ...written(field.otherOwners)],
    heads: [...heads, ...written(field.otherHeads)],
  }
}

/** By when it is due, as the form has it. */
export function dueIn(
  fields: Fields,
  before: Pick<TrackedRow, 'due'> | undefined,
  { refusals }: RowWords,
): { readonly due: Due } | FormErrors {
  const kind = DUES.find((one) => one === textOf(fields, field.due)) ?? 'none'
  const on = textOf(fields, field.dueOn) || undefined
  const from = textOf(fields, field.dueFrom) || undefined
  switch (kind) {
    case 'date':
      if (on === undefined) return { errors: { [field.dueOn]: refusals.day } }
      return { due: { kind, on, recurs: listOf(fields, field.dueRecurs).includes('recurs') } }
    case 'range':
      if (from === undefined) return { errors: { [field.dueFrom]: refusals.from } }
      if (on === undefined) return { errors: { [field.dueOn]: refusals.day } }
      return { due: { kind, from, on } }
    case 'recurrence':
      return { due: { kind, on } }
    case 'event':
      return {
        due: { kind, happenedOn: before?.due.kind === 'event' ? before.due.happenedOn : undefined },
      }
    case 'standing':
    case 'none':
      return { due: { kind } }
  }
}
