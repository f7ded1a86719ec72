import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { readArgs } from './api/args.ts'
import { mayAppSee, mayPersonSeeFile } from './file-object.ts'
import { readBody, sendText, urlOf } from './http-io.ts'
import type { StoredFile } from './model.ts'
import type { Parts } from './parts.ts'
import { uploadLimit } from './uploads.ts'

/** What Slack answers, with status 200, when a file is asked for without a token that may read it. */
const loginPage =
  '<!DOCTYPE html><html><head><title>Slack | Login</title></head><body><h1>Sign in to Slack</h1></body></html>'

/** `GET /files/F…-secret/name`: with the bot's token, or as a person for the page. */
export function sendFile(parts: Parts, request: IncomingMessage, response: ServerResponse): void {
  const url = urlOf(request)
  const file = addressed(parts, url.pathname.split('/')[2])
  const fault = parts.faults.take('files.download')
  if (fault) {
    parts.journal.write('fault', { method: 'files.download', kind: fault.kind })
    if (fault.kind === '500' || fault.kind === '503') {
      sendText(response, Number(fault.kind), 'The workspace was told to fail.')
      return
    }
    if (fault.kind !== 'latency') {
      request.socket.destroy()
      return
    }
  }
  const may = file !== undefined && mayRead(parts, file, request, url.searchParams.get('as'))
  parts.journal.write('call', { method: 'files.download', ok: may, file: file?.id ?? url.pathname })
  const bytes = may ? parts.files.read(file.id) : undefined
  if (!file || !bytes) {
    sendText(response, 200, loginPage, 'text/html; charset=utf-8')
    return
  }
  response.writeHead(200, {
    'content-type': file.mimetype,
    'content-length': String(file.size),
    // Council papers may be HTML: shown as a download, they cannot act as this page.
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
  })
  bytes.on('error', () => response.destroy())
  bytes.pipe(response)
}

function mayRead(parts: Parts, file: StoredFile, request: IncomingMessage, as: string | null): boolean {
  if (!file.complete) return false
  if (as) return mayPersonSeeFile(parts, file, as)
  const isBot = request.headers.authorization === `Bearer ${parts.credentials.botToken}`
  return isBot && parts.app.scopes.has('files:read') && mayAppSee(parts, file)
}

/** `POST /upload/v1/F…-secret`: the second step of an external upload; raw bytes or a form with one file. */
export async function takeUpload(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = addressed(parts, urlOf(request).pathname.split('/')[3])
  if (!file) return sendText(response, 404, 'file_not_found')
  const contentType = request.headers['content-type'] ?? ''
  const isForm = contentType.startsWith('multipart/form-data')
  const source = isForm ? await bytesInForm(request, contentType) : request
  const size = await parts.files.save(file.id, source, uploadLimit)
  parts.state.putFile({ ...file, size, complete: true })
  parts.journal.write('call', { method: 'upload', ok: true, effect: { file: file.id, size } })
  sendText(response, 200, `OK - ${size}`)
}

async function bytesInForm(request: IncomingMessage, contentType: string): Promise<Readable | Buffer> {
  const args = await readArgs(urlOf(request), contentType, await readBody(request, uploadLimit))
  const blob = args.firstBlob()
  return blob ? Buffer.from(await blob.arrayBuffer()) : Readable.from([])
}

function addressed(parts: Parts, part: string | undefined): StoredFile | undefined {
  const [id = '', secret] = (part ?? '').split('-')
  const file = parts.state.files.get(id)
  return file && file.secret === secret ? file : undefined
}
