// A reading thread that goes wrong when it is asked to by the name of the file.
import { parentPort } from 'node:worker_threads'

parentPort.on('message', ({ id, name }) => {
  if (name === 'hang') while (true);
  if (name === 'die') process.exit(3)
  if (name === 'throw') throw new Error('broken')
  if (name === 'swell') {
    const kept = []
    while (true) kept.push(new Array(100_000).fill(Math.random()))
  }
  parentPort.postMessage({ id, outcome: { ok: false, error: { code: 'empty', file: name } } })
})
