// What an officer owes: asked for, answered with a briefing note, and read by whoever asked.
import { describe, expect, test } from 'vitest'
import { columnOfDate } from '../../src/calendar/civil.ts'
import { words as say } from '../../src/tracker/owner-words.en.ts'
import { firstGround } from './support/matrix.ts'
import { asField } from './support/person.ts'
import { standing } from './support/standing.ts'
import * as sample from './support/words.ts'

const NOTE = new TextEncoder().encode('Forty appointments a week are cancelled.')

describe.each(firstGround)('What an officer owes over $transport, $database database', (ground) => {
  const it = standing(ground)
  const officer = () => it().as(sample.officer)
  const asker = () => it().as(sample.membersOnSlack[2] ?? sample.clerk)

  test('is found with /tracker, answered with a note, and the asker opens it', async () => {
    const { prisma } = it().database
    const committee = await prisma.committee.findFirstOrThrow({ where: { name: sample.committee } })
    const { councilId } = committee
    const person = (name: string) => prisma.person.findFirstOrThrow({ where: { councilId, name } })
    const owner = await person(sample.officer)
    const member = await person(sample.membersOnSlack[2] ?? '')
    await prisma.trackerRow.create({
      data: {
        councilId,
        committeeId: committee.id,
        reference: 'Q1/26',
        kind: 'information',
        source: 'hand',
        sourceKey: 'planted/1',
        groupKey: 'planted/1',
        text: 'How many appointments are cancelled?',
        askerId: member.id,
        due: 'date',
        dueOn: columnOfDate('2027-06-01'),
        createdAt: new Date(),
        byId: 'planted',
        owners: { create: [{ councilId, personId: owner.id, since: new Date(), byId: 'planted' }] },
      },
    })
    await officer().command('/tracker')
    await officer().click('Open')
    await officer().click(say.buttons.answer)
    await officer().submit({ [say.answer.file]: asField({ name: 'note.txt', bytes: NOTE }) })
    await expect
      .poll(async () => (await officer().modal()).text, { timeout: 20_000 })
      .toContain('It is on its way')
    await asker().sees('How many appointments are cancelled?')
    await asker().click(say.answered.open)
    await expect
      .poll(async () => JSON.stringify(await asker().messages()), { timeout: 20_000 })
      .toContain('note.txt')
  })
})
