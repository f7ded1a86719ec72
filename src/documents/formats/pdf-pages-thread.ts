/** The second thread that reads a long PDF. */
import { parentPort, workerData } from 'node:worker_threads'
import { type HelperSays, readInTurn, type SharedReading } from './pdf-pages.ts'
import { openPdf, whyUnreadable } from './pdfium.ts'

const shared: SharedReading = workerData
const say = (said: HelperSays): void => parentPort?.postMessage(said)

try {
  const pdfium = await openPdf(shared.bytes, shared.code)
  for (const page of readInTurn(pdfium, shared)) say({ page })
  say({ done: true })
} catch (problem) {
  if (whyUnreadable(problem) === undefined) throw problem
  say({ unreadable: true })
}
