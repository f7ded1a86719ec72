/**
 * What an import asks of Slack: who has this e-mail, which channel has this name. A port, so that the
 * rules of importing know nothing of Slack's wire; the adapters are in `src/slack/`.
 */
export interface SlackDirectory {
  /** The Slack user with this e-mail address, or `undefined` when Slack knows nobody by it. */
  userByEmail(email: string): Promise<string | undefined>
  /** The channel with this name (without `#`), or `undefined` when the app can see none. */
  channelByName(name: string): Promise<SlackChannel | undefined>
}

export interface SlackChannel {
  readonly id: string
  readonly botIsMember: boolean
}

/** For the command line without Slack settings: nobody is matched, and the caller says so. */
export const emptyDirectory: SlackDirectory = {
  userByEmail: async () => undefined,
  channelByName: async () => undefined,
}

/** What Slack answered about one import file, gathered before the transaction opens. */
export interface SlackFindings {
  /** Slack user ids by e-mail address as the file gives it. */
  readonly users: ReadonlyMap<string, string>
  /** Channels by name, without `#`. */
  readonly channels: ReadonlyMap<string, SlackChannel>
  /** Whether Slack was there to be asked at all. */
  readonly asked: boolean
}

export const nothingFound: SlackFindings = { users: new Map(), channels: new Map(), asked: false }
