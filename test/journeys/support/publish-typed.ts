import type { Person } from './person.ts'
import { typedMeeting } from './words.ts'

/** A clerk publishes a meeting without a file; what is not said is that of `typedMeeting`. */
export async function publishTyped(
  clerk: Person,
  {
    wait = true,
    ...fields
  }: { wait?: boolean } & Partial<Record<keyof typeof typedMeeting | string, unknown>> = {},
): Promise<void> {
  await clerk.command('/pack', { channel: 'health-scrutiny' })
  await clerk.submit()
  await clerk.submit({ ...typedMeeting, ...fields }, { wait })
}
