import { z } from 'zod'

/** What it takes of an import file: who shall have an account, and which channels shall be there. */
export interface LocalCommittee {
  readonly channel: string | undefined
  readonly clerksChannel: string | undefined
  readonly people: readonly {
    readonly name: string
    readonly title: string | undefined
    readonly email: string | undefined
    readonly part: { readonly as: string; readonly duty?: string }
  }[]
}

const personAnswer = z.object({ person: z.object({ id: z.string() }) })
const channelAnswer = z.object({ channel: z.object({ id: z.string() }) })

/**
 * The directory of the local workspace: whoever an import file gives an e-mail address gets an account
 * there, and its channels are made, so that any committee can be tried out. Never used with real Slack.
 *
 * @param origin of the local workspace, such as `http://127.0.0.1:3000`
 */
export function localDirectory(origin: string, committee: LocalCommittee) {
  const withAccount = committee.people.filter((person) => person.email !== undefined)
  return {
    async userByEmail(email: string): Promise<string | undefined> {
      const person = withAccount.find((other) => other.email === email)
      if (!person) return undefined
      const { name, title } = person
      const handle = email.split('@')[0] ?? email
      const order = { name: handle, realName: name, email, ...(title ? { title } : {}) }
      return personAnswer.parse(await post(`${origin}/_local/people`, order)).person.id
    },
    async channelByName(name: string): Promise<{ id: string; botIsMember: boolean } | undefined> {
      const isClerks = name === committee.clerksChannel
      const members = withAccount
        .filter(({ part }) => part.duty === 'clerk' || !isClerks)
        .map(({ email }) => email)
      const order = { name, private: isClerks, members, withApp: true }
      const { channel } = channelAnswer.parse(await post(`${origin}/_local/channels`, order))
      return { id: channel.id, botIsMember: true }
    },
  }
}

async function post(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  })
  if (!response.ok)
    throw new Error(`The local workspace refuses ${url}: ${response.status} ${await response.text()}`)
  return response.json()
}
