import { availableParallelism } from 'node:os'
import { moduleBeside, sharedCopy, startThread } from '../thread.ts'
import { type LaidOutPage, layOut } from './pdf-layout.ts'
import { pageContent } from './pdf-page.ts'
import { openPdf, type Pdfium, type PdfiumCode, pdfiumCode } from './pdfium.ts'

/** For fewer pages a second thread takes as long to start as it saves. */
const WORTH_TWO = 200
/** Each costs some processor time of its own, for a thread and its start, whether it saves any or not. */
const MOST_HELPERS = 2
const PAGES_AT_ONCE = 8
/** A hostile page can hold more than a thread should: what needs more is not read. */
const HEAP_MB = 400

/** What the threads that read one file have in common. */
export interface SharedReading {
  code: PdfiumCode
  bytes: Uint8Array
  count: number
  /** The first page that nobody has taken yet. */
  next: Int32Array
}

export interface ReadPage {
  index: number
  page: LaidOutPage
}

/** What a helper says when there are no more pages. */
export const NO_MORE = 'no more'

/** The pages of a PDF as they are laid out. A long one is read by several threads, each taking the next pages in turn. */
export async function pagesOf(bytes: Uint8Array): Promise<LaidOutPage[]> {
  const code = await pdfiumCode()
  const pdfium = await openPdf(bytes, code)
  const count = pdfium.call.countPages(pdfium.file)
  const alone = { code, bytes, count, next: new Int32Array(1) }
  const helpers = count < WORTH_TWO ? 0 : Math.min(MOST_HELPERS, availableParallelism() - 1)
  const read =
    helpers === 0
      ? readInTurn(pdfium, alone)
      : await readTogether(pdfium, helpers, {
          ...alone,
          bytes: sharedCopy(bytes),
          next: new Int32Array(new SharedArrayBuffer(4)),
        })
  const pages = new Map<number, LaidOutPage>()
  for (const { index, page } of read) pages.set(index, page)
  // Where a helper failed, what it had taken is read here, and fails here if it is the file's fault.
  return Array.from({ length: count }, (_, index) => pages.get(index) ?? readPage(pdfium, index))
}

async function readTogether(pdfium: Pdfium, count: number, shared: SharedReading): Promise<ReadPage[]> {
  const helpers = Array.from({ length: count }, () => startHelper(shared))
  try {
    const own = [...readInTurn(pdfium, shared)]
    const theirs = await Promise.all(helpers.map((helper) => helper.pages))
    return [...own, ...theirs.flat()]
  } finally {
    for (const helper of helpers) helper.end()
  }
}

/** Read the pages that nobody has taken yet, until there are none. */
export function* readInTurn(pdfium: Pdfium, { count, next }: SharedReading): Generator<ReadPage> {
  for (;;) {
    const first = Atomics.add(next, 0, PAGES_AT_ONCE)
    if (first >= count) return
    for (let index = first; index < Math.min(first + PAGES_AT_ONCE, count); index += 1)
      yield { index, page: readPage(pdfium, index) }
  }
}

function readPage(pdfium: Pdfium, index: number): LaidOutPage {
  return layOut(pageContent(pdfium, index), index + 1)
}

function startHelper(shared: SharedReading): { pages: Promise<ReadPage[]>; end(): void } {
  const worker = startThread(moduleBeside(import.meta.url, 'pdf-pages-thread'), {
    workerData: shared,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  const pages = new Promise<ReadPage[]>((resolve) => {
    const read: ReadPage[] = []
    const stop = (): void => resolve(read)
    worker.on('message', (said: ReadPage | typeof NO_MORE) => {
      if (said === NO_MORE) stop()
      else read.push(said)
    })
    worker.on('error', stop)
    worker.on('exit', stop)
  })
  return { pages, end: () => void worker.terminate() }
}
