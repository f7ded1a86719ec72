import { once } from 'node:events'
import { createServer } from 'node:net'

/** What a real server here will not do: refuse a password, or be an old version. */
export type FakeAnswer =
  | { refuse: { sqlstate: string; message: string } }
  | { row: Record<string, { value: string; typeId: number }> }

/** PostgreSQL's protocol, version 3, as far as one refused login or one answered query. */
export async function fakePostgres(answer: FakeAnswer): Promise<{ port: number; close: () => void }> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.once('data', () => {
      if ('refuse' in answer) {
        const { sqlstate, message } = answer.refuse
        socket.end(packet('E', text(`SFATAL`, `VFATAL`, `C${sqlstate}`, `M${message}`, '')))
        return
      }
      socket.write(Buffer.concat([packet('R', int32(0)), ready]))
      socket.on('data', (asked) => {
        if (asked[0] === 'Q'.charCodeAt(0)) socket.write(Buffer.concat([...rowPackets(answer.row), ready]))
      })
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port was given.')
  return { port: address.port, close: () => server.close() }
}

const ready = packet('Z', Buffer.from('I'))

function rowPackets(row: Record<string, { value: string; typeId: number }>): Buffer[] {
  const columns = Object.entries(row)
  return [
    packet(
      'T',
      int16(columns.length),
      ...columns.flatMap(([name, { typeId }]) => [
        text(name),
        int32(0),
        int16(0),
        int32(typeId),
        int16(-1),
        int32(-1),
        int16(0),
      ]),
    ),
    packet(
      'D',
      int16(columns.length),
      ...columns.flatMap(([, { value }]) => [int32(Buffer.byteLength(value)), Buffer.from(value)]),
    ),
    packet('C', text('SELECT 1')),
  ]
}

function packet(kind: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body])
}

function text(...strings: string[]): Buffer {
  return Buffer.from(strings.map((string) => `${string}\0`).join(''))
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}
