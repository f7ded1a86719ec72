import type { IncomingMessage, ServerResponse } from 'node:http'

/** One route of the bot's own HTTP server. */
export interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** Everything below the path is answered, too: `/calendar/…`. */
  readonly below?: boolean
  /** HEAD is answered as GET is; the route leaves the body out. */
  readonly answersHead?: boolean
  /** Answered only to this machine; anybody else finds nothing there. */
  readonly loopbackOnly?: boolean
  answer(request: IncomingMessage, response: ServerResponse): Promise<void> | void
}

/** A request that cannot be answered, in a sentence for whoever made it. */
export class WebRefusal extends Error {
  override readonly name = 'WebRefusal'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify(body))
}

/** A sentence for a person in a browser. */
export function sendText(response: ServerResponse, status: number, said: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(`${said}\n`)
}

/** The whole body as JSON. @throws {WebRefusal} when it is larger than `most` bytes, or no JSON. */
export async function readJson(request: IncomingMessage, most: number): Promise<unknown> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    const part = Buffer.from(chunk)
    bytes += part.length
    if (bytes > most) throw new WebRefusal(413, `The body is larger than ${most} bytes.`)
    chunks.push(part)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw new WebRefusal(400, 'The body is not JSON.')
    throw error
  }
}

/**
 * Whether a request comes from this machine, and was meant for it: a page in a browser here that was
 * lured to a name which resolves to this machine gives itself away by the Host header, a proxy by its own.
 */
export function isFromHere(request: IncomingMessage): boolean {
  const { remoteAddress = '' } = request.socket
  const { host = '', 'x-forwarded-for': forwardedFor, forwarded } = request.headers
  const name = host.replace(/:\d+$/, '')
  return (
    isLoopbackAddress(remoteAddress) &&
    forwardedFor === undefined &&
    forwarded === undefined &&
    (name === 'localhost' || name === '[::1]' || isLoopbackAddress(name))
  )
}

function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address)
}
