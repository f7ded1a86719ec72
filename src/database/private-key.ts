import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createWhole } from './lock-file.ts'
import { PRIVATE_KEY_BYTES } from './private-text.ts'
import { codeOf } from './problems.ts'

/** The key file cannot be used. The message says which file and what to do. */
export class PrivateKeyProblem extends Error {
  override readonly name = 'PrivateKeyProblem'
}

/**
 * The key that seals private text, made at the first start and kept in `file`, readable by its owner only.
 *
 * A file that is there is never replaced: a new key could not open what the old one sealed.
 *
 * @throws {PrivateKeyProblem} when the file holds no key, or the folder cannot be written
 */
export async function keptPrivateKey(file: string): Promise<Buffer> {
  try {
    await mkdir(dirname(file), { recursive: true })
    await makeUnlessThere(file)
    return await readKey(file)
  } catch (error) {
    if (error instanceof PrivateKeyProblem) throw error
    throw new PrivateKeyProblem(
      `The key of private text cannot be kept in ${file} (${codeOf(error) ?? 'unknown error'}). ` +
        'Check that DATA_DIR is a folder this user may read and write, or set PRIVATE_TEXT_KEY.',
      { cause: error },
    )
  }
}

async function makeUnlessThere(file: string): Promise<void> {
  if (existsSync(file)) return
  const isOurs = await createWhole(file, `${randomBytes(PRIVATE_KEY_BYTES).toString('base64')}\n`)
  if (!isOurs) return
  // On the disk before anything is sealed with it.
  await using handle = await open(file, 'r')
  await handle.sync()
}

async function readKey(file: string): Promise<Buffer> {
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64')
  if (key.length === PRIVATE_KEY_BYTES) return key
  throw new PrivateKeyProblem(
    `${file} does not hold a key (base64 of ${PRIVATE_KEY_BYTES} bytes). Put back the file from a copy. ` +
      'Only if nothing was stored yet: delete it, and a new one is made.',
  )
}
