import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainAddress, siteOf, whyNotAddress } from '../../src/publications/restricted-address-rules.ts'

describe('The address of a restricted paper', () => {
  test.each([
    'https://restricted.underfell.example',
    'https://restricted.underfell.example/s12345',
    'https://democracy.underfell.example/ieListDocuments.aspx?CId=141&MId=7000',
    'https://democracy.underfell.example/mgAi.aspx?ID=12345',
    'https://democracy.underfell.example/documents/s81234.pdf',
    'https://democracy.underfell.example/ieDecisionDetails.aspx?AIId=4711#l12',
    'https://underfell.sharepoint.com/_layouts/15/Doc.aspx?sourcedoc={0A1B2C3D-1111-2222-3333-444455556666}',
    'https://papers.underfell.example/members/restricted/0198a000-0000-7000-8000-000000000001',
    'https://papers.underfell.example/item/3f9a2b77c1',
  ])('by number is taken: %s', (address) => expect(whyNotAddress(address)).toBeUndefined())

  test.each([
    ['https://a.example/documents/s81234/Disposal%20of%20Land.pdf', 'path'],
    ['https://a.example/documents/Appendix-Harbourside-Lease', 'path'],
    ['https://a.example/SaleOfHarbourside2017', 'path'],
    ['https://a.example/s1/jones.pdf', 'path'],
    ['https://a.example/%E0%A4%A', 'path'],
    ['https://a.example/Doc.aspx?id=7&file=Settlement+with+Smith.docx', 'query'],
    ['https://a.example/item?harbourside=1', 'query'],
    ['https://a.example/s1#tender-of-acme', 'fragment'],
    ['https://a.example/جلسة', 'path'],
  ] as const)(
    'that reads like a title is refused, and the refusal does not repeat it: %s',
    (address, where) => expect(whyNotAddress(address)).toEqual({ code: 'speaks', where }),
  )

  test.each([
    '#health-scrutiny',
    '<#C0123>',
    'https://underfell.slack.com/files/U1/F2',
    'https://files.slack.com/files-pri/T1-F1/x.pdf',
    'slack://channel?id=C1',
  ])('never leads into Slack: %s', (address) => expect(whyNotAddress(address)).toEqual({ code: 'in-slack' }))

  test.each([
    'http://a.example/s1',
    'ftp://a.example/s1',
    'https://me:secret@a.example/s1',
    'the shared drive',
    '',
  ])('opens securely and holds no password: %s', (address) =>
    expect(whyNotAddress(address)).toEqual({ code: 'not-an-address' }),
  )

  test('is no longer than a button takes', () =>
    expect(whyNotAddress(`https://a.example/?id=${'1'.repeat(3_000)}`)).toEqual({
      code: 'too-long',
      limit: 3_000,
    }))

  test('is one however it is typed, and a clerk is shown its site alone', () => {
    expect(plainAddress(' HTTPS://A.example/s1 ')).toBe('https://a.example/s1')
    expect(siteOf('https://a.example/s1')).toBe('a.example')
  })

  test('holds no word of a title, wherever it is put', () => {
    const word = fc.constantFrom('Harbourside', 'tender', 'settlement', 'Acme', 'dismissal', 'Jones')
    const place = fc.constantFrom(
      (it: string) => `https://a.example/${it}/s1`,
      (it: string) => `https://a.example/documents/s1-${it}.pdf`,
      (it: string) => `https://a.example/s1?id=${it}`,
      (it: string) => `https://a.example/s1?${it}=1`,
      (it: string) => `https://a.example/s1#${it}`,
      (it: string) => `https://a.example/view${it}`,
    )
    fc.assert(fc.property(word, place, (one, at) => whyNotAddress(at(one))?.code === 'speaks'))
  })
})
