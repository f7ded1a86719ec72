import { expect, test } from 'vitest'
import { renderers } from '../../src/cards/renderers.ts'
import { stopWatching } from '../../src/connectors/watch-committee.ts'
import { outgoingOf } from '../../src/delivery/outgoing-message.ts'
import { meetingOf } from '../connectors/modern-gov-site.ts'
import { NEXT, watching } from '../connectors/watching.ts'
import type { InventedCouncil } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { readable } from '../support/shown.ts'
import { expectShowable } from '../support/worst-case.ts'

describeWithDatabase('a message about a watched site, rendered when it is sent,', (database) => {
  async function said({ house, ground, id }: InventedCouncil, kind: string) {
    const row = await ground.prisma.outboxMessage.findFirstOrThrow({ where: { councilId: id, kind } })
    const rendering = await renderers.get(kind)?.(house, outgoingOf(row))
    if (!rendering) throw new Error(`no renderer for ${kind}`)
    if ('drop' in rendering) return `dropped: ${rendering.drop}`
    expectShowable({ text: rendering.post.text, blocks: rendering.post.blocks })
    return readable(rendering.post)
  }
  const stands = ({ ground, id }: InventedCouncil) =>
    ground.prisma.outboxMessage.updateMany({
      where: { councilId: id },
      data: { state: 'sent', sentAt: new Date(), slackTs: '1.0', shown: 1 },
    })

  test('shows the meeting as it stands on the site now', async () => {
    const { council, site, tick, later } = await watching(database())
    await tick()
    expect(await said(council, 'site-proposals')).toContain('A meeting that is not in Scrutineer yet.')
    for (const meeting of site.meetings) meeting.time = '2.30 pm'
    await later()
    expect(await said(council, 'site-proposals')).toContain('Wednesday 20 September 2017, 2.30 pm')
  })

  test('shows what was done a moment ago, before the next look notes it', async () => {
    const { council, site, tick, later } = await watching(database())
    const meetingId = await council.meeting()
    await tick()
    for (const meeting of site.meetings) meeting.status = 'Cancelled'
    await later()
    expect(await said(council, 'site-proposals')).toContain('[Change it here too] [Leave it as it is]')
    await stands(council)
    await council.ground.prisma.meeting.update({
      where: { id: meetingId, councilId: council.id },
      data: { state: 'cancelled' },
    })
    expect(await said(council, 'site-proposals')).toContain('The cancellation: done')
  })

  test('is not sent when nothing is asked any more, nor to a channel that is not the clerks’', async () => {
    const { council, tick } = await watching(database())
    await tick()
    const { committee, id, ground, house } = council
    await ground.prisma.committee.update({
      where: { id: committee.id, councilId: id },
      data: { clerksChannelId: 'G0OTHER' },
    })
    expect(await said(council, 'site-proposals')).toBe('dropped: not-asked')
    await ground.prisma.committee.update({
      where: { id: committee.id, councilId: id },
      data: { clerksChannelId: committee.clerksChannelId },
    })
    await stopWatching(house, { by: 'operator', committeeId: committee.id })
    expect(await said(council, 'site-proposals')).toBe('dropped: settled')
  })

  test('tells of a site that shuts programs out, and where that stands already that it works again', async () => {
    const { council, site, tick, later } = await watching(database(), [meetingOf(NEXT)])
    Object.assign(site.mood, { service: 'refused', pages: 'refused' })
    await tick()
    expect(await said(council, 'site-trouble')).toMatch(
      /it lets only browsers in.*“403”[\s\S]*Reference [2-9A-Z]{7}/,
    )
    Object.assign(site.mood, { service: 'on', pages: 'on' })
    await later({ hours: 1 })
    expect(await said(council, 'site-trouble')).toBe('dropped: mended')
    await stands(council)
    expect(await said(council, 'site-trouble')).toContain('It works again since 10:00 on Wed 6 Sep')
  })
})
