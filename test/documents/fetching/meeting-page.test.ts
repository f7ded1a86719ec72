import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linksOn, packBeside } from '../../../src/documents/fetching/meeting-page.ts'

const page = new URL('https://democracy.wexbourne.example/ieListDocuments.aspx?CId=206&MId=718&Ver=4')
const packOn = (href: string) => linksOn(`<a  href="${href}" title="Link">Pack</a>`, page, '718').pack?.href
const PACK = 'https://democracy.wexbourne.example/documents/g718/'

describe('the pack on a meeting’s page', () => {
  test.each([
    [
      'documents/g718/Public reports pack 01st-Jun-2027 10.30 Health.pdf?T=10',
      'Public%20reports%20pack%2001st-Jun-2027%2010.30%20Health.pdf?T=10',
    ],
    ['/documents/g718/Public%20reports%20pack.pdf?T=10', 'Public%20reports%20pack.pdf?T=10'],
    ['documents/g0718/Agenda+reports+pack.pdf?T=10&amp;Info=1', undefined],
    ['http://democracy.wexbourne.example/documents/g718/Pack.pdf?T=10', 'Pack.pdf?T=10'],
    ['documents/g718/Children&#39;s Panel.pdf?T=10', 'Children%27s%20Panel.pdf?T=10'],
    ['documents/g718/Children&amp;#39;s Panel.pdf?T=10', 'Children%27s%20Panel.pdf?T=10'],
    ['documents/g718/Health &amp;amp; Care.pdf?T=10', 'Health%20&%20Care.pdf?T=10'],
  ])('is found in %s', (href, end) => {
    const found = packOn(href)
    if (end === undefined) expect(found).toContain('/documents/g0718/')
    else expect(found?.replaceAll("'", '%27')).toBe(`${PACK}${end}`)
  })

  test.each([
    ['the front sheet', 'documents/g718/Agenda frontsheet.pdf?T=0'],
    ['the printed minutes', 'documents/g718/Printed minutes.pdf?T=1'],
    ['the decisions', 'documents/g718/Decisions.pdf?T=2'],
    ['the pack with the closed papers', 'documents/g718/Private reports pack.pdf?T=11'],
    ['a supplement', 'documents/b2586/Supplement.pdf?T=9'],
    ['a report', 'documents/s10024/Work programme.pdf'],
    ['another meeting’s pack', 'documents/g717/Public reports pack.pdf?T=10'],
    ['a plan', 'documents/l718/Printed plan.pdf?T=10'],
    ['what is not an address', 'http://[/documents/g718/x.pdf?T=10'],
    ['on another site', 'https://evil.example/documents/g718/Public reports pack.pdf?T=10'],
    ['behind a password', 'https://clerk:secret@democracy.wexbourne.example/documents/g718/Pack.pdf?T=10'],
    ['a scheme of its own', 'javascript:/documents/g718/x.pdf?T=10'],
    ['a script', 'javascript:open("/documents/g718/x.pdf?T=10")'],
  ])('is not %s', (_what, href) => {
    expect(packOn(href)).toBeUndefined()
  })

  test('is found whatever quotes and capitals the page uses', () => {
    expect(linksOn("<A HREF = 'documents/g718/Pack.pdf?T=10'>", page, '718').pack?.href).toBe(
      `${PACK}Pack.pdf?T=10`,
    )
  })

  test('may be one that a reader chooses, beside the front sheet', () => {
    const html = `<a href="mgChooseDocPack.aspx?ID=718">Agenda reports pack</a>
      <a href="mgChooseDocPack.aspx?ID=717">Last meeting</a>
      <a href="documents/g718/Agenda frontsheet 01st-Jun-2027 10.30 Health.pdf?T=0">Agenda frontsheet</a>`
    const links = linksOn(html, page, '0718')
    expect(links.pack).toBeUndefined()
    expect(links.choosePack?.search).toBe('?ID=718')
    expect(links.frontSheet && packBeside(links.frontSheet).href).toBe(
      `${PACK}Public%20reports%20pack%2001st-Jun-2027%2010.30%20Health.pdf?T=10`,
    )
  })

  test('is on the site of the page, whatever the page links', () => {
    const href = fc.oneof(
      fc.webUrl({ withQueryParameters: true }),
      fc.string(),
      fc.constant('documents/g718/'),
    )
    fc.assert(
      fc.property(href, fc.string(), (start, end) => {
        const links = linksOn(`<a href="${start}documents/g718/${end}?T=10">`, page, '718')
        expect(links.pack?.origin ?? page.origin).toBe(page.origin)
      }),
    )
  })

  test('a hostile page is looked through in no time', () => {
    const hostile = [
      'href="'.repeat(200_000),
      'href='.repeat(200_000),
      `href="${'&#'.repeat(300_000)}"`,
      'href  '.repeat(200_000),
    ]
    const begun = performance.now()
    for (const html of hostile) linksOn(html, page, '718')
    expect(performance.now() - begun).toBeLessThan(2_000)
  })
})
