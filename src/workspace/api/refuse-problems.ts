import type { BlockProblem } from '../validate-blocks.ts'
import { SlackError } from './call.ts'

/** Slack's answer to blocks it does not take: each problem with its JSON pointer, in two places. */
export function refuseProblems(code: string, problems: readonly BlockProblem[], prefix = ''): void {
  if (problems.length === 0) return
  const errors = problems.map((problem) => `${problem.message} [json-pointer:${prefix}${problem.pointer}]`)
  throw new SlackError(code, {
    errors,
    response_metadata: { messages: errors.map((error) => `[ERROR] ${error}`) },
  })
}
