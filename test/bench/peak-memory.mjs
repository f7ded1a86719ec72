// Loaded before what is measured: its last word is the most memory that the process had, in KiB.
import { writeSync } from 'node:fs'

process.on('exit', () => writeSync(2, `\npeak ${process.resourceUsage().maxRSS}\n`))
