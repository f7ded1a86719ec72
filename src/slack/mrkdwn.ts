import { lengthOf, limits } from './limits.ts'

/**
 * Text in Slack's mrkdwn that is safe to show. Only `mrkdwn` makes one, and it escapes all that it is
 * given: user text is data (law 11), so a reason that says `<!channel>` calls nobody.
 */
export class Mrkdwn {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

/** docs.slack.dev/messaging/formatting-message-text: the three characters that Slack reads as control. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * What somebody typed, as they typed it: Slack escapes the text of commands (with `should_escape`) and of messages, so
 * that "A&E" comes as "A&amp;E". It is escaped again wherever it is shown.
 */
export function asTyped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** Build mrkdwn; interpolated strings are escaped, interpolated `Mrkdwn` is kept as it is. */
export function mrkdwn(
  strings: TemplateStringsArray,
  ...values: readonly (Mrkdwn | string | number)[]
): Mrkdwn {
  const parts = strings.map((literal, index) => {
    const value = values[index]
    if (value === undefined) return literal
    return literal + (value instanceof Mrkdwn ? value.text : escapeMrkdwn(String(value)))
  })
  return new Mrkdwn(parts.join(''))
}

export function joinMrkdwn(parts: readonly Mrkdwn[], separator = '\n'): Mrkdwn {
  return new Mrkdwn(parts.map((part) => part.text).join(separator))
}

/**
 * Text in parts that Slack takes, none of it lost: broken at the end of a line, else after an entry of a
 * list, else between words.
 */
export function inParts(text: Mrkdwn, limit: number = limits.text): Mrkdwn[] {
  const parts: Mrkdwn[] = []
  let rest = text.text
  while (lengthOf(rest) > limit) {
    const end = endOfPart(Array.from(rest).slice(0, limit).join(''))
    parts.push(new Mrkdwn(rest.slice(0, end).trimEnd()))
    rest = rest.slice(end).trimStart()
  }
  return [...parts, new Mrkdwn(rest)]
}

/** Where a part ends that begins a longer text; never inside a link, a mention or an escaped character. */
function endOfPart(beginning: string): number {
  const breaks = ['\n', ', ', ' '].map((mark) => beginning.lastIndexOf(mark) + mark.length)
  const end = breaks.find((at) => at > beginning.length / 2) ?? beginning.length
  const open = /<[^>]*$|&[a-z]{0,3}$/.exec(beginning.slice(0, end))
  return open && open.index > 0 ? open.index : end
}

/** A link with words; the address is percent-encoded where it would end the link early. */
export function link(address: string, words: string): Mrkdwn {
  const safe = address
    .replaceAll('|', '%7C')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E')
    .replaceAll('&', '&amp;')
  return new Mrkdwn(`<${safe}|${escapeMrkdwn(words)}>`)
}

export function channelLink(channelId: string): Mrkdwn {
  return new Mrkdwn(`<#${channelId}>`)
}
