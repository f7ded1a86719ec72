import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/** The folder of package.json, from the sources and from the compiled code alike. */
export function packageRoot(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error(`No package.json stands above ${import.meta.dirname}`)
    folder = above
  }
  return folder
}

export function packageVersion(): string {
  const file = readFileSync(join(packageRoot(), 'package.json'), 'utf8')
  return z.looseObject({ version: z.string() }).parse(JSON.parse(file)).version
}
