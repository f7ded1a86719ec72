import { afterAll, afterEach, beforeAll } from 'vitest'
import { type Scrutineer, scrutineer, type Wanted } from './scrutineer.ts'

/** One Scrutineer for all tests of this `describe`: started before them, stopped after them. */
export function standing(wanted: Wanted = {}): () => Scrutineer {
  let running: Scrutineer | undefined
  let someFailed = false
  beforeAll(async () => {
    running = await scrutineer(wanted)
  })
  afterEach(({ task }) => {
    someFailed ||= task.result?.state === 'fail'
  })
  afterAll(() => running?.stop({ keep: someFailed }))
  return () => {
    if (!running) throw new Error('Scrutineer is started in beforeAll: ask for it inside a test.')
    return running
  }
}
