import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { isFromHere, type Route, sendJson, WebRefusal } from './routes.ts'

export interface WebServerSettings {
  /** The address to listen on; loopback unless the bot must be reached from outside. */
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  readonly routes: readonly Route[]
  readonly log: Pick<Logger, 'error' | 'warn'>
}

export interface WebServer {
  /** Where it listens, as `http://host:port`; for a wildcard host, this machine's own address. */
  readonly url: string
  /** Takes no new request, waits for those under way, then closes. Closing twice is the same as once. */
  close(): Promise<void>
}

/** The address cannot be listened on: the message says why and what to change. */
export class ListenProblem extends Error {
  override readonly name = 'ListenProblem'
}

/** Slack's largest request, a modal with every field filled, is far below. */
const MOST_SLACK_BYTES = 4 * 1024 * 1024
/** Longer than Slack waits for an answer. */
const CLOSE_WITHIN_MS = 5_000

/** The bot's own HTTP server. @throws {ListenProblem} when the address is taken or not allowed. */
export async function openWebServer({ host, port, routes, log }: WebServerSettings): Promise<WebServer> {
  let closing: Promise<void> | undefined
  const server = createServer((request, response) => {
    // Once closing, a connection is not kept for a next request that would not be answered.
    response.once('close', () => closing && setImmediate(() => server.closeIdleConnections()))
    void answer(request, response)
  })
  server.headersTimeout = 10_000
  server.requestTimeout = 60_000

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await routeOf(routes, request).answer(request, response)
    } catch (error) {
      refuse(response, error)
    }
  }

  function refuse(response: ServerResponse, error: unknown): void {
    const reference = randomUUID().slice(0, 8)
    const isRefusal = error instanceof WebRefusal
    if (!isRefusal) log.error({ err: error, reference }, 'A web request failed')
    if (response.headersSent) return void response.destroy()
    response.setHeader('connection', 'close')
    sendJson(
      response,
      isRefusal ? error.status : 500,
      isRefusal
        ? { error: error.message }
        : { error: `Something went wrong here. Reference: ${reference}`, reference },
    )
  }

  await listening(server, host, port)
  const address = server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://${hostInUrl(host)}:${bound}`,
    close() {
      closing ??= new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS)
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
        server.closeIdleConnections()
      })
      return closing
    },
  }
}

/** The route at which Slack delivers over HTTP: Bolt's own listener checks the signature and answers. */
export function slackRoute(listener: RequestListener): Route {
  return {
    method: 'POST',
    path: '/slack/events',
    answer(request, response) {
      const length = Number(request.headers['content-length'] ?? Number.NaN)
      if (Number.isNaN(length)) throw new WebRefusal(411, 'Say how long the body is (Content-Length).')
      if (length > MOST_SLACK_BYTES) throw new WebRefusal(413, 'The body is too large.')
      listener(request, response)
    },
  }
}

function routeOf(routes: readonly Route[], request: IncomingMessage): Route {
  const { pathname } = new URL(request.url ?? '/', 'http://bot')
  const route = routes.find((one) => isAt(one, pathname) && answersTo(one, request.method))
  if (!route || (route.loopbackOnly && !isFromHere(request)))
    throw new WebRefusal(404, 'There is nothing at this address.')
  return route
}

function isAt({ path, below }: Route, pathname: string): boolean {
  return below ? pathname.startsWith(path) && pathname.length > path.length : pathname === path
}

function answersTo({ method, answersHead }: Route, asked: string | undefined): boolean {
  return asked === method || (answersHead === true && asked === 'HEAD')
}

function listening(server: ReturnType<typeof createServer>, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(whyNotListening(error, host, port)))
    server.listen(port, host, resolve)
  })
}

function whyNotListening(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const why: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} on ${host} is used by another program. Stop it, or set PORT to another number.`,
    EACCES: `This user may not listen on port ${port}. Set PORT to a number above 1023.`,
    EADDRNOTAVAIL: `${host} is not an address of this machine. Correct HOST.`,
  }
  const said = why[error.code ?? '']
  return said === undefined ? error : new ListenProblem(said, { cause: error })
}

function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}
