/** A thread that helps with a long PDF. Where it fails, the one that started it reads what is missing. */
import { parentPort, workerData } from 'node:worker_threads'
import { NO_MORE, readInTurn, type SharedReading } from './pdf-pages.ts'
import { openPdf } from './pdfium.ts'

const shared: SharedReading = workerData
const pdfium = await openPdf(shared.bytes, shared.code)
for (const page of readInTurn(pdfium, shared)) parentPort?.postMessage(page)
parentPort?.postMessage(NO_MORE)
