/** The thread of a reading desk: reads what it is handed, one file at a time, and answers. */
import { parentPort } from 'node:worker_threads'
import { readPaper } from './read-paper.ts'
import type { ReadAnswer, ReadRequest } from './reading-desk.ts'

parentPort?.on('message', async ({ id, name, bytes, maxBytes }: ReadRequest) => {
  const outcome = await readPaper({ name, bytes }, maxBytes)
  parentPort?.postMessage({ id, outcome } satisfies ReadAnswer)
})
