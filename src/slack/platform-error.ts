/** Slack's own code in an error that the SDK threw for an answer `ok: false`, or `undefined`. */
export function platformError(error: unknown): string | undefined {
  if (Reflect.get(Object(error), 'code') !== 'slack_webapi_platform_error') return undefined
  const code: unknown = Reflect.get(Object(Reflect.get(Object(error), 'data')), 'error')
  return typeof code === 'string' ? code : undefined
}
