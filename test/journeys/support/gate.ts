import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** Stands before the database server, so that a test can cut it off without touching anybody else's. */
export interface Gate {
  /** The address of the database through the gate. */
  readonly url: string
  /** Every connection breaks, and new ones are refused. */
  shut(): Promise<void>
  open(): Promise<void>
}

export async function gateBefore(databaseUrl: string): Promise<Gate> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  const server = createServer((incoming) => {
    const onward = connect(Number(target.port || 5432), target.hostname)
    for (const [socket, other] of [
      [incoming, onward],
      [onward, incoming],
    ] as const) {
      sockets.add(socket)
      socket.pipe(other)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
  })
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  await listen(0)
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return {
    url: url.href,
    async shut() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
    open: () => listen(port),
  }
}
