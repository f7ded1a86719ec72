import type { IncomingMessage } from 'node:http'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const localNames = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Why a request is not let in. Only this machine may speak to the workspace, and only under a local
 * name: otherwise a web page elsewhere could reach it through the browser (DNS rebinding, CSRF).
 */
export function whyNotLocal(request: IncomingMessage): string | undefined {
  if (!loopback.has(request.socket.remoteAddress ?? '')) return 'The workspace answers only on this machine.'
  const host = hostName(`http://${request.headers.host ?? ''}`)
  if (!host || !localNames.has(host)) return 'The workspace answers only to 127.0.0.1 and localhost.'
  const origin = request.headers.origin
  if (origin !== undefined && !localNames.has(hostName(origin) ?? ''))
    return 'Other sites may not use the workspace.'
  return undefined
}

function hostName(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname : undefined
}
