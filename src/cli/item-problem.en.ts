import type { ItemLineProblem } from '../publications/item-lines.ts'

/** What is wrong with a line of a file of items. */
export function itemProblem(problem: ItemLineProblem): string {
  switch (problem.code) {
    case 'no-title':
      return `line ${problem.line}: there is no title`
    case 'pages-backwards':
      return `line ${problem.line}: the pages run from ${problem.from} back to ${problem.to}`
    case 'title-too-long':
      return `line ${problem.line}: the title is longer than ${problem.limit} characters`
  }
}
