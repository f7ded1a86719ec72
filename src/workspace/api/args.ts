import { isRecord, type Json, parseJson } from '../json.ts'

/** The arguments of a Web API call, in whatever encoding they came. */
export class Args {
  readonly #given: ReadonlyMap<string, unknown>

  constructor(given: ReadonlyMap<string, unknown>) {
    this.#given = given
  }

  text(name: string): string | undefined {
    const value = this.#given.get(name)
    if (typeof value === 'string') return value
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
  }

  flag(name: string): boolean {
    const value = this.text(name)
    return value === 'true' || value === '1'
  }

  number(name: string): number | undefined {
    const value = Number(this.text(name))
    return this.text(name) && Number.isFinite(value) ? value : undefined
  }

  /** A nested value; forms carry it as JSON text. `undefined` when it is absent, `null` when it is no JSON. */
  nested(name: string): unknown {
    const value = this.#given.get(name)
    if (typeof value !== 'string') return value
    return value === '' ? undefined : (parseJson(value) ?? null)
  }

  /** The bytes of a multipart body's first file. */
  firstBlob(): Blob | undefined {
    return [...this.#given.values()].find((value) => value instanceof Blob)
  }

  /** For the journal: everything but the token and the bytes. */
  summary(): Json {
    const shown: Json = {}
    for (const [name, value] of this.#given) {
      if (name === 'token') continue
      if (value instanceof Blob) shown[name] = `(${value.size} bytes)`
      else shown[name] = typeof value === 'string' ? readableArgument(value) : value
    }
    return shown
  }
}

/** Twenty thousand journal entries with whole views in them would not fit in memory. */
const longest = 10_000

function readableArgument(value: string): unknown {
  if (value.length > longest) return `${value.slice(0, longest)}… (${value.length} characters)`
  return /^[[{]/.test(value) ? (parseJson(value) ?? value) : value
}

export async function readArgs(url: URL, contentType: string, body: Buffer): Promise<Args> {
  const given = new Map<string, unknown>(url.searchParams)
  if (contentType.includes('json')) {
    const json = parseJson(body.toString('utf8'))
    if (isRecord(json)) for (const [name, value] of Object.entries(json)) given.set(name, value)
  } else if (contentType.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': contentType },
    }).formData()
    for (const [name, value] of form) given.set(name, value)
  } else {
    for (const [name, value] of new URLSearchParams(body.toString('utf8'))) given.set(name, value)
  }
  return new Args(given)
}
