import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { dirname, extname, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sendText } from './http-io.ts'
import { isRecord, parseJson } from './json.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

const folder = join(packageRoot(), 'src', 'workspace', 'page')

/** The page: `/` and what is below `/page/`. */
export async function sendPageFile(path: string, response: ServerResponse): Promise<void> {
  const name = path === '/' ? 'index.html' : decodeURIComponent(path.slice('/page/'.length))
  const file = resolve(folder, name)
  const type = types[extname(file)]
  const isInside = file.startsWith(folder + sep)
  const bytes = isInside && type ? await readFile(file).catch(() => undefined) : undefined
  if (!bytes || !type) return sendText(response, 404, `There is no page file ${name}.`)
  response.writeHead(200, {
    'content-type': type,
    'content-security-policy': "default-src 'self'; img-src 'self' data:",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  })
  response.end(bytes)
}

/** The page is not compiled: run from src or from dist, it is in the package's src. */
function packageRoot(): string {
  let at = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const manifest = join(at, 'package.json')
    const content = existsSync(manifest) ? parseJson(readFileSync(manifest, 'utf8')) : undefined
    if (isRecord(content) && content['name'] === 'scrutineer') return at
    if (dirname(at) === at)
      throw new Error('The folder of the package "scrutineer" was not found above the workspace.')
    at = dirname(at)
  }
}
