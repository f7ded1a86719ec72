import { expect, test } from 'vitest'
import { fileNameOf } from '../../../src/documents/fetching/file-name.ts'

test.each([
  ['https://a.example/documents/g1/Public%20reports%20pack.pdf?T=10', null, 'Public reports pack.pdf'],
  ['https://a.example/documents/g1/Public+reports+pack.pdf', null, 'Public reports pack.pdf'],
  ['https://a.example/50%25%20or%2050%.pdf', null, '50%25%20or%2050%.pdf'],
  ['https://a.example/packs/', null, 'packs'],
  ['https://a.example/', null, 'a.example'],
  ['https://a.example/mgConvert2PDF.aspx?ID=9', 'inline; filename="Agenda, March.pdf"', 'Agenda, March.pdf'],
  ['https://a.example/get?id=9', 'attachment; filename=pack.pdf; size=9', 'pack.pdf'],
  [
    'https://a.example/get?id=9',
    "attachment; filename=a.pdf; filename*=UTF-8''Agenda%20%E2%80%93%20May.pdf",
    'Agenda – May.pdf',
  ],
  ['https://a.example/get?id=9', 'attachment; filename="../../etc/passwd"', 'passwd'],
  ['https://a.example/get?id=9', 'attachment; filename="a\u202efdp.exe\u001b[2J.pdf"', 'afdp.exe[2J.pdf'],
  ['https://a.example/get?id=9', 'attachment', 'get'],
])('the file at %s (%s) is called %s', (address, disposition, name) => {
  expect(fileNameOf(new URL(address), disposition)).toBe(name)
})

test('a name without end is cut', () => {
  expect(fileNameOf(new URL(`https://a.example/${'x'.repeat(5_000)}.pdf`))).toHaveLength(150)
})
