import type { FetchRefusal } from './refusal.ts'

/** A file as a site gave it. */
export interface WebFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Where it was in the end, after redirects. */
  readonly url: URL
}

/** What one attempt to fetch came to; with `again` where the next one may do better. */
export type Attempt =
  | { readonly file: WebFile; readonly refusal?: undefined; readonly again?: undefined }
  | {
      readonly file?: undefined
      readonly refusal: FetchRefusal
      readonly again?: { readonly askedMs?: number | undefined }
    }
