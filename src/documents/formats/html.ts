import type { Line } from '../lines/line.ts'
import { decodePage } from './decode.ts'
import { openFlow } from './flow.ts'
import { contentOf } from './html-content.ts'
import { writeContent } from './html-lines.ts'
import { htmlTree } from './html-tree.ts'

export type PageReading = { ok: true; pages: Line[][] } | { ok: false; code: 'damaged' }

/** The words of a web page in reading order, without what the site has around them. Nothing in it is run or fetched. */
export function readHtml(bytes: Uint8Array): PageReading {
  return readMarkup(decodePage(bytes))
}

export function readMarkup(markup: string): PageReading {
  const page = htmlTree(markup)
  if (!page) return { ok: false, code: 'damaged' }
  const flow = openFlow()
  writeContent(contentOf(page), flow)
  return { ok: true, pages: flow.pages() }
}
