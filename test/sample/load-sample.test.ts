import { createServer } from 'node:http'
import { Temporal } from 'temporal-polyfill'
import { expect, onTestFinished, test } from 'vitest'
import { allCouncils } from '../../src/committees/councils.ts'
import { clerksOf, membersOn } from '../../src/committees/people.ts'
import { loadSample } from '../../src/sample/load-sample.ts'
import { embeddedDatabase } from '../support/databases.ts'

/** As much of the local workspace as seating somebody needs. */
async function seatingWorkspace(): Promise<{ url: string; seated: unknown[] }> {
  const seated: unknown[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const order: unknown = JSON.parse(Buffer.concat(chunks).toString())
    seated.push(order)
    const id = `${request.url === '/_local/people' ? 'U' : 'C'}${seated.length}`
    response.end(JSON.stringify({ ok: true, person: { id }, channel: { id } }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, seated }
}

test('the first start of the local workspace seats the sample committee, and no later one does', async () => {
  const { prisma } = await embeddedDatabase()
  const { url, seated } = await seatingWorkspace()
  const now = Temporal.Instant.from('2026-05-20T09:00:00Z')
  const ground = { prisma, now: () => now, onMessages: () => undefined }
  const team = { id: 'T01SAMPLE01', name: 'Haverleigh Council' }

  expect(await loadSample(ground, url, team)).toBe(true)
  expect(await loadSample(ground, url, team)).toBe(false)

  const [council] = await allCouncils(prisma)
  expect(council?.name).toBe('Haverleigh Council')
  const councilId = council?.id ?? ''
  const committee = await prisma.committee.findFirstOrThrow({ where: { councilId } })
  const members = await membersOn(prisma, councilId, committee.id, '2026-05-20')
  expect(members).toHaveLength(11)
  expect(members.filter(({ person }) => person.slackUserId === undefined)).toHaveLength(1)
  expect(await clerksOf({ councilId, db: prisma }, committee.id)).toHaveLength(2)
  expect(committee.clerksChannelId).not.toBe(committee.channelId)
  const clerksChannel = seated.find((order) => JSON.stringify(order).includes('"private":true'))
  expect(clerksChannel).toMatchObject({
    withApp: true,
    members: expect.toSatisfy((members) => members.length === 2),
  })
})
