import { LANGUAGE, type Paper, type PaperPart, printable } from './paper-parts.ts'

/**
 * A paper as one page of HTML for a council's site: language, headings in order, tables with header cells and
 * their scope, no script. Whatever people wrote is text and never markup (law 11).
 */
export function htmlOf(paper: Paper): Uint8Array {
  const title = escapeHtml(paper.title)
  const page = [
    '<!doctype html>',
    `<html lang="${LANGUAGE}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<main${paper.isWide ? ' class="wide"' : ''}>`,
    `<h1>${title}</h1>`,
    ...(paper.under ?? []).map((line) => `<p><strong>${escapeHtml(line)}</strong></p>`),
    ...partsOf(paper.parts),
    '</main>',
    '</body>',
    '</html>',
  ]
  return new TextEncoder().encode(`${page.join('\n')}\n`)
}

function escapeHtml(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

type Entry = Extract<PaperPart, { code: 'entry' }>

/** Entries that follow each other are one list; the others each stand for themselves. */
function partsOf(parts: readonly PaperPart[]): string[] {
  const page: string[] = []
  let list: Entry[] = []
  const close = () => {
    if (list.length > 0) page.push(listOf(list))
    list = []
  }
  for (const part of parts) {
    if (part.code === 'entry') {
      list.push(part)
      continue
    }
    close()
    page.push(drawn(part))
  }
  close()
  return page
}

function drawn(part: Exclude<PaperPart, Entry>): string {
  switch (part.code) {
    case 'heading': {
      const level = part.level ?? 2
      return `<h${level}>${escapeHtml(part.text)}</h${level}>`
    }
    case 'paragraph': {
      const text = escapeHtml(part.text)
      return part.isStrong ? `<p><strong>${text}</strong></p>` : `<p>${text}</p>`
    }
    case 'table':
      return tableOf(part)
    case 'image':
      return `<p><img src="data:image/png;base64,${Buffer.from(part.png).toString('base64')}" alt="${escapeHtml(part.alt)}" width="${part.width}" height="${part.height}"></p>`
  }
}

function tableOf({ caption, head, rows, shares }: Extract<PaperPart, { code: 'table' }>): string {
  const headCells = head.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('')
  const bodyRows = rows.map((cells) => {
    const row = cells.map((text, at) =>
      at === 0 ? `<th scope="row">${linesOf(text)}</th>` : `<td>${linesOf(text)}</td>`,
    )
    return `<tr>${row.join('')}</tr>`
  })
  return [
    '<table>',
    ...(caption === undefined ? [] : [`<caption>${escapeHtml(caption)}</caption>`]),
    ...(shares
      ? [`<colgroup>${shares.map((share) => `<col style="width:${share}%">`).join('')}</colgroup>`]
      : []),
    `<thead><tr>${headCells}</tr></thead>`,
    `<tbody>${bodyRows.join('\n')}</tbody>`,
    '</table>',
  ].join('\n')
}

/** A cell of several lines. */
function linesOf(text: string): string {
  return text.split('\n').map(escapeHtml).join('<br>')
}

/** Lists within lists by depth; the numbers are text, as in the Word document. */
function listOf(entries: readonly Entry[]): string {
  const html: string[] = []
  let open = 0
  for (const { label, text, depth } of entries) {
    const wanted = depth + 1
    if (wanted <= open) html.push('</li>')
    while (open > wanted) {
      html.push('</ul></li>')
      open -= 1
    }
    // A list stands inside an entry: where depths are left out, an entry without words holds it.
    while (open < wanted) {
      html.push(open + 1 < wanted ? '<ul><li>' : '<ul>')
      open += 1
    }
    html.push(`<li>${escapeHtml(label)} ${escapeHtml(text)}`)
  }
  while (open > 0) {
    html.push('</li></ul>')
    open -= 1
  }
  return html.join('')
}

/** Readable on paper and telephones; black on white. */
const STYLE =
  'body{font-family:Arial,Helvetica,sans-serif;line-height:1.5;color:#000;background:#fff;margin:0}main{max-width:45em;margin:0 auto;padding:1em}main.wide{max-width:75em}ul{list-style:none;padding-left:1.5em}table{border-collapse:collapse;width:100%}th,td{border:1px solid #000;padding:.3em;text-align:left;vertical-align:top}caption{text-align:left;font-weight:bold}main.wide tbody th{font-weight:normal}'
