import { longDate } from '../calendar/words.en.ts'
import { paperErrorWords } from '../documents/words.en.ts'
import type { FileRefusal } from '../slack/files.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import { shortened } from '../slack/shorten.ts'
import type { ChangedImport, ImportedField, KnownImport } from './import-plan.ts'
import type { ImportedRow, LeftOutRow } from './import-rows.ts'
import type { ImportPreview, ImportReceipt, ImportRefusal } from './import-tracker.ts'
import type { ReadTrackerRefusal } from './read-tracker.ts'
import type { TrackedKind } from './types.ts'
import type { UndoRefusal } from './undo-import.ts'

/** Of a row's words on one line of the comparison: the file itself has them whole. */
const ON_A_LINE = 110

/** What clerks read of taking over their council's own tracker, in Slack and at the command line. */
export const importWords = {
  title: 'Take over a tracker',
  close: 'Close',
  cancel: 'Cancel',
  takenBack: 'The import was taken back.',

  form: {
    read: 'Read it',
    intro: (): Mrkdwn =>
      mrkdwn`Give the tracker that your council keeps so far. You see first what would be new and what would change; nothing is taken over before you say so.`,
    committee: 'Whose tracker is it?',
    file: 'File',
    fileHint: 'CSV, Word, PDF or HTML. A closed tracker does not belong in Slack.',
    kind: 'What are its rows?',
    kinds: {
      recommendation: 'Recommendations',
      information: 'Questions and requests for information',
      action: 'Actions',
    } satisfies Record<TrackedKind, string>,
    reading: 'The file is being read. What would change shows here in a moment.',
    last: (file: string, day: string): Mrkdwn => mrkdwn`Taken over last: *${file}*, on ${longDate(day)}.`,
    undo: 'Take it back',
    undoConfirm: {
      title: 'Take this import back?',
      text: 'Its new rows are withdrawn, and what it changed is as it was before.',
      yes: 'Take it back',
      no: 'Keep it',
    },
  },

  preview: {
    take: 'Take over',
    taking: 'The rows are being taken over. What came of it shows here in a moment.',
    more: (count: number) => `and ${count} more`,
    heading: (file: string): Mrkdwn => mrkdwn`*${file}*: nothing is taken over yet.`,
    counts: ({ plan, leftOut }: ImportPreview) =>
      [
        `${plan.created.length} new`,
        `${plan.changed.length} changed`,
        `${plan.unchanged.length} unchanged`,
        ...(plan.held.length === 0 ? [] : [`${plan.held.length} worked on here since and left as they are`]),
        `${plan.gone.length} not in the file any more`,
        `${leftOut.length} left out`,
      ].join(' · '),
    created: 'New',
    changed: 'Changed',
    held: 'Worked on here since: these stay as they are',
    gone: 'Not in the file any more: these stay too, as only the committee closes them',
    leftOut: 'Left out: nobody is asked for anything',
    except: 'Leave out of the new ones',
    exceptHint: 'Headings, for instance, or a row that a page break has cut in two.',
    proposed: 'What the file calls complete stands as proposed: the committee closes it at its meeting.',
    nothing: 'Every row is known already and says the same. There is nothing to take over.',
  },

  line: {
    created: (row: ImportedRow) => {
      if (row.isClosed) return 'A row of closed business'
      const facts = [
        row.owner === '' ? 'no owner' : row.owner,
        dueWords(row),
        ...(row.rag === undefined ? [] : [RAG[row.rag]]),
        ...(row.status === '' || row.status.toLowerCase() === row.rag ? [] : [row.status]),
        ...(row.state === 'proposed' ? ['proposed complete'] : []),
      ]
      return `${named(row.reference, row.text)} (${facts.join('; ')})`
    },
    changed: ({ known, row, fields, notes }: ChangedImport) => {
      if (known.isClosed || row.isClosed) return `${known.reference}: a row of closed business`
      const said = [
        ...fields.map(({ field, before, after }) => `${FIELDS[field]}: ${quoted(before)} → ${quoted(after)}`),
        ...(notes.length === 0
          ? []
          : [notes.length === 1 ? '1 new comment' : `${notes.length} new comments`]),
      ]
      return `${known.reference}: ${said.join('; ')}`
    },
    known: ({ reference, isClosed, text }: KnownImport) =>
      isClosed ? `${reference}: a row of closed business` : named(reference, text),
    leftOut: ({ text, isClosed, why }: LeftOutRow) =>
      `${isClosed ? 'A row of closed business' : shortened(text, ON_A_LINE)} (${LEFT_OUT[why]})`,
  },

  taken: ({ plan, unknownOwners }: ImportReceipt) => {
    const { created, changed } = plan
    return [
      `${rows(created.length)} taken over, ${changed.length} changed.`,
      ...(unknownOwners.length === 0
        ? []
        : [
            `Nobody here is known by these names or offices, so nobody is asked yet: ${unknownOwners.join('; ')}. Say in each row who owes it.`,
          ]),
      'While nobody has worked on them, the import can be taken back with /tracker import.',
    ].join('\n')
  },
  undone: ({ withdrawn, restored }: { readonly withdrawn: number; readonly restored: number }) =>
    `The import is taken back: ${rows(withdrawn)} withdrawn, ${restored} as before.`,

  notFetched: (refusal: FileRefusal): string =>
    refusal.code === 'file-too-large'
      ? `${refusal.name} is larger than ${refusal.limit} MB. Give the tracker alone, without the pack around it.`
      : `${refusal.name} could not be fetched from Slack. Choose it once more.`,

  refusal: (
    refusal: ImportRefusal | ReadTrackerRefusal | UndoRefusal | { readonly code: 'file-changed' },
  ): string => {
    switch (refusal.code) {
      case 'unreadable': {
        const { what, tryThis } = paperErrorWords(refusal.error)
        return `${what} ${tryThis}`
      }
      case 'no-tracker':
        return `No table in ${refusal.file} is a tracker. Its columns need heads, such as: Reference, Recommendation, Lead officer, By when, Status.`
      case 'restricted':
        return `${refusal.file} is marked as not for the public${refusal.page === undefined ? '' : ` on page ${refusal.page}`}. Scrutineer kept nothing of it. If you gave it in Slack, delete it there too; then give the open part alone.`
      case 'too-many-rows':
        return `The file has ${refusal.rows} rows; at most ${refusal.most} are taken over at once. Split it and give the parts one after the other.`
      case 'not-a-clerk':
        return 'Only a clerk of the committee takes over its tracker.'
      case 'nothing-to-take':
        return importWords.preview.nothing
      case 'file-changed':
        return 'The file is not the one that you looked at. Read it again.'
      case 'import-gone':
        return 'There is no such import.'
      case 'already-undone':
        return 'This import was taken back already.'
      case 'not-the-last':
        return 'Another file was taken over since. Take that back first.'
      case 'touched':
        return `Somebody has worked on what it brought (${refusal.references.join(', ')}), so it cannot be taken back as a whole. Use “Not for the tracker” in single rows.`
    }
  },
}

const RAG = { red: 'Red', amber: 'Amber', green: 'Green' } as const

const LEFT_OUT: Readonly<Record<LeftOutRow['why'], string>> = {
  'nothing-asked': 'no words of what was asked',
  heading: 'a heading',
}

const FIELDS: Readonly<Record<ImportedField, string>> = {
  text: 'words',
  isClosed: 'closed business',
  minute: 'minute',
  metOn: 'meeting',
  topic: 'topic',
  owners: 'who',
  executiveMember: 'executive member',
  how: 'how',
  successMeasure: 'success measure',
  backReference: 'earlier reference',
  dueText: 'by when',
  status: 'status',
  rag: 'colour',
  state: 'stands',
}

function named(reference: string, text: string): string {
  const words = shortened(text, ON_A_LINE)
  return reference === '' ? words : `${reference}: ${words}`
}

function quoted(value: string): string {
  return value === '' ? 'nothing' : `“${shortened(value, 40)}”`
}

function dueWords({ dueText, due }: ImportedRow): string {
  if (dueText === '') return 'no time'
  switch (due.kind) {
    case 'date':
      return `“${dueText}”: ${longDate(due.on)}${due.recurs ? ' and on' : ''}`
    case 'range':
      return `“${dueText}”: by ${longDate(due.on)}`
    case 'recurrence':
      return `“${dueText}”: again and again`
    case 'event':
      return `“${dueText}”: waits for that`
    case 'standing':
      return `“${dueText}”: on later reports`
    case 'none':
      return `“${dueText}”: no day in it`
  }
}

function rows(count: number): string {
  return count === 1 ? '1 row' : `${count} rows`
}
