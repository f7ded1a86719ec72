import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHtml } from '../../../src/documents/formats/html.ts'
import type { Line } from '../../../src/documents/lines/line.ts'
import { bytesOf } from '../papers.ts'
import { shown } from './lines-of.ts'

function linesOf(html: string | Uint8Array): Line[] {
  const page = readHtml(typeof html === 'string' ? bytesOf(html) : html)
  if (!page.ok) throw new Error(`not read: ${page.code}`)
  return page.pages.flat()
}

test('blocks are lines, and paragraphs stand apart', () => {
  const lines = linesOf(
    '<div>Wexbourne <b>Borough</b>\n Council</div><div>Housing Panel</div><p>4 March<br>2.00 pm</p><p>&nbsp;</p>Tide&nbsp;Room<br><br>Agenda',
  )
  expect(lines.map(({ text, gapAbove }) => [text, gapAbove])).toEqual([
    ['Wexbourne Borough Council', true],
    ['Housing Panel', false],
    ['4 March', true],
    ['2.00 pm', false],
    ['Tide Room', true],
    ['Agenda', true],
  ])
})

test('headings are ranked ones and what is wholly bold', () => {
  const lines = linesOf(
    '<h2>Agenda</h2><p><strong>1. Apologies</strong></p><p style="font-weight: bold">2. Minutes</p><p><b>RESOLVED</b> that</p>',
  )
  expect(lines.map(({ heading, level }) => [heading, level])).toEqual([
    [true, 2],
    [true, undefined],
    [true, undefined],
    [false, undefined],
  ])
})

test('what a site has around its content is left out', () => {
  const lines = linesOf(`<body><a class="skip-link" href="#c">Skip to main content</a>
    <header><h1>Wexbourne Town Council</h1><nav><ul><li>Home</li></ul></nav></header>
    <div id="cookie-banner" class="cookie-notice">We use cookies</div>
    <main><nav class="breadcrumb">Home &gt; Meetings</nav>
      <article><header><h1>Minutes of 4 March 2027</h1></header>
        <p>Present: <span aria-hidden="true">*</span>Cllr Lee <span class="sr-only">opens in a new window</span></p>
        <p hidden>Draft notes</p><p style="display:none">More</p><script>document.write('x')</script><noscript>Turn scripts on</noscript>
        <button>Print</button>
      </article></main>
    <aside>News</aside><footer>Copyright</footer></body>`)
  expect(shown(lines)).toEqual(['Minutes of 4 March 2027', 'Present: Cllr Lee'])
})

test('what surrounds a page is known by its names too', () => {
  const lines = linesOf(`<body class="page-with-menu"><div id="header"><h1>Wexbourne</h1></div>
    <div class="top-menu"><ul><li>Minutes</li></ul></div><ul class="wp-block-navigation"><li>Home</li></ul>
    <div class="has-sidebar content-with-menu"><p>Agenda</p></div>
    <div class="sidebar">News</div><div id="footer">Contact</div></body>`)
  expect(shown(lines)).toEqual(['Agenda'])
})

test('a page without a main part, or with one that holds next to nothing, is read as a whole', () => {
  const words = 'The Council resolved to approve the accounts for the year. '.repeat(5)
  expect(linesOf(`<body><main><p>Loading</p></main><div><p>${words}</p></div></body>`)).toHaveLength(2)
  expect(linesOf(`<body><div id="content"><p>${words}</p></div><div>Sponsor</div></body>`)).toHaveLength(1)
})

test('a header is the title of the paper inside its content, and where it leads nowhere', () => {
  const header = '<header><h1>Minutes</h1></header>'
  expect(shown(linesOf(`<body>${header}<p>x</p></body>`))).toEqual(['Minutes', 'x'])
  expect(
    shown(
      linesOf(
        `<body><header><a href="/">Wexbourne</a></header><div id="content">${header}<p>x</p></div></body>`,
      ),
    ),
  ).toEqual(['Minutes', 'x'])
})

test('the hidden title of a page says what the page is', () => {
  expect(
    shown(linesOf('<div role="main"><h1 style="display: none;">Agenda and minutes</h1><p>x</p></div>')),
  ).toEqual(['Agenda and minutes', 'x'])
})

test('lists are numbered and marked as they are shown', () => {
  const lines =
    linesOf(`<ol><li>Apologies</li><li>Minutes<ol type="a"><li>March</li><li value="4">April</li></ol></li></ol>
    <ol start="7" style="list-style-type: upper-roman"><li><p>Seven</p><p>and more</p></li></ol>
    <ul><li>Bullet</li></ul><ul style="list-style: none"><li>Plain</li></ul>`)
  expect(shown(lines)).toEqual([
    '1. | Apologies',
    '2. | Minutes',
    'a. | March',
    'd. | April',
    'VII. | Seven',
    'and more',
    '* Bullet',
    'Plain',
  ])
})

test('the rows of a table keep their columns, also where cells span', () => {
  const lines =
    linesOf(`<table><thead><tr><th>Responsible<br>officer</th><th>Action</th><th>Status</th></tr></thead>
    <tbody><tr><td rowspan="2">A Moss</td><td><p>Write to the Trust</p><p>and chase</p></td><td>Open</td></tr>
    <tr><td colspan="2">Report back</td></tr><tr><td></td><td>x</td></table>`)
  expect(shown(lines)).toEqual([
    '0:Responsible officer | 1:Action | 2:Status',
    '0:A Moss | 1:Write to the Trust | 2:Open',
    '1:and chase',
    '1:Report back',
    '1:x',
  ])
  expect(lines.map((line) => line.row)).toEqual([0, 1, 1, 2, 3].map((row) => ({ table: 0, row })))
})

test('a layout table gives the number of an item and its title, then what is under it, in order', () => {
  const lines =
    linesOf(`<table class="mgItemTable"><tr><th class="mgHide">No.</th><th class="mgHide">Item</th></tr>
    <tr><td><p class="mgAiTitleTxt">1.</p></td><td><p class="mgAiTitleTxt"><a href="x.pdf">Apologies <span>PDF 120 KB</span></a></p>
    <p class="mgSubItemTitleTxt">Minutes:</p><div class="WordSection1"><p>None were received.</p>
    <table><tr><td>Name</td><td>Interest</td></tr></table></div></td></tr></table>`)
  expect(shown(lines)).toEqual([
    '0:No. | 1:Item',
    '0:1. | 1:Apologies PDF 120 KB',
    '1:Minutes:',
    '1:None were received.',
    '0:Name | 1:Interest',
  ])
  expect(lines.map(({ heading }) => heading)).toEqual([false, true, true, false, false])
})

test('terms and what they mean are the two columns of a table', () => {
  const lines = linesOf(
    '<dl><dt>Date</dt><dd>4 March 2027</dd><div><dt>Venue</dt><dd>Tide Room</dd></div></dl>',
  )
  expect(shown(lines)).toEqual(['0:Date | 1:4 March 2027', '0:Venue | 1:Tide Room'])
})

test('what Word writes for numbers and bullets is taken apart', () => {
  const lines =
    linesOf(`<p><span>3.1<span>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;</span></span><span>A report had gone round.</span></p>
    <p><span>&middot;<span>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;</span></span> <span>Rosa Moss</span></p>`)
  expect(shown(lines)).toEqual(['3.1 | A report had gone round.', '* Rosa Moss'])
})

test('preformatted text keeps its lines and its cells', () => {
  expect(shown(linesOf('<pre>Agenda\n\n1.   Apologies\n2.\tMinutes</pre>'))).toEqual([
    'Agenda',
    '1. | Apologies',
    '2. | Minutes',
  ])
})

test('a page break of Word begins a page', () => {
  const page = readHtml(bytesOf('<p>One</p><br style="page-break-before: always"><p>Two</p>'))
  expect(page.ok && page.pages.map((lines) => shown(lines))).toEqual([['One'], ['Two']])
})

test.each([
  ['UTF-8 that says nothing', Buffer.from('<p>Siân’s £5</p>')],
  [
    'UTF-8 with one broken byte',
    Buffer.concat([Buffer.from('<p>Siân’s £5'), Buffer.from([0xff]), Buffer.from('</p>')]),
  ],
  [
    'Windows-1252 that says Latin-1',
    Buffer.from('<meta charset="iso-8859-1"><p>Si\u00e2n\u0092s \u00a35</p>', 'latin1'),
  ],
  ['Windows-1252 that says nothing', Buffer.from('<p>Si\u00e2n\u0092s \u00a35</p>', 'latin1')],
  ['UTF-16 with its mark', Buffer.from('\ufeff<p>Siân’s £5</p>', 'utf16le')],
  [
    'a name nobody knows',
    Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=x-nobody"><p>Siân’s £5</p>'),
  ],
])('a page is read in its own characters: %s', (_, bytes) => {
  expect(linesOf(new Uint8Array(bytes))[0]?.text.replace('\ufffd', '')).toBe('Siân’s £5')
})

test('whatever words a page holds, each is read once and in order', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/)
  const wrap = fc.constantFrom('p', 'div', 'li', 'td', 'b', 'span', 'h3', 'dd', 'section')
  fc.assert(
    fc.property(fc.array(fc.tuple(wrap, word), { minLength: 1, maxLength: 40 }), (parts) => {
      const html = parts.map(([tag, text]) => `<${tag}>${text} </${tag}>`).join('')
      const read = linesOf(`<body>${html}</body>`).flatMap(({ text }) => text.split(' '))
      expect(read).toEqual(parts.map(([, text]) => text))
    }),
  )
})

test('a list whose entries are headed is printed as sections, without numbers', () => {
  const lines = linesOf(
    '<ol class="business"><li>\n <h4>Apologies</h4><p>None.</p></li><li><h4>Lighting</h4>No issues.</li></ol>',
  )
  expect(lines.map(({ text }) => text)).toEqual(['Apologies', 'None.', 'Lighting', 'No issues.'])
})
