/** Calls a minute, by tier: docs.slack.dev/apis/web-api/rate-limits. */
const perMinute = { 1: 1, 2: 20, 3: 50, 4: 100 } as const
type Tier = keyof typeof perMinute

/**
 * Tiers from each method's page on docs.slack.dev. A method that is not named here is not limited:
 * among them apps.connections.open (Tier 1), so that a test may restart the bot as often as it likes.
 */
const tiers: Readonly<Record<string, Tier>> = {
  'users.list': 2,
  'conversations.list': 2,
  'chat.update': 3,
  'chat.delete': 3,
  'conversations.open': 3,
  'conversations.info': 3,
  'conversations.history': 3,
  'conversations.replies': 3,
  'users.lookupByEmail': 3,
  'team.info': 3,
  'users.info': 4,
  'conversations.members': 4,
  'chat.postEphemeral': 4,
  'views.open': 4,
  'views.push': 4,
  'views.update': 4,
  'views.publish': 4,
  'files.info': 4,
  'files.getUploadURLExternal': 4,
  'files.completeUploadExternal': 4,
}

/** docs.slack.dev: one message a second in a channel, "short bursts" more; the burst is not published. */
const channelBurst = 4

export interface RateLimitSettings {
  readonly enabled: boolean
  /** Slack's limit on the whole workspace's posts is not published; without a figure there is none. */
  readonly workspacePostsPerSecond?: number | undefined
}

interface Bucket {
  tokens: number
  filledAt: number
}

/** Token buckets in real time, because Retry-After is in real seconds. */
export class RateLimits {
  settings: RateLimitSettings
  readonly #buckets = new Map<string, Bucket>()
  readonly #now: () => number

  constructor(settings: RateLimitSettings, now: () => number = Date.now) {
    this.settings = settings
    this.#now = now
  }

  /** Seconds to wait, or nothing when the call may go ahead (and is counted). */
  retryAfter(method: string, channel: string | undefined): number | undefined {
    if (!this.settings.enabled) return undefined
    if (method === 'chat.postMessage') return this.#post(channel ?? '')
    const tier = tiers[method]
    if (!tier) return undefined
    const rate = perMinute[tier]
    return this.#take(method, rate / 60, rate)
  }

  #post(channel: string): number | undefined {
    const rate = this.settings.workspacePostsPerSecond
    const workspace = rate ? this.#take('workspace posts', rate, Math.max(rate, 1)) : undefined
    return workspace ?? this.#take(`post ${channel}`, 1, channelBurst)
  }

  #take(key: string, perSecond: number, burst: number): number | undefined {
    const now = this.#now()
    const bucket = this.#buckets.get(key) ?? { tokens: burst, filledAt: now }
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.filledAt) / 1000) * perSecond)
    bucket.filledAt = now
    this.#buckets.set(key, bucket)
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond))
    bucket.tokens -= 1
    return undefined
  }
}
