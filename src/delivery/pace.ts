/** How fast Slack may be written to. */
export interface PaceSettings {
  /** Slack's limit for a workspace is unpublished; about one a second is safe (slack.md D1). */
  readonly workspacePerSecond: number
  /** How many may go at once after a quiet time. */
  readonly burst: number
  /** docs.slack.dev/apis/web-api/rate-limits: one message a second and channel, short bursts tolerated. */
  readonly channelPerSecond: number
  readonly channelBurst?: number
}

/** Whom a message goes to, as far as the pace is concerned. */
export interface Lane {
  readonly councilId: string
  /** `recipientText`: a channel, or a person in their direct message. */
  readonly recipient: string
}

export interface Pace {
  /** What nothing may be sent to at the moment, and how many messages may go at most. */
  closed(): { readonly councils: readonly string[]; readonly lanes: readonly Lane[]; readonly room: number }
  /** A message goes now. */
  spend(lane: Lane): void
  /**
   * Slack limited us here. The lane rests alone, so that no other waits for it; when a second one is
   * limited while it rests, the limit is the workspace's, which then rests until the longer of both.
   */
  limited(lane: Lane, forMs: number): void
  /** When something that is closed now opens, in milliseconds from now; `undefined` when nothing is closed. */
  opensIn(): number | undefined
}

interface Bucket {
  tokens: number
  filledAt: number
  restsUntil: number
}

const DEFAULT_CHANNEL_BURST = 3
/** A bucket that is full again is like none: forgotten beyond this many, so that memory stays bounded. */
const REMEMBERED = 1_000

/** @param clock real time in milliseconds, never the movable clock: Slack's limits are real */
export function openPace(settings: PaceSettings, clock: () => number = () => performance.now()): Pace {
  const workspace = { rate: settings.workspacePerSecond, burst: settings.burst }
  const channel = { rate: settings.channelPerSecond, burst: settings.channelBurst ?? DEFAULT_CHANNEL_BURST }
  const councils = new Map<string, Bucket>()
  const lanes = new Map<string, { readonly lane: Lane; readonly bucket: Bucket }>()

  const fresh = (burst: number): Bucket => ({ tokens: burst, filledAt: clock(), restsUntil: 0 })
  const councilBucket = (id: string) => kept(councils, id, () => fresh(workspace.burst))
  const laneBucket = (lane: Lane) =>
    kept(lanes, laneText(lane), () => ({ lane, bucket: fresh(channel.burst) })).bucket

  /** How long until the bucket lets one through. */
  function wait(bucket: Bucket, size: { rate: number; burst: number }): number {
    const now = clock()
    bucket.tokens = Math.min(size.burst, bucket.tokens + ((now - bucket.filledAt) / 1000) * size.rate)
    bucket.filledAt = now
    const missing = bucket.tokens >= 1 ? 0 : ((1 - bucket.tokens) / size.rate) * 1000
    return Math.max(missing, bucket.restsUntil - now)
  }

  function forgetFull(): void {
    if (lanes.size <= REMEMBERED) return
    for (const [text, { bucket }] of lanes)
      if (wait(bucket, channel) <= 0 && bucket.tokens >= channel.burst) lanes.delete(text)
  }

  return {
    closed() {
      forgetFull()
      const shut = [...councils].filter(([, bucket]) => wait(bucket, workspace) > 0).map(([id]) => id)
      const open = [...councils].filter(([id]) => !shut.includes(id))
      return {
        councils: shut,
        lanes: [...lanes.values()].filter(({ bucket }) => wait(bucket, channel) > 0).map(({ lane }) => lane),
        room: Math.max(1, Math.floor(Math.min(workspace.burst, ...open.map(([, bucket]) => bucket.tokens)))),
      }
    },
    spend(lane) {
      councilBucket(lane.councilId).tokens -= 1
      laneBucket(lane).tokens -= 1
    },
    limited(lane, forMs) {
      const now = clock()
      const until = now + forMs
      const others = [...lanes.values()].filter(
        (other) =>
          other.lane.councilId === lane.councilId &&
          other.lane.recipient !== lane.recipient &&
          other.bucket.restsUntil > now,
      )
      const bucket = laneBucket(lane)
      bucket.restsUntil = Math.max(bucket.restsUntil, until)
      if (others.length > 0)
        councilBucket(lane.councilId).restsUntil = Math.max(
          until,
          ...others.map((other) => other.bucket.restsUntil),
        )
    },
    opensIn() {
      const waits = [
        ...[...councils.values()].map((bucket) => wait(bucket, workspace)),
        ...[...lanes.values()].map(({ bucket }) => wait(bucket, channel)),
      ].filter((ms) => ms > 0)
      return waits.length > 0 ? Math.min(...waits) : undefined
    },
  }
}

export function laneText(lane: Lane): string {
  return `${lane.councilId} ${lane.recipient}`
}

function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
