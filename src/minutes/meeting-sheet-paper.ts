import { quorumWords } from '../apologies/quorum-words.en.ts'
import type { FileForSomebody } from '../slack/hand-over.ts'
import type { MeetingSheet, SheetItem } from './meeting-sheet.ts'
import { sheetWords as say } from './meeting-sheet-words.en.ts'
import type { Paper, PaperPart } from './paper-parts.ts'
import { wordOf } from './word.ts'

/** Lines to write on, so that the paper serves with a pen as well. */
const LINES = { also: 4, questions: 5, resolved: 3, circumstances: 2 }

/** The sheet as a Word file. */
export async function sheetFile(sheet: MeetingSheet): Promise<FileForSomebody> {
  const { committeeName, date } = sheet.meeting
  const title = say.title(sheet.meeting)
  const bytes = await wordOf(sheetPaper(sheet))
  return { name: say.file(committeeName, date), title, alt: title, bytes }
}

/** The roll with boxes, interests noticed, late items that need a ruling, and space for each item. */
export function sheetPaper(sheet: MeetingSheet): Paper {
  const { meeting, items } = sheet
  const late = items.filter(({ isLate }) => isLate)
  return {
    title: say.title(meeting),
    under: [say.notForPublication],
    parts: [
      text(say.times),
      text(say.chair),
      ...rollParts(sheet),
      heading(say.interests.heading),
      ...interestParts(sheet),
      heading(say.rulings.heading),
      ...(late.length === 0 ? [text(say.rulings.none)] : [text(say.rulings.intro)]),
      ...late.flatMap(({ name }) => [
        text(say.rulings.urgent(name)),
        text(say.rulings.circumstances),
        ...space(LINES.circumstances),
      ]),
      heading(say.items.heading),
      ...(items.length === 0 ? [text(say.items.none)] : items.flatMap(itemParts)),
    ],
  }
}

function rollParts({ roll, quorum }: MeetingSheet): PaperPart[] {
  const words = say.roll
  return [
    heading(words.heading),
    ...(quorum ? [text(words.quorum(quorum.number, quorumWords.working(quorum)))] : []),
    {
      code: 'table',
      caption: words.caption,
      namesFirst: true,
      head: words.head,
      rows: roll.map(({ name, office, forName, state }) => [
        words.member(name, words.office[office], forName),
        words.said[state],
        words.box,
        '',
        '',
        '',
      ]),
    },
    text(words.also),
    ...space(LINES.also),
  ]
}

function interestParts({ interests }: MeetingSheet): PaperPart[] {
  const words = say.interests
  if (interests.length === 0) return [text(words.none)]
  return [
    text(words.intro),
    {
      code: 'table',
      caption: words.heading,
      head: words.head,
      rows: interests.map(({ member, item, kind, effect }) => [member, item, kind, effect, say.roll.box]),
    },
  ]
}

function itemParts({ name, lead }: SheetItem): PaperPart[] {
  const words = say.items
  return [
    { code: 'heading', text: name, level: 3 },
    text(words.begun),
    text(words.presenter(lead)),
    text(words.questions),
    ...space(LINES.questions),
    text(words.motion),
    text(words.agreed),
    {
      code: 'table',
      caption: words.caption(name),
      head: words.votes,
      rows: [words.votes.map(() => '')],
    },
    text(words.resolved),
    ...space(LINES.resolved),
  ]
}

function heading(said: string): PaperPart {
  return { code: 'heading', text: said }
}

function text(said: string): PaperPart {
  return { code: 'paragraph', text: said }
}

function space(lines: number): PaperPart[] {
  return Array.from({ length: lines }, () => text(say.roll.line))
}
