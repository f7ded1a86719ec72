// Papers as Modern.Gov links them: which is which, and where it may be opened.

import { readMarkup } from '../documents/formats/html.ts'
import { foldSpace } from '../documents/lines/clean-text.ts'

/**
 * Where a paper may be opened, or `undefined` where its link leads off the site: members are sent there,
 * and a page that was tampered with must not choose where to.
 */
export function paperAddress(link: string, page: URL): URL | undefined {
  if (!URL.canParse(link, page.href)) return undefined
  const url = new URL(link, page)
  if (url.username !== '' || url.password !== '' || !/^https?:$/.test(url.protocol)) return undefined
  if (url.host !== page.host) {
    // The service prints the site's chief name; watched by another of its names, the handler is there, too.
    const handler = /\/mgconvert2pdf\.aspx$/i.test(url.pathname)
    return handler ? new URL(`mgConvert2PDF.aspx${url.search}`, page) : undefined
  }
  // Sites that moved to https long ago still print their links as http.
  if (page.protocol === 'https:') url.protocol = 'https:'
  return url
}

/**
 * One paper has one key: the service names the handler "mgConvert2PDF.aspx?ID=60860", the page the file
 * "documents/s60860/Minutes.pdf". What belongs to the whole meeting is counted apart: "documents/b2586/…".
 */
export function paperKey(url: URL): string {
  const file = /\/documents\/([bs])(\d{1,9})\//i.exec(url.pathname)
  if (file?.[1] && file[2]) return `${file[1].toLowerCase()}${Number(file[2])}`
  const handled = /\/mgconvert2pdf\.aspx$/i.test(url.pathname)
  const id = handled ? [...url.searchParams].find(([name]) => name.toLowerCase() === 'id')?.[1] : undefined
  return id !== undefined && /^\d{1,9}$/.test(id) ? `s${Number(id)}` : url.href
}

/** Titles are escaped once for HTML and once more for XML ("Chair&amp;#39;s"). */
export function plainTitle(escaped: string): string {
  if (!/[&<]/.test(escaped)) return foldSpace(escaped)
  const reading = readMarkup(escaped)
  if (!reading.ok) return foldSpace(escaped)
  return foldSpace(
    reading.pages
      .flat()
      .map((line) => line.text)
      .join(' '),
  )
}
