import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { columnOfDate } from '../../src/calendar/civil.ts'
import { controlModel } from '../../src/cards/control-model.ts'
import { controlMessageOf, moreView, wholeControl } from '../../src/cards/control-view.ts'
import { councilCode } from '../../src/interests/council-code.ts'
import type { Effect } from '../../src/interests/types.ts'
import { interestWords } from '../../src/interests/words.ts'
import { meetingSheet } from '../../src/minutes/meeting-sheet.ts'
import { sheetFile, sheetPaper } from '../../src/minutes/meeting-sheet-paper.ts'
import { alsoModal } from '../../src/sitting/also-view.ts'
import { businessForm } from '../../src/sitting/business-form.ts'
import { itemsView, itemView } from '../../src/sitting/business-views.ts'
import { chairModal } from '../../src/sitting/chair-view.ts'
import { discloseModal } from '../../src/sitting/disclose-view.ts'
import { expectedRoll } from '../../src/sitting/expected-roll.ts'
import { interestsModal } from '../../src/sitting/interests-view.ts'
import { EVERY } from '../../src/sitting/item-interests-model.ts'
import { exclusionModal, rulingModal } from '../../src/sitting/item-views.ts'
import { itemWords } from '../../src/sitting/item-words.ts'
import { openingModal } from '../../src/sitting/open-view.ts'
import { rollForm } from '../../src/sitting/roll-form.ts'
import { entriesView, rollModal } from '../../src/sitting/roll-view.ts'
import { stateModal } from '../../src/sitting/state-view.ts'
import { toldModal } from '../../src/sitting/told-view.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { expectShowable, long } from '../support/worst-case.ts'
import { meetingBegins } from './sitting-stage.ts'

describeWithDatabase('a committee of 80 with an agenda of 60 items', (database) => {
  test('fits every view of its meeting, the control and the sheet, with names and titles at their longest', async () => {
    const it = await meetingBegins(database())
    const { id: councilId, meetingId, prisma, committee, house } = it
    const people = Array.from({ length: 70 }, (_, place) => ({
      id: newId(),
      councilId,
      title: 'Councillor',
      name: long(`Name ${place}`, 160),
    }))
    const seats = people.map((_, place) => ({
      id: newId(),
      councilId,
      committeeId: committee.id,
      position: 100 + place,
      kind: 'member' as const,
      voting: 'always' as const,
    }))
    await prisma.person.createMany({ data: people })
    await prisma.seat.createMany({ data: seats })
    await prisma.seatOccupancy.createMany({
      data: seats.map(({ id: seatId }, place) => ({
        councilId,
        seatId,
        personId: people[place]?.id ?? '',
        since: columnOfDate('2017-05-01'),
      })),
    })
    await prisma.agendaItem.createMany({
      data: Array.from({ length: 57 }, (_, place) => ({
        councilId,
        meetingId,
        position: place + 10,
        number: String(place + 10),
        title: long(`Title ${place}`, 300),
      })),
    })
    const { meeting } = await opened()
    const now = house.now()
    const expected = await expectedRoll(house, meeting)
    expect(expected.length).toBeGreaterThanOrEqual(80)
    expectShowable(openingModal({ meeting, expected, remote: 'remoteObserver', now }))

    await it.arrive(people.map((person) => ({ ...person, slackUserId: undefined })))
    await it.take(12)
    const sitting = await it.sitting()
    const form = await businessForm(house, sitting, sitting.current?.recordId ?? '', now)
    expect(form).toBeDefined()
    const also = Array.from({ length: 100 }, (_, place) => ({
      id: newId(),
      name: long(`Officer ${place}`, 100),
      role: long('Role', 200),
    }))
    const control = await controlModel(house, sitting)
    const effect: Effect = { speaking: 'no', mayVote: false, mustLeave: true, sources: [] }
    const lines = people.map(({ id, name }) => ({ id, name, effect, text: `${name}: ${long('Kind', 200)}` }))
    const declared = {
      isDisclosed: true,
      conduct: undefined,
      isWhip: false,
      until: '2017-10-17',
      isTold: false,
    }
    const interests = {
      meeting,
      which: EVERY,
      choices: sitting.business.map((one) => ({ value: one.recordId, text: long('Item', 300) })),
      toCall: lines,
      recorded: lines.map((line) => ({ ...line, ...declared })),
    }
    const whose = { kind: long('Kind', 200), isTold: false, byHand: true, working: [long('Working', 900)] }
    const told = lines.map(({ id, name }) => ({ disclosureId: id, name, ...whose }))
    const say = itemWords('en')
    const choices = (many: readonly { id: string }[]) =>
      many.map(({ id }) => ({ value: id, text: long('Choice', 300) }))
    const shared = {
      meeting,
      metadata: meetingId,
      time: '10:00',
      items: choices(sitting.business.map(({ recordId: id }) => ({ id }))),
      which: sitting.business[0]?.recordId ?? '',
    }
    const code = await councilCode(house)
    const allowed = { ...shared, members: choices(people), code, dispensations: [] }
    const ruling = { ...shared, item: long('Item', 300), presides: long('Name', 160), ruling: undefined }
    const exclusion = { ...shared, text: long('Motion', 3_500), exclusions: [] }
    const views = [
      rollModal(await rollForm(house, sitting)),
      entriesView(sitting, 1),
      chairModal(sitting, now),
      itemsView(sitting, 1),
      ...(form ? [itemView(form)] : []),
      alsoModal(meetingId, also),
      stateModal(sitting, 'closed', now),
      interestsModal(interests, { metadata: meetingId, time: '10:00' }, say),
      toldModal(told, say),
      discloseModal(allowed, say, interestWords('en')),
      rulingModal(ruling, say),
      exclusionModal(exclusion, say),
      controlMessageOf(control),
      wholeControl(control),
      moreView(control),
    ]
    for (const view of views) expectShowable(view)
    // Cut to what the field takes, the motion would be recorded without its last items.
    const field = exclusionModal(exclusion, say).blocks.find((block) => block.type === 'input')
    expect(field).toMatchObject({ optional: true, hint: { text: say.exclusion.leftEmpty } })
    expect(JSON.stringify(field)).not.toContain('initial_value')

    const sheet = await meetingSheet(house, meeting)
    const text = JSON.stringify(sheetPaper(sheet))
    expect(text).toContain('NOT FOR PUBLICATION')
    expect(text).toContain('Fracture clinics')
    expect((await sheetFile(sheet)).bytes.length).toBeGreaterThan(1_000)

    async function opened() {
      await it.open(3)
      return it.sitting()
    }
  })
})
