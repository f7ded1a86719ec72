/** Where a command writes: `process.stdout` and `process.stderr`, or a test's own. */
export interface Output {
  write(text: string): unknown
  /** A person looks at it, so that a line may be written over. */
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
  /** Nobody reads any more, as when `| head` has seen enough. */
  readonly isClosed?: boolean
}
