import { expect, test } from 'vitest'
import type { PaperDocument } from '../../../src/documents/paper.ts'
import { readPaper } from '../../../src/documents/read-paper.ts'
import type { DocumentRecord } from '../../../src/documents/record.ts'
import { bytesOf, mustRead, plainAgenda } from '../papers.ts'
import { p, wordFile } from './word-files.ts'

const minutes = `Wexbourne Borough Council

HOUSING SCRUTINY PANEL

Minutes of the meeting held on Thursday 4 March 2027 at 2.00pm in the Tide Room, Civic Offices

Present:
Councillor Mrs Arkwell (Chair)
Councillors Boyce, Cardow and Eaves

Apologies: Councillor Dr Dellow

1. Declarations of Interest

There were none.

2. Minutes

RESOLVED that the minutes of the meeting held on 7 January 2027 be approved as a correct record.

3. Repairs and damp

The Panel considered the report of the Director.

On being put to the vote, the motion was carried, 3 for and 1 against.

RESOLVED that:

(a) the report be noted; and
(b) the Director report back in May.

The meeting closed at 3.40pm.
`

const paragraphsOf = (text: string): string[][] =>
  text
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''))
    .filter((block) => block.length > 0)

function asPage(text: string): Uint8Array {
  const body = paragraphsOf(text).map((lines) => `<p>${lines.join('<br>\n')}</p>`)
  return bytesOf(`<!DOCTYPE html><html><head><title>x</title></head><body>${body.join('\n')}</body></html>`)
}

function asWord(text: string): Uint8Array {
  return wordFile(
    paragraphsOf(text)
      .map((lines) => lines.map((line) => p(line)).join(''))
      .join('<w:p/>'),
  )
}

async function recordsOf(bytes: Uint8Array): Promise<DocumentRecord[]> {
  const { documents } = mustRead(await readPaper({ name: 'paper', bytes }))
  return documents.map(({ where: _, doubts: __, ...record }: PaperDocument) => record)
}

test.each([
  ['an agenda', plainAgenda],
  ['minutes', minutes],
])('%s says the same as a text, as a web page and as a Word document', async (_, text) => {
  const asText = await recordsOf(bytesOf(text))
  expect(asText[0]?.items?.length).toBe(3)
  expect(await recordsOf(asPage(text))).toEqual(asText)
  expect(await recordsOf(asWord(text))).toEqual(asText)
})
