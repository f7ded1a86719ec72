import type { WebClient } from '@slack/web-api'
import { slackDirectory, slackTeam } from '../slack/directory.ts'
import { localDirectory } from '../slack/local-directory.ts'
import type { SlackAccess } from './desk.ts'

/**
 * How commands look people up in Slack. Nothing is asked before a command needs it: verifying the audit
 * trail must work while Slack is down.
 *
 * @param client without retries of its own
 * @param workspace address of the local workspace, where applying an import makes accounts and channels;
 *   absent with real Slack, which is only ever read
 */
export function slackAccess(client: WebClient, workspace?: string): SlackAccess {
  return {
    ...(workspace === undefined ? {} : { isTrial: true as const }),
    team: () => slackTeam(client),
    directoryFor: (file, apply) =>
      apply && workspace !== undefined ? localDirectory(workspace, file) : slackDirectory(client),
  }
}
