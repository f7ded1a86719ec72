// A process that takes the lock of the folder it is given, says so on its output, and keeps it until it ends.
import { lockFolder } from '../../src/database/folder-lock.ts'
import { DatabaseProblem } from '../../src/database/problems.ts'
import { silentLog } from '../support/logs.ts'

const folder = process.argv[2] ?? ''

try {
  const lock = await lockFolder(folder, silentLog)
  process.on('SIGTERM', () => lock.release().then(() => process.exit(0)))
  // Said last: whoever reads it may stop this process at once.
  console.log('taken')
  setInterval(() => {}, 60_000)
} catch (error) {
  if (!(error instanceof DatabaseProblem)) throw error
  console.log(error.code)
}
