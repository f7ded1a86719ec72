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

/** A link with words; the address is percent-encoded where it would end the link early. */
export function link(address: string, words: string): Mrkdwn {
  const safe = address
    .replaceAll('|', '%7C')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E')
    .replaceAll('&', '&amp;')
  return new Mrkdwn(`<${safe}|${escapeMrkdwn(words)}>`)
}

/** Name a person so that Slack shows, and where it notifies, tells them. */
export function mention(slackUserId: string): Mrkdwn {
  return new Mrkdwn(`<@${slackUserId}>`)
}

export function channelLink(channelId: string): Mrkdwn {
  return new Mrkdwn(`<#${channelId}>`)
}
