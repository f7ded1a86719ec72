import { EventEmitter } from 'node:events'
import type { WorkerOptions } from 'node:worker_threads'
import { expect, test, vi } from 'vitest'
import { readPdf } from '../../src/documents/formats/pdf.ts'
import { longPdf } from './pdf-files.ts'

/** A second thread that takes pages and ends before it has read them. */
vi.mock('../../src/documents/thread.ts', async (original) => ({
  ...(await original<typeof import('../../src/documents/thread.ts')>()),
  startThread(_: URL, { workerData }: WorkerOptions) {
    Atomics.add(workerData.next, 0, 48)
    const worker = new EventEmitter()
    setImmediate(() => worker.emit('error', new Error('out of memory')))
    return Object.assign(worker, { terminate: async () => 1 })
  },
}))

test('what a second thread took and did not read is read all the same, in its place', async () => {
  const read = await readPdf(longPdf(300))
  expect(read.ok && read.pages.map(([line]) => line?.text)).toEqual([
    'Agenda',
    ...Array.from({ length: 299 }, (_, at) => `The panel heard of pier ${at + 1}.`),
  ])
})
