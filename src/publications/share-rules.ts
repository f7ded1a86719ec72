/** What is known of the file of a pack. */
export interface FileAtHand {
  /** Absent when the pack was not given as a file in Slack. */
  readonly slackFileId: string | null
  readonly fileSha256: string | null
  readonly fileName: string
  /** Marks of exempt or confidential matter that it shows, whoever has answered for them. */
  readonly closedMarks: number
  /** Items from which the public is excluded: the file may print their titles, which the card never does. */
  readonly closedItems: number
}

/**
 * Whether the file itself may be put into the committee's channel: a PDF that was given in Slack, was read, and
 * shows no mark of exempt matter, for an agenda that is open throughout. A clerk's tick that it is the public copy lets its agenda be published, which
 * they correct before; it does not let pages out that nobody can take back.
 */
export function mayBeShared<F extends FileAtHand>(
  file: F,
): file is F & { readonly slackFileId: string; readonly fileSha256: string } {
  return (
    file.slackFileId !== null &&
    file.fileSha256 !== null &&
    /\.pdf$/i.test(file.fileName) &&
    file.closedMarks === 0 &&
    file.closedItems === 0
  )
}

/** From what the card says anyhow: the name under which a clerk keeps a file may name what is closed. */
export function publicFileName(meeting: { readonly committeeName: string; readonly date: string }): string {
  const plain = meeting.committeeName.replaceAll(/[^\p{L}\p{N} '’&-]+/gu, ' ').trim()
  return `${plain} ${meeting.date}.pdf`
}
