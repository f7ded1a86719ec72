/** Prints the sample agenda pack: `tsx src/sample/make-sample-pack.ts [FILE]`. The same bytes every time. */
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { items, meeting } from './pack-text.ts'
import { openPrint, type Print } from './print-paper.ts'

const seat = z.object({ name: z.string(), title: z.string(), role: z.string() })
type Seat = z.output<typeof seat>

/** The pages that each item's papers take, by the item's number. */
type Ranges = ReadonlyMap<string, { from: number; to: number }>

/** The sample pack as a PDF. It is printed twice: the page ranges of the agenda follow from the papers. */
export async function samplePack(): Promise<Buffer> {
  const first = await printPack(new Map())
  const second = await printPack(first.ranges)
  return second.bytes
}

async function printPack(known: Ranges): Promise<{ bytes: Buffer; ranges: Ranges }> {
  const print = openPrint({
    title: `${meeting.committee}, ${meeting.date}: agenda pack`,
    author: meeting.council,
    created: new Date('2027-01-12T09:00:00Z'),
  })
  frontSheet(print, seats())
  agenda(print, known)
  const ranges = papers(print)
  return { bytes: await print.finish(), ranges }
}

function seats(): Seat[] {
  const rows: unknown = parse(readFileSync(new URL('committee.csv', import.meta.url)), {
    columns: true,
    bom: true,
  })
  return z.array(seat).parse(rows)
}

function frontSheet(print: Print, people: readonly Seat[]): void {
  print.right(meeting.address)
  print.right([...meeting.contact, `Published ${meeting.published}`])
  print.title(meeting.committee.toUpperCase())
  print.centred([meeting.date, meeting.time, meeting.room])
  print.heading('Members:')
  for (const [role, office] of [
    ['chair', 'Chair'],
    ['vice-chair', 'Vice Chair'],
  ] as const) {
    for (const one of people.filter((person) => person.role === role))
      print.text(`${one.title} ${one.name}, ${office}`)
  }
  print.text(`Councillors ${list(people, 'member')}.`)
  for (const one of people.filter((person) => person.role === 'co-optee')) {
    print.text(`Co-opted member: ${one.title} ${one.name} (Healthwatch Haverleigh)`)
  }
  print.text(`Substitutes: Councillors ${list(people, 'substitute')}.`)
  print.text(meeting.invitation)
  print.text(meeting.notice)
  print.text(meeting.director.join('\n'))
}

/** "Tom Fairlock, Mrs Anjali Nairn and Jo Ward": the shared title stands once before the list. */
function list(people: readonly Seat[], role: string): string {
  const names = people
    .filter((person) => person.role === role)
    .map((person) => `${person.title.replace(/^Councillor ?/, '')} ${person.name}`.trim())
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function agenda(print: Print, known: Ranges): void {
  print.page()
  print.title(meeting.committee)
  for (const item of items) {
    const range = known.get(item.number)
    const pages =
      range && (range.from === range.to ? `(Page ${range.from})` : `(Pages ${range.from} - ${range.to})`)
    print.item(item.number, item.title, item.papers ? (pages ?? '(Pages 00 - 00)') : undefined)
    print.under(item.description)
  }
}

function papers(print: Print): Ranges {
  const ranges = new Map<string, { from: number; to: number }>()
  print.numberFromHere()
  for (const item of items) {
    if (!item.papers) continue
    print.page()
    const from = print.pageNumber()
    print.blocks(item.papers)
    // Printed on both sides: each paper begins on the front of a sheet.
    if (print.pageNumber() % 2 === 1) print.blankPage()
    ranges.set(item.number, { from, to: print.pageNumber() })
  }
  return ranges
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = process.argv[2] ?? new URL('agenda-pack.pdf', import.meta.url)
  writeFileSync(file, await samplePack())
}
