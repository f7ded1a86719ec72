import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import type { Outcome, Parcel, Transport } from './deliveries.ts'
import { newSecret } from './ids.ts'
import type { Journal } from './journal.ts'
import { parseJson } from './json.ts'

/** docs.slack.dev, Socket Mode: "up to 10 open WebSocket connections at the same time". */
const connectionLimit = 10
const pingEveryMs = 5000

const acknowledgement = z.object({ envelope_id: z.string(), payload: z.unknown().optional() })

interface Connection {
  readonly id: number
  readonly socket: WebSocket
  readonly waiting: Map<string, (outcome: Outcome) => void>
  alive: boolean
  /** Told to go: it may still acknowledge, but is given nothing new. */
  leaving: boolean
}

/** The WebSocket side of Socket Mode: tickets, hello, envelopes, acknowledgements, pings. */
export class SocketMode implements Transport {
  readonly name = 'socket'
  readonly #server = new WebSocketServer({ noServer: true })
  readonly #tickets = new Set<string>()
  readonly #connections: Connection[] = []
  readonly #journal: Journal
  readonly #appId: string
  readonly #pings: NodeJS.Timeout
  #opened = 0
  #turn = 0

  constructor(appId: string, journal: Journal) {
    this.#appId = appId
    this.#journal = journal
    this.#pings = setInterval(() => this.#ping(), pingEveryMs).unref()
  }

  get connected(): number {
    return this.#open().length
  }

  /** A single-use ticket for one connection, or nothing when there are ten already. */
  newTicket(): string | undefined {
    if (this.#connections.length >= connectionLimit) return undefined
    const ticket = newSecret(20)
    this.#tickets.add(ticket)
    return ticket
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (!this.#tickets.delete(url.searchParams.get('ticket') ?? '')) {
      socket.end('HTTP/1.1 409 Conflict\r\nConnection: close\r\n\r\n')
      return
    }
    this.#server.handleUpgrade(request, socket, head, (accepted) => this.#welcome(accepted))
  }

  send(parcel: Parcel): Promise<Outcome> {
    const connection = this.#next()
    if (!connection) return Promise.resolve({ failure: 'dispatch_failed' })
    const { envelopeId, delivery, retry } = parcel
    return new Promise((done) => {
      const settle = (outcome: Outcome) => {
        clearTimeout(timer)
        connection.waiting.delete(envelopeId)
        done(outcome)
      }
      const timer = setTimeout(() => settle({ failure: 'operation_timeout' }), parcel.timeoutMs)
      connection.waiting.set(envelopeId, settle)
      const envelope = {
        envelope_id: envelopeId,
        type: delivery.kind,
        accepts_response_payload: delivery.kind !== 'events_api',
        payload: delivery.payload,
        ...(delivery.kind === 'events_api'
          ? { retry_attempt: retry?.attempt ?? 0, retry_reason: retry ? socketReason(retry.reason) : '' }
          : {}),
      }
      connection.socket.send(JSON.stringify(envelope), () => {
        if (parcel.dropConnection) connection.socket.terminate()
      })
    })
  }

  /** Slack recycles connections: it says so, and the client must connect again. */
  askToReconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void {
    for (const connection of this.#open()) {
      connection.leaving = reason !== 'warning'
      connection.socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'local' } }))
    }
  }

  /** Cuts every connection without a word. */
  drop(): void {
    for (const connection of [...this.#connections]) connection.socket.terminate()
  }

  /** Says goodbye, and does not wait long for the answer. */
  async close(): Promise<void> {
    clearInterval(this.#pings)
    const goodbyes = this.#connections.map(({ socket }) => {
      const gone = new Promise((closed) => socket.once('close', closed))
      socket.close(1001)
      setTimeout(() => socket.terminate(), 200).unref()
      return gone
    })
    await Promise.all(goodbyes)
    this.#server.close()
  }

  #welcome(socket: WebSocket): void {
    this.#opened += 1
    const connection: Connection = {
      id: this.#opened,
      socket,
      waiting: new Map(),
      alive: true,
      leaving: false,
    }
    this.#connections.push(connection)
    socket.on('message', (data) => this.#receive(connection, data.toString()))
    socket.on('pong', () => {
      connection.alive = true
    })
    socket.on('error', () => socket.terminate())
    socket.on('close', () => this.#gone(connection))
    this.#journal.write('socket', {
      event: 'open',
      connection: connection.id,
      connections: this.#connections.length,
    })
    const hello = {
      type: 'hello',
      num_connections: this.#connections.length,
      debug_info: { host: 'local', build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: this.#appId },
    }
    socket.send(JSON.stringify(hello))
  }

  #receive(connection: Connection, text: string): void {
    const ack = acknowledgement.safeParse(parseJson(text))
    if (ack.success) connection.waiting.get(ack.data.envelope_id)?.({ payload: ack.data.payload })
    else
      this.#journal.write('socket', {
        event: 'not understood',
        connection: connection.id,
        text: text.slice(0, 200),
      })
  }

  #gone(connection: Connection): void {
    const at = this.#connections.indexOf(connection)
    if (at >= 0) this.#connections.splice(at, 1)
    for (const settle of connection.waiting.values()) settle({ failure: 'connection_closed' })
    this.#journal.write('socket', {
      event: 'close',
      connection: connection.id,
      connections: this.#connections.length,
    })
  }

  #open(): Connection[] {
    return this.#connections.filter((one) => one.socket.readyState === one.socket.OPEN && !one.leaving)
  }

  /** Each envelope goes to one connection, in turn. */
  #next(): Connection | undefined {
    const open = this.#open()
    this.#turn += 1
    return open[this.#turn % Math.max(open.length, 1)]
  }

  #ping(): void {
    for (const connection of this.#connections) {
      if (!connection.alive) {
        connection.socket.terminate()
        continue
      }
      connection.alive = false
      connection.socket.ping(`Ping from local ${new Date().toISOString()}`)
    }
  }
}

/** In Socket Mode Slack names the reasons differently from the HTTP headers. */
function socketReason(reason: string): string {
  return reason === 'operation_timeout' ? 'timeout' : reason
}
