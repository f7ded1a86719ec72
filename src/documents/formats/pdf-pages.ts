import { availableParallelism } from 'node:os'
import { moduleBeside, sharedCopy, startThread } from '../thread.ts'
import { type LaidOutPage, layOut } from './pdf-layout.ts'
import { pageContent } from './pdf-page.ts'
import { openPdf, type Pdfium, type PdfiumCode, pdfiumCode, Unreadable } from './pdfium.ts'

/** For fewer pages a second thread takes as long to start as it saves. */
const WORTH_TWO = 200
const PAGES_AT_ONCE = 8
/** A hostile page can hold more than a thread should: what needs more is not read. */
const HEAP_MB = 400

/** What two threads that read one file have in common. */
export interface SharedReading {
  code: PdfiumCode
  bytes: Uint8Array
  count: number
  /** The first page that nobody has taken yet. */
  next: Int32Array
}

/** What the second thread says: a page, that there are no more, or that PDFium cannot read the file. */
export type HelperSays = { page: ReadPage } | { done: true } | { unreadable: true }

export interface ReadPage {
  index: number
  page: LaidOutPage
}

/** The pages of a PDF as they are laid out. A long one is read by two threads, each taking the next pages in turn. */
export async function pagesOf(bytes: Uint8Array): Promise<LaidOutPage[]> {
  const code = await pdfiumCode()
  const pdfium = await openPdf(bytes, code)
  const count = pdfium.call.countPages(pdfium.file)
  const alone = { code, bytes, count, next: new Int32Array(1) }
  if (count < WORTH_TWO || availableParallelism() < 2) return inOrder([...readInTurn(pdfium, alone)])

  const shared = { ...alone, bytes: sharedCopy(bytes), next: new Int32Array(new SharedArrayBuffer(4)) }
  const helper = startHelper(shared)
  try {
    const own = [...readInTurn(pdfium, shared)]
    return inOrder([...own, ...(await helper.pages)])
  } finally {
    helper.end()
  }
}

/** Read the pages that nobody has taken yet, until there are none. */
export function* readInTurn(pdfium: Pdfium, { count, next }: SharedReading): Generator<ReadPage> {
  for (;;) {
    const first = Atomics.add(next, 0, PAGES_AT_ONCE)
    if (first >= count) return
    for (let index = first; index < Math.min(first + PAGES_AT_ONCE, count); index += 1)
      yield { index, page: layOut(pageContent(pdfium, index), index + 1) }
  }
}

function inOrder(pages: ReadPage[]): LaidOutPage[] {
  return pages.sort((one, other) => one.index - other.index).map(({ page }) => page)
}

function startHelper(shared: SharedReading): { pages: Promise<ReadPage[]>; end(): void } {
  const worker = startThread(moduleBeside(import.meta.url, 'pdf-pages-thread'), {
    workerData: shared,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  const pages = new Promise<ReadPage[]>((resolve, reject) => {
    const read: ReadPage[] = []
    worker.on('message', (said: HelperSays) => {
      if ('page' in said) read.push(said.page)
      else if ('done' in said) resolve(read)
      else reject(new Unreadable('damaged'))
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('the second thread ended before its pages were read')))
  })
  // Whoever reads along may fail first, and then nobody waits for this one.
  pages.catch(() => undefined)
  return { pages, end: () => void worker.terminate() }
}
