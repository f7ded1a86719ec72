// How the text of each variable becomes a value. Messages finish the sentence "PORT …" and never repeat the text.
import { isIP } from 'node:net'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { PRIVATE_KEY_BYTES } from '../database/private-text.ts'

export function wholeNumber(least: number, most: number) {
  const said = `must be a whole number from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d{1,9}$/, said)
    .transform(Number)
    .refine((value) => value >= least && value <= most, said)
}

export function oneOf<const Values extends readonly [string, ...string[]]>(...values: Values) {
  return z.string().pipe(z.enum(values, `must be one of ${values.join(', ')}`))
}

/** What Slack calls the kinds of tokens, by their first letters (docs.slack.dev/authentication/tokens). */
const tokenKinds = [
  ['xoxb-', 'a bot token'],
  ['xapp-', 'an app-level token'],
  ['xoxp-', 'a user token'],
  ['xoxe', 'a token of token rotation, which Scrutineer does not use'],
] as const

export function token(prefix: 'xoxb-' | 'xapp-') {
  return z.string().superRefine((text, context) => {
    if (text.startsWith(prefix) && /^[\w.-]{10,}$/.test(text)) return
    const kind = tokenKinds.find(([start]) => text.startsWith(start))
    const message =
      kind && kind[0] !== prefix
        ? `must start with ${prefix}, but holds ${kind[1]} (${kind[0]}…)`
        : `must be a token that starts with ${prefix}, without quotes or spaces`
    context.addIssue({ code: 'custom', message })
  })
}

/** Whether an address, with or without the brackets of an IPv6 address, is of this machine alone. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '')
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'))
}

export const apiUrl = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    message: 'must be a web address that starts with https://',
    abort: true,
  })
  .transform((text) => new URL(text.endsWith('/') ? text : `${text}/`))
  .refine(
    (url) => url.protocol === 'https:' || isLoopback(url.hostname),
    'must start with https://, because the token is sent to it (http:// only on this machine)',
  )
  .transform((url) => url.href)

export const databaseUrl = z.string().superRefine((text, context) => {
  // The error of `new URL` would carry the whole address, password and all.
  const url = URL.canParse(text) ? new URL(text) : undefined
  const message = !url
    ? 'is not an address that can be read'
    : !['postgres:', 'postgresql:'].includes(url.protocol)
      ? 'must start with postgresql:// (Scrutineer runs on PostgreSQL only)'
      : url.pathname.length < 2
        ? 'names no database after the host'
        : undefined
  if (message) context.addIssue({ code: 'custom', message })
})

export const clock = z.string().transform((text, context): Temporal.Instant => {
  try {
    if (/(?:Z|[+-]\d\d:?\d\d)(?:\[.*\])?$/i.test(text)) return Temporal.Instant.from(text)
    return Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/London').toInstant()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    context.addIssue({ code: 'custom', message: 'is not a date and time of day such as 2017-09-01T09:00' })
    return z.NEVER
  }
})

export const privateTextKey = z
  .base64('must be base64')
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((key) => key.length === PRIVATE_KEY_BYTES, `must be base64 of ${PRIVATE_KEY_BYTES} bytes`)

export const signingSecret = z
  .string()
  .regex(/^(?!xox|xapp-)[\w-]{16,}$/, 'must be the signing secret of “App Credentials”, not a token')

export const sendsPerSecond = z
  .string()
  .regex(/^\d{1,3}(?:\.\d{1,3})?$/, 'must be a number from 0.1 to 100')
  .transform(Number)
  .refine((value) => value >= 0.1 && value <= 100, 'must be a number from 0.1 to 100')

export const workspaceUrl = z
  .string()
  .refine((text) => URL.canParse(text) && isLoopback(new URL(text).hostname), {
    message: 'must be an http:// address on this machine',
    abort: true,
  })
  .transform((text) => new URL(text).href)

/** Links in messages begin with it; a folder is kept, a slash at the end is not. */
export const publicUrl = z
  .string()
  .refine((text) => URL.canParse(text) && isPlainAddress(new URL(text)), {
    message: 'must be an https:// address without a password, a question mark or a #',
    abort: true,
  })
  .transform((text) => new URL(text).href.replace(/\/+$/, ''))

/** Over http only on this machine: a link in a message must not be readable on its way. */
function isPlainAddress(url: URL): boolean {
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
  return isSafe && url.username === '' && url.password === '' && url.search === '' && url.hash === ''
}
