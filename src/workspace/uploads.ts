import type { Readable } from 'node:stream'
import { newFile } from './file-object.ts'
import type { StoredFile } from './model.ts'
import type { Parts } from './parts.ts'

export const uploadLimit = 300 * 1024 * 1024

/** Keeps a file that a person put into Slack; nobody else sees it until it is shared or submitted. */
export async function saveUpload(
  parts: Parts,
  user: string,
  name: string,
  bytes: Readable | Buffer,
): Promise<StoredFile> {
  const file = newFile(parts, name, user)
  const size = await parts.files.save(file.id, bytes, uploadLimit)
  const saved = { ...file, size, complete: true }
  parts.state.putFile(saved)
  return saved
}
