/** Answers of sites that say by what they can be told apart (RFC 9110: ETag, Last-Modified); most do not. */
export interface AnswerMemory {
  get(address: string): KnownAnswer | undefined
  keep(address: string, headers: { get(name: string): string | null }, bytes: Uint8Array): void
}

export interface KnownAnswer {
  /** Headers for asking only for what has changed since. */
  readonly conditions: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
}

const MOST_ANSWERS = 500
const MOST_BYTES = 16 * 1024 * 1024

/** In this process alone: after a restart everything is asked for once, which is no loss. */
export function answerMemory(): AnswerMemory {
  const kept = new Map<string, KnownAnswer>()
  let bytesKept = 0
  const forget = (address: string) => {
    bytesKept -= kept.get(address)?.bytes.byteLength ?? 0
    kept.delete(address)
  }
  return {
    get: (address) => kept.get(address),
    keep(address, headers, bytes) {
      forget(address)
      const etag = headers.get('etag')
      const modified = headers.get('last-modified')
      if ((etag === null && modified === null) || bytes.byteLength > MOST_BYTES) return
      kept.set(address, {
        conditions: {
          ...(etag === null ? {} : { 'if-none-match': etag }),
          ...(modified === null ? {} : { 'if-modified-since': modified }),
        },
        bytes,
      })
      bytesKept += bytes.byteLength
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST_ANSWERS && bytesKept <= MOST_BYTES) break
        forget(oldest)
      }
    },
  }
}
