import { randomUUID } from 'node:crypto'
import { link, rename, rm, writeFile } from 'node:fs/promises'
import { codeOf } from './problems.ts'

// Lock files hold the token of the bot's control address.
const ownerOnly = 0o600

/** Creates the file with its whole text at once; `false` when there is one already. */
export async function createWhole(file: string, text: string): Promise<boolean> {
  const beside = await writeBeside(file, text)
  try {
    await link(beside, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    if (!hasNoLinks(error)) throw error
    return await createPlain(file, text)
  } finally {
    await rm(beside, { force: true })
  }
}

/** Replaces the text at once: a reader sees the old or the new, never a part. */
export async function replaceWhole(file: string, text: string): Promise<void> {
  await rename(await writeBeside(file, text), file)
}

export async function removeIfThere(file: string): Promise<void> {
  await rm(file, { force: true })
}

async function writeBeside(file: string, text: string): Promise<string> {
  const beside = `${file}.${randomUUID()}`
  await writeFile(beside, text, { flag: 'wx', mode: ownerOnly })
  return beside
}

/** On file systems without links (exFAT, some shares) a reader may for a moment find the file empty. */
async function createPlain(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: ownerOnly })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function hasNoLinks(error: unknown): boolean {
  return ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(codeOf(error) ?? '')
}
