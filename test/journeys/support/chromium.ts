import { execFileSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { packageRoot } from '../../../src/package-root.ts'
import { temporaryFolder } from '../../workspace/council.ts'

function pathOf(program: string): string | undefined {
  try {
    return execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

const executablePath = pathOf('chromium')

/** Why the page cannot be tried here; CI installs it, and sets TEST_CHROMIUM=1 so that this is an error there. */
export const chromiumMissing =
  executablePath !== undefined || process.env['TEST_CHROMIUM'] === '1'
    ? undefined
    : 'No chromium here (apt-get install chromium)'

/** A browser with a profile of its own that talks to nobody but this machine. */
export function openBrowser(viewport = { width: 1280, height: 860 }): Promise<BrowserContext> {
  return chromium.launchPersistentContext(temporaryFolder(), {
    ...(executablePath === undefined ? {} : { executablePath }),
    viewport,
    locale: 'en-GB',
    args: [
      '--no-sandbox',
      '--lang=en-GB',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A picture to look at afterwards, in `test-output/`. */
export async function photograph(page: Page, name: string): Promise<void> {
  const folder = join(packageRoot(), 'test-output')
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
