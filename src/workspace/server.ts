import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { answerCall } from './api/dispatch.ts'
import { answerControl } from './control/router.ts'
import { sendFile, takeUpload } from './file-routes.ts'
import { whyNotLocal } from './guard.ts'
import { sendJson, urlOf } from './http-io.ts'
import { sendPageFile } from './page-files.ts'
import type { Parts } from './parts.ts'
import { forward } from './proxy.ts'
import { takeResponse } from './response-route.ts'

const host = '127.0.0.1'

/** Listens on this machine only, and hands each request to whom it belongs. */
export function openServer(parts: Parts, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    answer(parts, request, response).catch((error: unknown) => {
      console.error(`The workspace failed at ${request.method} ${request.url}:`, error)
      if (response.headersSent) response.destroy()
      else sendJson(response, 500, { ok: false, error: 'The workspace itself failed; its log says why.' })
    })
  })
  server.requestTimeout = 0
  // Everybody is on this machine: closing a connection that was idle for five seconds only resets whoever is about
  // to use it again.
  server.keepAliveTimeout = 0
  server.on('upgrade', (request, socket, head) => {
    if (whyNotLocal(request) || !urlOf(request).pathname.startsWith('/socket')) socket.destroy()
    else parts.sockets.upgrade(request, socket, head)
  })
  return new Promise((listening, failed) => {
    server.once('error', failed)
    server.listen(port, host, () => listening(server))
  })
}

async function answer(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = urlOf(request)
  const owned = ['/page/', '/api/', '/_local/', '/files/', '/upload/', '/response/', '/socket']
  const isOwn = pathname === '/' || owned.some((start) => pathname.startsWith(start))
  if (!isOwn) return forward(parts.bots.first, request, response)
  const stranger = whyNotLocal(request)
  if (stranger) return sendJson(response, 403, { ok: false, error: stranger })
  if (pathname === '/' || pathname.startsWith('/page/')) return sendPageFile(pathname, response)
  if (pathname.startsWith('/_local/')) return answerControl(parts, request, response)
  if (pathname.startsWith('/files/')) return sendFile(parts, request, response)
  if (pathname.startsWith('/socket'))
    return sendJson(response, 426, { ok: false, error: 'This address is for WebSockets.' })
  parts.calls.underWay += 1
  try {
    if (pathname.startsWith('/api/'))
      await answerCall(parts, pathname.slice('/api/'.length), request, response)
    else if (pathname.startsWith('/upload/')) await takeUpload(parts, request, response)
    else await takeResponse(parts, request, response)
  } finally {
    parts.calls.underWay -= 1
  }
}
