import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { z } from 'zod'

/** Who a process is, so that another one with the same number is not mistaken for it. */
export const processIdentity = z.object({
  pid: z.number().int().positive(),
  host: z.string(),
  /** Since when process numbers mean what they mean: this boot and, in containers, this set of processes. */
  numbering: z.string().optional(),
  /** In the kernel's ticks since boot. */
  bornAt: z.string().optional(),
})

export type ProcessIdentity = z.infer<typeof processIdentity>

/** Windows and macOS tell neither `numbering` nor `bornAt`; there a process is judged by its heartbeat. */
export function thisProcess(): ProcessIdentity {
  return {
    pid: process.pid,
    host: hostname(),
    numbering: numbering(),
    bornAt: kernelRecord(process.pid)?.bornAt,
  }
}

/** `unknown` when this machine cannot tell: another host, another container, or a number that may be re-used. */
export function lifeOf(other: ProcessIdentity): 'alive' | 'dead' | 'unknown' {
  const here = numbering()
  if (here === undefined || other.numbering === undefined) {
    return other.host === hostname() && !hasProcess(other.pid) ? 'dead' : 'unknown'
  }
  if (here !== other.numbering) return 'unknown'
  const record = kernelRecord(other.pid)
  if (!record || record.ended || record.bornAt !== other.bornAt) return 'dead'
  return 'alive'
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function numbering(): string | undefined {
  const boot = fromKernel(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim())
  const numbers = fromKernel(() => readlinkSync('/proc/self/ns/pid'))
  return boot !== undefined && numbers !== undefined ? `${boot} ${numbers}` : undefined
}

/** proc_pid_stat(5): the fields after the command's name, which may itself hold spaces and brackets. */
function kernelRecord(pid: number): { ended: boolean; bornAt: string | undefined } | undefined {
  const line = fromKernel(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  if (line === undefined) return undefined
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  const state = fields[0] ?? ''
  // A zombie has ended; only its parent has not yet asked how.
  return { ended: ['Z', 'X', 'x'].includes(state), bornAt: fields[19] }
}

/** Not there on another system, or gone since: both mean that the kernel tells nothing. */
function fromKernel(read: () => string): string | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
