import type { WebClient } from '@slack/web-api'

/** A file made for somebody, with what is said of it to those who do not see it. */
export interface FileForSomebody {
  readonly name: string
  readonly title: string
  readonly bytes: Uint8Array
  readonly alt: string
}

const TRANSFER_TIMEOUT_MS = 60_000

/**
 * Put a file into the direct message of the person who asked for it: an answer, as an ephemeral message is
 * one, and no record. Until the last of its calls nobody sees anything.
 */
export async function handOver(client: WebClient, slackUserId: string, file: FileForSomebody): Promise<void> {
  const { channel } = await client.conversations.open({ users: slackUserId })
  const { upload_url, file_id } = await client.files.getUploadURLExternal({
    filename: file.name,
    length: file.bytes.length,
    alt_text: file.alt,
  })
  if (channel?.id === undefined || upload_url === undefined || file_id === undefined)
    throw new Error('Slack gave no place for the file.')
  const response = await fetch(upload_url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from(file.bytes),
    redirect: 'error',
    signal: AbortSignal.timeout(TRANSFER_TIMEOUT_MS),
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`Slack took no file: ${response.status}`)
  await client.files.completeUploadExternal({
    files: [{ id: file_id, title: file.title }],
    channel_id: channel.id,
  })
}
