import net from 'node:net'
import { expect, test, vi } from 'vitest'
import { readHtml } from '../../../src/documents/formats/html.ts'
import { readPaper } from '../../../src/documents/read-paper.ts'
import { bytesOf, mustRead, readText } from '../papers.ts'

const agenda = '<h1>Agenda</h1><p>1. Apologies</p><p>2. Minutes</p><p>3. Parking</p>'

test.each([
  ['a document type', `<!DOCTYPE html><html><body>${agenda}</body></html>`],
  [
    'comments and a declaration before it',
    `<?xml version="1.0"?>\n<!-- saved from url -->\n<html>${agenda}</html>`,
  ],
  ['no more than a heading', agenda],
  ['a screen of empty lines before it', `${'\r\n'.repeat(3000)}<html>${agenda}</html>`],
  ['no more than type', `<font size=2>${agenda}</font>`],
  ['half of it missing', `<html><body><div>${agenda}<table><tr><td`],
])('a web page is read whatever its name: with %s', async (_, html) => {
  const paper = mustRead(await readText(html, 'agenda.pdf'))
  expect([paper.format, paper.documents[0]?.items?.length]).toEqual(['html', 3])
})

test('a web page in UTF-16 is read', async () => {
  const bytes = new Uint8Array(Buffer.from(`\ufeff<html>${agenda}</html>`, 'utf16le'))
  expect(mustRead(await readPaper({ name: 'a.html', bytes })).format).toBe('html')
})

test('a page of 41 MB is refused before it is taken apart', async () => {
  const bytes = new Uint8Array(41 * 1024 * 1024).fill(32)
  bytes.set(bytesOf('<html>'))
  expect(await readPaper({ name: 'a.html', bytes })).toMatchObject({
    error: { code: 'too-large', limit: 40 * 1024 * 1024 },
  })
})

test('a page without words is empty', async () => {
  const html =
    '<html><head><title>Agenda</title></head><body><script>document.write("Agenda")</script></body></html>'
  expect(await readText(html, 'a.html')).toEqual({ ok: false, error: { code: 'empty', file: 'a.html' } })
})

test('nothing in a page is run or asked for', async () => {
  const connects = vi.spyOn(net.Socket.prototype, 'connect')
  const html = `<html><head><link rel="stylesheet" href="http://example.invalid/a.css"><script src="http://example.invalid/a.js"></script>
    <base href="http://example.invalid/"><meta http-equiv="refresh" content="0; url=http://example.invalid/"></head>
    <body onload="globalThis.ran = true"><img src="http://example.invalid/a.png" onerror="globalThis.ran = true">
    <iframe src="http://example.invalid/"></iframe><script>globalThis.ran = true</script>${agenda}</body></html>`
  expect(mustRead(await readText(html, 'a.html')).documents[0]?.items).toHaveLength(3)
  expect(connects).not.toHaveBeenCalled()
  expect('ran' in globalThis).toBe(false)
})

test('characters that nobody sees cannot change what a page says', () => {
  const page = readHtml(bytesOf('<p>Re&#x200b;pairs &#x202e;and&#x2066; da&shy;mp</p>'))
  expect(page.ok && page.pages[0]?.[0]?.text).toBe('Repairs and damp')
})

test.each([
  ['nested blocks', '<div>'.repeat(100_000)],
  ['nested tables', '<table><tr><td>a'.repeat(50_000)],
  ['nested lists', '<ul><li>a'.repeat(50_000)],
  ['nested terms', '<dl><dt>a<dd>'.repeat(50_000)],
  ['nested bold type', '<b>'.repeat(100_000)],
  [
    'a tag of 100,000 attributes',
    `<div ${Array.from({ length: 100_000 }, (_, at) => `a${at}=1`).join(' ')}>`,
  ],
  ['cells that span everything', `<table><tr>${'<td rowspan=60000 colspan=1000>x'.repeat(10_000)}`],
  ['spaces that do not break', '&nbsp;'.repeat(300_000)],
  ['a comment that never closes', `<!--${'-- >'.repeat(300_000)}`],
  ['one line of 5 MB', `<p>${'word '.repeat(1_000_000)}`],
  ['preformatted text of 5 MB', `<pre>${'word '.repeat(1_000_000)}`],
])(
  'a hostile page is read in good time: %s',
  async (_, html) => {
    const start = performance.now()
    await readText(`<html><body>${html}<p>Agenda`, 'hostile.html')
    expect(performance.now() - start).toBeLessThan(15_000)
  },
  30_000,
)

test('badly nested type that would become millions of elements is refused', async () => {
  const html = Array.from({ length: 20_000 }, (_, at) => `<p><font size=${at}>x</p>`).join('')
  expect(await readText(`<html>${html}`, 'a.html')).toMatchObject({ error: { code: 'damaged' } })
}, 30_000)

test('a table of 100,000 rows is read in good time', () => {
  const start = performance.now()
  const page = readHtml(bytesOf(`<table>${'<tr><td>Trees</td><td>Open</td></tr>'.repeat(100_000)}</table>`))
  expect(page.ok && page.pages[0]?.length).toBe(100_000)
  expect(performance.now() - start).toBeLessThan(15_000)
}, 30_000)
