import type { ControlCall } from './request.ts'

const keepAliveMs = 15_000

/** `GET /_local/events`: tells a page that what somebody sees has changed (Server-Sent Events). */
export const watchChanges: ControlCall = ({ parts, request, response }) => {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  })
  response.write('retry: 1000\n\n')
  const stop = parts.changes.listen((people) => {
    response.write(`event: changed\ndata: ${JSON.stringify({ people })}\n\n`)
  })
  const keepAlive = setInterval(() => response.write(': here\n\n'), keepAliveMs).unref()
  request.on('close', () => {
    stop()
    clearInterval(keepAlive)
  })
  return undefined
}
