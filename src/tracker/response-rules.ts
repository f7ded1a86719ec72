export const RESPONSE_STATES = ['accepted', 'inPart', 'rejected', 'notedOnly', 'unfeasible'] as const
export type ResponseState = (typeof RESPONSE_STATES)[number]

/** What the executive, the council or a partner answered to a recommendation; ISO civil dates. */
export interface ResponseSaid {
  readonly state: ResponseState
  readonly reasons: string
  /** What they propose to do. */
  readonly proposed: string
  readonly body: string
  readonly consideredOn: string
  /** Of that body's meeting. */
  readonly minute: string
  readonly publishedOn: string | undefined
}

/**
 * - `reasons-missing`: whatever is not accepted as it stands needs its reasons
 * - `body-missing`: whose answer it is
 * - `not-yet`: it has not been considered so early
 * - `before-it-was-made`: nobody answers what has not been asked
 * - `published-before`: not before it was considered
 * - `published-not-yet`: nor in the future
 */
export interface ResponseRefusal {
  readonly code:
    | 'reasons-missing'
    | 'body-missing'
    | 'not-yet'
    | 'before-it-was-made'
    | 'published-before'
    | 'published-not-yet'
}

/**
 * Why a response cannot be recorded like this.
 *
 * @param of.today ISO civil date in the council's zone
 * @param of.isClosed reasons for closed business stand in its own papers: none are written into Slack
 */
export function whyNotRespond(
  said: ResponseSaid,
  of: { readonly metOn: string | undefined; readonly isClosed: boolean; readonly today: string },
): ResponseRefusal | undefined {
  if (said.body === '') return { code: 'body-missing' }
  if (said.state !== 'accepted' && said.reasons === '' && !of.isClosed) return { code: 'reasons-missing' }
  if (said.consideredOn > of.today) return { code: 'not-yet' }
  if (said.publishedOn !== undefined && said.publishedOn > of.today) return { code: 'published-not-yet' }
  if (of.metOn !== undefined && said.consideredOn < of.metOn) return { code: 'before-it-was-made' }
  if (said.publishedOn !== undefined && said.publishedOn < said.consideredOn)
    return { code: 'published-before' }
  return undefined
}
