import { Worker, type WorkerOptions } from 'node:worker_threads'

/** The module of that name beside the one that asks: compiled in the product, its source under tsx and vitest. */
export function moduleBeside(asking: string, name: string): URL {
  return new URL(`${name}.${asking.endsWith('.ts') ? 'ts' : 'js'}`, asking)
}

/** Start a thread. Source needs its loader brought along: a thread does not take over its parent's. */
export function startThread(module: URL, options: WorkerOptions): Worker {
  if (!module.href.endsWith('.ts')) return new Worker(module, options)
  const env = { ...process.env, THREAD_MODULE: module.href }
  return new Worker(new URL('./thread-from-source.mjs', import.meta.url), { ...options, env })
}

/** A copy that several threads read without copying it again; the bytes themselves where they are one already. */
export function sharedCopy(bytes: Uint8Array): Uint8Array {
  if (bytes.buffer instanceof SharedArrayBuffer) return bytes
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.byteLength))
  copy.set(bytes)
  return copy
}
