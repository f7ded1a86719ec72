import type { Output } from '../documents/command/output.ts'

/**
 * Standard output or standard error. Whoever reads it may close it early, as `| head` does when it has
 * seen enough: the rest is then not written, and nothing has failed.
 */
export function outputOf(stream: NodeJS.WriteStream): Output {
  let isClosed = false
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    isClosed = true
  })
  return {
    write: (text) => isClosed || stream.write(text),
    get isTTY() {
      return stream.isTTY
    },
    get columns() {
      return stream.columns
    },
    get isClosed() {
      return isClosed
    },
  }
}
