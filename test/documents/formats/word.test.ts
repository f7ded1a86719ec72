import { expect, test } from 'vitest'
import { readWord } from '../../../src/documents/formats/word.ts'
import type { Line } from '../../../src/documents/lines/line.ts'
import { shown } from './lines-of.ts'
import { NAMESPACES, p, relations, table, wordFile, wordParts, zipOf } from './word-files.ts'

async function pagesOf(bytes: Uint8Array): Promise<Line[][]> {
  const word = await readWord(bytes)
  if (!word.ok) throw new Error(`not read: ${word.code}`)
  return word.pages
}

async function linesOf(body: string, more: { styles?: string; numbering?: string } = {}): Promise<Line[]> {
  return (await pagesOf(wordFile(body, more))).flat()
}

const run = (inner: string): string => `<w:p><w:r>${inner}</w:r></w:p>`

test('a paragraph is a line, a soft break begins another, and a tab parts cells', async () => {
  const lines = await linesOf(
    run('<w:t>Venue:</w:t><w:tab/><w:t>Tide Room</w:t><w:br/><w:t>Civic Offices</w:t>') + p('2.00 pm'),
  )
  expect(shown(lines)).toEqual(['Venue: | Tide Room', 'Civic Offices', '2.00 pm'])
})

test('runs that share a word are not torn apart, and hyphens that may not break are hyphens', async () => {
  const lines = await linesOf(
    '<w:p><w:r><w:t>Coun</w:t></w:r><w:proofErr/><w:r><w:t xml:space="preserve">cillor </w:t></w:r><w:hyperlink><w:r><w:t>Ann Lee</w:t></w:r></w:hyperlink><w:r><w:noBreakHyphen/><w:t>Moss</w:t></w:r></w:p>',
  )
  expect(shown(lines)).toEqual(['Councillor Ann Lee-Moss'])
})

test('a heading is what its style ranks or what is wholly bold', async () => {
  const styles = `<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>
    <w:style w:type="paragraph" w:styleId="Based"><w:name w:val="Item title"/><w:basedOn w:val="H"/></w:style>
    <w:style w:type="paragraph" w:styleId="Strong"><w:name w:val="Strong line"/><w:rPr><w:b/></w:rPr></w:style>`
  const lines = await linesOf(
    [
      p('Housing', { set: '<w:pStyle w:val="H"/>' }),
      p('Damp', { set: '<w:pStyle w:val="Based"/>' }),
      p('Repairs', { set: '<w:pStyle w:val="Strong"/>' }),
      p('Resolved', { run: '<w:b/>' }),
      p('Not so', { run: '<w:b w:val="0"/>', set: '<w:pStyle w:val="Strong"/>' }),
      `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Partly</w:t></w:r><w:r><w:t> so</w:t></w:r></w:p>`,
    ].join(''),
    { styles },
  )
  expect(lines.map(({ heading, level }) => [heading, level])).toEqual([
    [true, 2],
    [true, 2],
    [true, undefined],
    [true, undefined],
    [false, undefined],
    [false, undefined],
  ])
})

test('paragraphs stand apart by an empty one or by the space that their style gives', async () => {
  const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="Airy"><w:basedOn w:val="N"/><w:pPr><w:spacing w:after="160"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Close"><w:basedOn w:val="Airy"/><w:pPr><w:contextualSpacing/></w:pPr></w:style>`
  const airy = { set: '<w:pStyle w:val="Airy"/>' }
  const close = { set: '<w:pStyle w:val="Close"/>' }
  const lines = await linesOf(
    [p('1'), p('2'), '<w:p/>', p('3', airy), p('4', close), p('5', close), p('6')].join(''),
    { styles },
  )
  expect(lines.map(({ text, gapAbove }) => [text, gapAbove])).toEqual([
    ['1', true],
    ['2', false],
    ['3', true],
    ['4', true],
    ['5', false],
    ['6', true],
  ])
})

test('a row of a table is one line, and what only one cell goes on with follows it', async () => {
  const lines = await linesOf(
    table(
      ['Date', 'Recommendation', 'Status'],
      ['4 March', p('(1) That a visit be made.') + p('(2) That it be reported.'), 'Done'],
      [p('6 May') + p('Min. 4'), p('a') + p('b'), ''],
    ),
  )
  expect(shown(lines)).toEqual([
    '0:Date | 1:Recommendation | 2:Status',
    '0:4 March | 1:(1) That a visit be made. | 2:Done',
    '1:(2) That it be reported.',
    '0:6 May',
    '0:Min. 4',
    '1:a',
    '1:b',
  ])
  expect(lines.map((line) => line.row?.row)).toEqual([0, 1, 1, 2, 2, 2, 2])
})

test('merged cells keep their columns, and the lower part of one is empty', async () => {
  const merged = (how: string, text: string): string =>
    `<w:tc><w:tcPr><w:vMerge${how}/></w:tcPr>${p(text)}</w:tc>`
  const lines = await linesOf(
    `<w:tbl><w:tblGrid>${'<w:gridCol/>'.repeat(4)}</w:tblGrid>
      <w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('Wide')}</w:tc><w:tc>${p('Third')}</w:tc></w:tr>
      <w:tr>${merged(' w:val="restart"', 'Tall')}<w:tc>${p('b')}</w:tc></w:tr>
      <w:tr>${merged('', 'hidden')}<w:tc>${p('c')}</w:tc></w:tr>
      <w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr><w:tc>${p('Later')}</w:tc></w:tr></w:tbl>`,
  )
  expect(shown(lines)).toEqual(['0:Wide | 2:Third', '0:Tall | 1:b', '1:c', '2:Later'])
})

test('the head of a column that runs over two paragraphs is one', async () => {
  const lines = await linesOf(
    `<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>
      <w:tc>${p('Responsible') + p('Officer')}</w:tc><w:tc>${p('Due') + p('date')}</w:tc></w:tr></w:tbl>`,
  )
  expect(shown(lines)).toEqual(['0:Responsible Officer | 1:Due date'])
})

test('a table of one column is only a frame, and a table in a cell keeps its own rows', async () => {
  const lines = await linesOf(table([p('Framed') + table(['a', 'b'], ['c', 'd'])]))
  expect(shown(lines)).toEqual(['Framed', '0:a | 1:b', '0:c | 1:d'])
  const inside = await linesOf(table(['1.', p('Title') + table(['a', 'b'])]))
  expect(shown(inside)).toEqual(['0:1. | 1:Title', '0:a | 1:b'])
  expect(inside.map((line) => line.row?.table)).toEqual([0, 1])
})

test('insertions are read, deletions are not, and a deleted row is no row', async () => {
  const lines = await linesOf(
    `<w:p><w:r><w:t xml:space="preserve">That the plan be </w:t></w:r><w:del><w:r><w:delText>refused</w:delText></w:r></w:del><w:ins><w:r><w:t>approved</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> gone</w:t></w:r></w:moveFrom></w:p>
     <w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:trPr><w:del/></w:trPr><w:tc>${p('x')}</w:tc><w:tc>${p('y')}</w:tc></w:tr><w:tr><w:tc>${p('kept')}</w:tc><w:tc>${p('too')}</w:tc></w:tr></w:tbl>`,
  )
  expect(shown(lines)).toEqual(['That the plan be approved', '0:kept | 1:too'])
})

test('a paragraph whose end was deleted goes on in the next', async () => {
  const lines = await linesOf(
    `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">That it </w:t></w:r></w:p>${p('be noted.')}`,
  )
  expect(shown(lines)).toEqual(['That it be noted.'])
})

test('a text box is read once, hidden text and placeholders not at all', async () => {
  const box = `<w:txbxContent>${p('Agenda Item 5')}</w:txbxContent>`
  const lines = await linesOf(
    `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent><w:t>Report</w:t></w:r>
      <w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r></w:p>
     <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('Click here to enter text.')}</w:sdtContent></w:sdt>
     <w:sdt><w:sdtPr/><w:sdtContent>${p('Entered')}</w:sdtContent></w:sdt>`,
  )
  expect(shown(lines)).toEqual(['Agenda Item 5', 'Report', 'Entered'])
})

test('of a field its result is read, not its instruction', async () => {
  const char = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const text = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
  const lines = await linesOf(
    `<w:p>${text('Held on ')}${char('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>${char('begin')}${text('inner')}${char('end')}${char('separate')}${text('4 March 2027')}${char('end')}${text('.')}</w:p>
     <w:p>${char('begin')}<w:r><w:instrText>never closed</w:instrText></w:r></w:p>${p('Still read')}`,
  )
  expect(shown(lines)).toEqual(['Held on 4 March 2027.', 'Still read'])
})

test('pages end where the author or Word ended them, and only once', async () => {
  const rendered = '<w:lastRenderedPageBreak/>'
  const pages = await pagesOf(
    wordFile(
      [
        run('<w:t>one</w:t><w:br w:type="page"/>'),
        run(`${rendered}<w:t>two</w:t>`),
        run(`<w:t>also two </w:t>${rendered}<w:t>and on</w:t>`),
        run('<w:t>three</w:t>'),
        p('four', { set: '<w:pageBreakBefore/>' }),
        table([run(`<w:t>a</w:t>${rendered}`), run(`<w:t>b</w:t>${rendered}`)]),
        p('five'),
      ].join(''),
    ),
  )
  expect(pages.map((lines) => shown(lines))).toEqual([
    ['one'],
    ['two', 'also two and on'],
    ['three'],
    ['four', '0:a | 1:b'],
    ['five'],
  ])
  expect(pages.flat().map(({ page, line }) => [page, line])).toContainEqual([4, 2])
})

test('only the main part is read: no headers, footers, notes or what is linked from outside', async () => {
  const parts = wordParts(
    `${p('The report')}<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p><w:altChunk r:id="r9"/><w:sectPr><w:headerReference r:id="r3"/></w:sectPr>`,
  )
  const bytes = zipOf({
    ...parts,
    'word/header1.xml': `<w:hdr ${NAMESPACES}>${p('Header')}</w:hdr>`,
    'word/footnotes.xml': `<w:footnotes ${NAMESPACES}>${p('Note')}</w:footnotes>`,
    'word/_rels/document.xml.rels': relations(
      ['styles', 'http://example.invalid/styles.xml', 'External'],
      ['image', 'http://example.invalid/a.png', 'External'],
      ['attachedTemplate', 'file://example.invalid/t.dotm', 'External'],
      ['aFChunk', 'http://example.invalid/chunk.html', 'External'],
    ),
  })
  expect(shown((await pagesOf(bytes)).flat())).toEqual(['The report'])
})

test('the main part is found by its relation, and its names by their namespace', async () => {
  const bytes = zipOf({
    '_rels/.rels': relations(['officeDocument', '/word/document2.xml']),
    'word/document2.xml':
      '<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><r><rPr><x:b x:val="1"/></rPr><t>Strict</t></r></p></body></document>',
  })
  const [line] = (await pagesOf(bytes)).flat()
  expect(line).toMatchObject({ text: 'Strict', heading: true })
})
