import { type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import { sendJson } from './http-io.ts'

/** The workspace's port is also the bot's: what is not the workspace's own goes to the bot. */
export function forward(bot: string | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (!bot) {
    sendJson(response, 503, {
      ok: false,
      error: 'No bot is registered with this workspace yet; start it, or wait a moment.',
    })
    return
  }
  const { hostname, port } = new URL(bot)
  const { method, url: path, headers } = request
  const onward = send({ hostname, port, method, path, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', (error) => {
    if (response.headersSent) response.destroy()
    else
      sendJson(response, 503, { ok: false, error: `The bot at ${bot} does not answer (${error.message}).` })
  })
  request.pipe(onward)
}
