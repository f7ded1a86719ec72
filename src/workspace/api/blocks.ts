import { isRecord } from '../json.ts'
import { type BlockProblem, blockProblems, viewProblems } from '../validate-blocks.ts'
import { type Methods, SlackError } from './call.ts'

/** docs.slack.dev/reference/methods/blocks.validate: exactly one of blocks, message and view. */
export const blocks: Methods = {
  'blocks.validate': {
    run: ({ args }) => {
      const given = ['blocks', 'message', 'view'].filter((name) => args.nested(name) !== undefined)
      const [name] = given
      if (given.length !== 1 || !name) throw new SlackError('invalid_arguments')
      const errors = problemsOf(name, args.nested(name))
      if (errors.length > 0) throw new SlackError(`invalid_${name}`, { errors })
      return {}
    },
  },
}

function problemsOf(name: string, value: unknown): readonly BlockProblem[] {
  if (name === 'view') return viewProblems(value, ['modal', 'home']).map((problem) => at('/view', problem))
  if (name === 'message') {
    const given = isRecord(value) ? (value['blocks'] ?? []) : value
    return blockProblems(given, 'message').map((problem) => at('/message', problem))
  }
  return blockProblems(value, 'message')
}

function at(prefix: string, problem: BlockProblem): BlockProblem {
  return { ...problem, pointer: prefix + problem.pointer }
}
