import type { CommitteeFile } from '../committees/committee-file.ts'
import type { CouncilGround, WantedCouncil } from '../committees/councils.ts'
import { emptyDirectory, type SlackDirectory } from '../committees/slack-directory.ts'
import type { Houses } from '../database/houses.ts'
import type { CommandFacts } from './command-list.ts'
import { fileMissing } from './words.en.ts'

/**
 * What a command stands on. The running bot makes one for commands that are handed to it, and the command
 * line makes one when no bot runs, so that the same code serves both.
 */
export interface Desk {
  readonly ground: CouncilGround
  readonly slack: SlackAccess
  readonly houses: Houses
  /** What the command has brought along, by name. @throws {FileMissing} */
  file(name: string): Promise<Uint8Array>
  out(text: string): void
  err(text: string): void
}

export interface SlackAccess {
  /** The local workspace: what stands there is for trying out. */
  readonly isTrial?: true
  /** The Slack workspace that a council is bound to. */
  team(): Promise<WantedCouncil['team']>
  /** Where to look the file's people up; `apply` when the import will be made, and accounts may be too. */
  directoryFor(file: CommitteeFile, apply: boolean): SlackDirectory
}

/** Without Slack settings nobody is known, and the import says so. */
export const withoutSlack: SlackAccess = {
  team: async () => undefined,
  directoryFor: () => emptyDirectory,
}

/** A command's file is not there or cannot be read. */
export class FileMissing extends Error {
  override readonly name = 'FileMissing'
}

export interface Command extends CommandFacts {
  /**
   * What it takes along, made in the process that was called: the files among its arguments, or what was
   * read from them. A running bot gets these and no path.
   *
   * @throws {FileMissing} before anything is opened or asked: a mistyped name is answered at once
   */
  bring(
    args: readonly string[],
    file: (path: string) => Promise<Uint8Array>,
  ): Promise<ReadonlyMap<string, Uint8Array>>
  /** Answers the exit code: 0 done, 1 not done, 2 wrongly called. */
  run(args: readonly string[], desk: Desk): Promise<number>
}

/** @throws {FileMissing} when a command asks for what it did not bring */
export function broughtAlong(files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = files.get(name)
  if (!bytes) throw new FileMissing(fileMissing(name, 'it was not handed along'))
  return bytes
}
