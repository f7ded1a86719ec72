// PDFs written object by object, where a printer would not write what the test needs.

/** What is drawn on a page, a line of text for each. */
export function content(lines: readonly string[]): string {
  return `BT /F1 11 Tf 14 TL 60 780 Td ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`
}

export function stream(bytes: Uint8Array | string, entries = ''): Buffer {
  const data = Buffer.from(bytes)
  return Buffer.concat([
    Buffer.from(`<< /Length ${data.length} ${entries} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ])
}

/** A file of these objects, numbered from 1; the first is its catalogue. */
export function pdfOf(objects: readonly (string | Buffer)[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places: number[] = []
  let length = 9
  const put = (part: Buffer): void => {
    parts.push(part)
    length += part.length
  }
  for (const [at, object] of objects.entries()) {
    places.push(length)
    put(Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]))
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const start = length
  put(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(parts))
}

export const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'

/** The dictionary of an A4 page whose font is object 4 and whose content is object 5. */
export function pageOf(entries = '', resources = ''): string {
  return `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> ${resources} >> /Contents 5 0 R ${entries} >>`
}

/** A file of one page; what else it needs is numbered from 6. */
export function filed(
  drawn: string | Buffer,
  page = pageOf(),
  more: readonly (string | Buffer)[] = [],
): Uint8Array {
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    page,
    FONT,
    typeof drawn === 'string' ? stream(drawn) : drawn,
    ...more,
  ])
}

export const AGENDA = ['Agenda', '1. Apologies', '2. Minutes', '3. Repairs and damp']

/** So many pages, each with a line of its own. */
export function longPdf(count: number, missing?: number): Uint8Array {
  const kids = Array.from({ length: count }, (_, at) => `${at === missing ? 999_999 : 5 + 2 * at} 0 R`).join(
    ' ',
  )
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    'null',
    FONT,
    ...Array.from({ length: count }, (_, at) => [
      pageOf().replace('5 0 R', `${6 + 2 * at} 0 R`),
      stream(content(at === 0 ? AGENDA : [`The panel heard of pier ${at}.`, 'NOT FOR PUBLICATION'])),
    ]).flat(),
  ])
}
