import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { collectBytes } from '../collect-bytes.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { platformError } from './platform-error.ts'

export interface SlackFile {
  readonly id: string
  readonly name: string
  readonly bytes: Uint8Array
}

/** Why a file that somebody chose could not be fetched. */
export type FileRefusal =
  | { readonly code: 'file-gone'; readonly name: string }
  | {
      readonly code: 'file-too-large'
      readonly name: string
      readonly megabytes: number
      readonly limit: number
    }
  | { readonly code: 'file-not-readable'; readonly name: string; readonly status: number }
  /** It lies in another storage service and is only linked in Slack. */
  | { readonly code: 'file-elsewhere'; readonly name: string }
  | { readonly code: 'file-not-delivered'; readonly name: string }

const fileInfo = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  size: z.number().nullish(),
  url_private_download: z.string().nullish(),
  url_private: z.string().nullish(),
  is_external: z.boolean().nullish(),
})

const SLACK_HOSTS = ['.slack.com', '.slack-gov.com', '.slack-files.com']
const MEGABYTE = 1024 * 1024
const DOWNLOAD_TIMEOUT_MS = 120_000

/**
 * Fetch a file that a person shared with the bot (scope files:read).
 *
 * Slack answers a request without the right token with a sign-in page and status 200, so the type of
 * the answer is looked at, not only its status.
 */
export async function fetchSlackFile(
  client: WebClient,
  fileId: string,
  limits: { readonly megabytes: number },
): Promise<Outcome<SlackFile, FileRefusal>> {
  const answer = await client.files.info({ file: fileId }).catch((error: unknown) => {
    if (platformError(error) !== undefined) return undefined
    throw error
  })
  const file = fileInfo.safeParse(answer?.file)
  if (!file.success) return refused({ code: 'file-gone', name: fileId })
  const name = file.data.name ?? fileId
  const address = file.data.url_private_download ?? file.data.url_private
  const megabytes = Math.ceil((file.data.size ?? 0) / MEGABYTE)
  if (megabytes > limits.megabytes)
    return refused({ code: 'file-too-large', name, megabytes, limit: limits.megabytes })
  if (!address) return refused({ code: 'file-gone', name })

  if (file.data.is_external || !isSlacks(new URL(address), client))
    return refused({ code: 'file-elsewhere', name })

  try {
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${client.token ?? ''}` },
      signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS),
    })
    const type = response.headers.get('content-type') ?? ''
    if (!response.ok || !response.body || (type.startsWith('text/html') && !/\.html?$/i.test(name)))
      return refused({ code: 'file-not-readable', name, status: response.status })
    const bytes = await collectBytes(response.body, limits.megabytes * MEGABYTE)
    if (!bytes)
      return refused({
        code: 'file-too-large',
        name,
        megabytes: limits.megabytes + 1,
        limit: limits.megabytes,
      })
    return done({ id: fileId, name, bytes })
  } catch (error) {
    if (error instanceof TypeError || Reflect.get(Object(error), 'name') === 'TimeoutError')
      return refused({ code: 'file-not-delivered', name })
    throw error
  }
}

/** Files that were only linked (from another storage service) have an address there: our token is not for it. */
function isSlacks(address: URL, client: WebClient): boolean {
  if (new URL(client.slackApiUrl).origin === address.origin) return true
  return address.protocol === 'https:' && SLACK_HOSTS.some((host) => address.hostname.endsWith(host))
}
