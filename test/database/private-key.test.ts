import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keptPrivateKey, PrivateKeyProblem } from '../../src/database/private-key.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scrutineer-key-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

test('the key is made once, for its owner only, and is the same at every start', async () => {
  const file = join(folder, 'data', 'private-text.key')
  const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => keptPrivateKey(file)))
  expect(first).toHaveLength(32)
  for (const other of others) expect(other).toEqual(first)
  expect(await keptPrivateKey(file)).toEqual(first)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('a damaged key file is never replaced', async () => {
  const file = join(folder, 'private-text.key')
  await writeFile(file, 'cut sho')
  await expect(keptPrivateKey(file)).rejects.toThrow(PrivateKeyProblem)
  expect(await readFile(file, 'utf8')).toBe('cut sho')
})

test('a folder that cannot be made is explained', async () => {
  await writeFile(join(folder, 'data'), 'a file in the way')
  await expect(keptPrivateKey(join(folder, 'data', 'private-text.key'))).rejects.toThrow(/DATA_DIR/)
})
