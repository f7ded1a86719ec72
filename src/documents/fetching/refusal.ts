/** Why a web address gave no file, with the facts needed to explain it (`words.en.ts` holds the sentences). */
export type FetchRefusal =
  /** Not http or https. */
  | { readonly code: 'not-a-web-address' }
  /** A name or password stands in the address: it would be kept and shown to everybody. */
  | { readonly code: 'holds-a-password' }
  | { readonly code: 'not-public' }
  /** Many councils' sites stand behind a shield that answers programs with 403. */
  | { readonly code: 'refuses-programs'; readonly status: number }
  | { readonly code: 'not-found'; readonly status: number }
  | { readonly code: 'site-failed'; readonly status: number }
  | { readonly code: 'busy'; readonly status: number }
  | { readonly code: 'too-large'; readonly megabytes: number }
  | { readonly code: 'too-slow'; readonly seconds: number }
  | { readonly code: 'unreachable' }
  | { readonly code: 'certificate' }
  | { readonly code: 'broke-off' }
  | { readonly code: 'too-many-redirects' }

/** Shields answer 401, 403 or 451 to what is not a browser, or 406 to a client whose name they do not know. */
const REFUSES = [401, 403, 406, 451]
const GONE = [404, 410]
/** RFC 9110: temporary, so that asking again a little later is right. */
const PASSES = [429, 502, 503, 504]

/** What an answer other than the file means. */
export function refusalOfStatus(status: number): FetchRefusal {
  if (REFUSES.includes(status)) return { code: 'refuses-programs', status }
  if (GONE.includes(status)) return { code: 'not-found', status }
  return PASSES.includes(status) ? { code: 'busy', status } : { code: 'site-failed', status }
}
