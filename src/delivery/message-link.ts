/** `…/archives/C0123ABCD/p1234567890123456`, as Slack's "Copy link" gives it: ten digits of seconds, six below. */
const ARCHIVES = /\/archives\/([CDG][A-Z0-9]+)\/p(\d{10})(\d{6})\/?$/

/** Where a pasted link leads to, or `undefined` when it is no link to a Slack message. */
export function placeInLink(link: string): { readonly channel: string; readonly ts: string } | undefined {
  const text = link.trim().replace(/^<([^|>]*)(\|[^>]*)?>$/, '$1')
  if (!URL.canParse(text)) return undefined
  const [, channel, seconds, rest] = ARCHIVES.exec(new URL(text).pathname) ?? []
  return channel === undefined || seconds === undefined || rest === undefined
    ? undefined
    : { channel, ts: `${seconds}.${rest}` }
}
