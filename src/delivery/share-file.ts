// A file of the council's shared in a channel by Scrutineer: three calls, of which only the last shows anything.
import { createHash } from 'node:crypto'
import type { WebClient } from '@slack/web-api'
import type { PrismaClient } from '../database/generated/client.ts'
import { fetchSlackFile } from '../slack/files.ts'
import { unreadableAnswer, type Verdict, verdictOf } from './answers.ts'
import type { Attempt } from './attempt.ts'
import { aboutToPost } from './claim.ts'
import type { HeldMessage } from './outgoing-message.ts'

/** A file that somebody gave to the bot, to be put where others can open it. */
export interface FileToShare {
  readonly slackFileId: string
  /** Of what was read and checked, hexadecimal: other bytes under the same id are never shared. */
  readonly sha256: string
  /** What it is called for everybody; the name under which it was given may say too much. */
  readonly name: string
}

interface Sharing {
  readonly channel: string
  readonly file: FileToShare
  /** What is said with it: mrkdwn, escaped. */
  readonly text: string
  readonly threadTs?: string
}

/** As long as a pack on a slow line takes; a claim that grows old meanwhile is noticed before the file is shown. */
const TRANSFER_TIMEOUT_MS = 60_000
/** A pack that could be read is smaller: see FETCH_MAX_MB and Slack's own 10 MB for a file in a form. */
const MEGABYTES = 100

/**
 * Share it. Until `files.completeUploadExternal` nobody sees anything, so whatever fails before is surely not
 * sent and tried again; that call itself is treated like the posting of a message (law 2).
 */
export async function shareFile(
  prisma: PrismaClient,
  client: WebClient,
  held: HeldMessage,
  { channel, file, text, threadTs }: Sharing,
): Promise<Attempt> {
  const given = await fetchSlackFile(client, file.slackFileId, { megabytes: MEGABYTES }).catch(notYet)
  if ('failed' in given) return given
  if (!given.ok) return { failed: { verdict: 'refused', code: given.refusal.code } }
  const { bytes } = given.value
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256)
    return { failed: { verdict: 'refused', code: 'file-changed' } }
  const uploaded = await upload(client, file.name, bytes).catch(notYet)
  if (typeof uploaded !== 'string') return uploaded
  if (!(await aboutToPost(prisma, held, channel))) return { lost: true }
  try {
    const answer = await client.files.completeUploadExternal({
      files: [{ id: uploaded, title: file.name }],
      channel_id: channel,
      initial_comment: text,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    })
    if (answer.files?.[0]?.id === undefined) return { failed: unreadableAnswer }
    // Slack names no message: it makes that a moment later. It is never edited, so its file's id will do.
    return { sent: { channel, ts: uploaded } }
  } catch (error) {
    return { failed: verdictOf(error), error }
  }
}

/** @returns the id of a file that nobody sees yet */
async function upload(client: WebClient, name: string, bytes: Uint8Array): Promise<string> {
  const { upload_url, file_id } = await client.files.getUploadURLExternal({
    filename: name,
    length: bytes.length,
  })
  if (upload_url === undefined || file_id === undefined) throw new Error('Slack gave no place for the file.')
  const response = await fetch(upload_url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from(bytes),
    redirect: 'error',
    signal: AbortSignal.timeout(TRANSFER_TIMEOUT_MS),
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`Slack took no file: ${response.status}`)
  return file_id
}

/** Nothing was shown to anybody: doubt is none here, whatever the answer was. */
function notYet(error: unknown): { readonly failed: Verdict; readonly error: unknown } {
  const failed = verdictOf(error)
  return {
    failed: failed.verdict === 'in-doubt' ? { verdict: 'not-sent', code: failed.code } : failed,
    error,
  }
}
