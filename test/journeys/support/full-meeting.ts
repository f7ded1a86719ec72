// A meeting of two hours as two clerks and eleven members live it, whatever the weather.
import { expect } from 'vitest'
import { words as interests } from '../../../src/interests/words.en.ts'
import { words as supplement } from '../../../src/publications/supplement-words.en.ts'
import { words as publication } from '../../../src/publications/words.en.ts'
import { businessWords } from '../../../src/sitting/business-words.en.ts'
import { words as item } from '../../../src/sitting/item-words.en.ts'
import { words as questions } from '../../../src/sitting/question-words.en.ts'
import { rollWords } from '../../../src/sitting/roll-words.en.ts'
import { stateWords } from '../../../src/sitting/state-words.en.ts'
import { sittingWords } from '../../../src/sitting/words.en.ts'
import { formWords as form } from '../../../src/votes/form-words.en.ts'
import { words as votes } from '../../../src/votes/words.en.ts'
import { at, first, pressed, type Run, second, settled } from './meeting-desk.ts'
import { publishTyped } from './publish-typed.ts'
import * as sample from './words.ts'

const ITEMS =
  '1. Apologies\n2. Minutes\n3. Pharmacy services (pages 3-4)\n4. Winter plan (pages 5-9)\n5. A contract [closed 3]\n6. Work programme'
export const LATE = 'Ambulance delays'
const FIRST = [
  'Ruth Okafor',
  'Imran Siddall',
  'Tom Fairlock',
  'Elaine Hartwick',
  'Anjali Nairn',
  'Gareth Penwarden',
  'Siân Prosser-Lowe',
  'Jo Ward',
  sample.withoutSlack,
]
/** All who can vote: a co-optee cannot, and one has sent apologies. */
export const VOTERS = [...FIRST.filter((name) => name !== sample.withoutSlack), 'Kofi Mensah-Boyd']
const MOTION = 'That the Cabinet be recommended to keep the pharmacy open'
const AS_AMENDED = 'That the Cabinet be recommended to keep the pharmacy open until March'
const { disclose } = item

/** What is published, noticed and set before the day. */
export async function before(run: Run): Promise<void> {
  const clerk = run.bot.as(sample.clerk)
  await publishTyped(clerk, { [sample.labels.items]: ITEMS })
  await clerk.close()
  const jo = run.bot.as('Jo Ward')
  await jo.command('/declare')
  await jo.submit({
    [interests.form.items]: ['3. Pharmacy services'],
    [interests.form.type]: interests.kinds.dpi,
  })
  await jo.submit({
    [interests.confirm.registration]: interests.registrations.registered,
    [interests.confirm.nature]: 'Her husband runs a pharmacy',
  })
  await jo.close()
  await run.bot.as('Malcolm Trentham').command('/apologies')
  await run.bot.as('Malcolm Trentham').submit()
  await run.bot.as('Malcolm Trentham').close()
  await run.bot.world.advance({ set: '2027-03-16T10:00:00Z' })
  await clerk.command('/pack', { channel: sample.channel })
  await clerk.submit()
  await clerk.click(publication.review.addsToThem)
  const meeting = (await clerk.field(supplement.form.meeting)).options?.[0]?.text
  await clerk.submit({
    [supplement.form.meeting]: meeting,
    [supplement.form.lines(1, 1, true)]: `7. ${LATE} (pages 10-12) [new]`,
  })
  while (await clerk.openModal()) await clerk.close()
  await clerk.command('/vote settings')
  await clerk.submit({
    [form.settings.members]: '3',
    [form.settings.flags]: [form.settings.electronic, form.settings.posted],
  })
  await clerk.close()
}

/** The roll, somebody late, and the first items; both clerks press at once. */
export async function opening(run: Run): Promise<void> {
  const [desk, other] = [first(run), second(run)]
  await at(run, '14:00')
  await Promise.all([desk, other].map(async ({ clerk }) => clerk.command('/meeting open', { wait: false })))
  await run.bot.world.idle()
  await other.closeAll()
  await desk.closeAll()
  await desk.open(FIRST)
  await desk.press(rollWords.button)
  await desk.clerk.click(rollWords.also.button)
  await desk.clerk.submit({ [rollWords.also.name]: 'Farah Quistain', [rollWords.also.role]: 'Director' })
  await desk.closeAll()
  // One goes on to the next item, and so does the other: it is one step.
  await Promise.all([desk, other].map(({ clerk }) => pressed(clerk, businessWords.next)))
  await settled(run)()
  expect(await desk.control()).toContain('1. Apologies')
  await at(run, '14:10')
  await desk.press(businessWords.next)
  await Promise.all([desk, other].map(({ clerk }) => pressed(clerk, votes.control.agreed)))
  await settled(run)()
  await at(run, '14:15')
  await other.roll({ came: ['Kofi Mensah-Boyd'], at: '14:12' })
  expect(await desk.control()).toContain('In the room (10): ')
}

/** Interests, another chair, amendments carried and lost, a tie and its casting vote, questions. */
export async function pharmacy(run: Run): Promise<void> {
  const [desk, other] = [first(run), second(run)]
  await desk.press(businessWords.next)
  await desk.press(item.control.interests)
  const notice = (await desk.clerk.modal()).fields.find(({ label }) => label.includes('Jo Ward'))
  await desk.send({ [notice?.label ?? '']: item.interests.outcome.disclosed })
  await desk.more(item.control.interests)
  await desk.clerk.click(item.interests.declare)
  await desk.send({
    [disclose.member]: 'Councillor Tom Fairlock',
    [disclose.item]: '3. Pharmacy services',
    [disclose.type]: interests.kinds.transparency,
    [disclose.nature]: 'He knows the pharmacist',
    [disclose.did]: item.interests.conduct.tookPart,
  })
  await desk.more(item.control.interests)
  await desk.send({ [item.interests.did('Councillor Jo Ward')]: item.interests.conduct.left })
  await desk.roll({ left: ['Jo Ward'] })
  await other.press(rollWords.chair.button)
  await other.send({
    [rollWords.chair.who]: 'Councillor Dr Imran Siddall',
    [rollWords.chair.scope]: rollWords.chair.thisItem('3. Pharmacy services'),
  })
  await at(run, '14:25')
  await desk.more(votes.control.motion)
  await desk.send({
    [form.text]: MOTION,
    [form.mover]: 'Councillor Elaine Hartwick',
    [form.seconder]: 'Councillor Gareth Penwarden',
  })
  for (const [text, then] of [
    ['After “open” add “for ever”', `${MOTION} for ever`],
    ['After “open” add “until March”', AS_AMENDED],
  ]) {
    await desk.more(votes.control.motion)
    await desk.send({ [form.move.amends]: MOTION, [form.text]: text, [form.move.substantive]: then })
  }
  await desk.press(votes.control.vote)
  await desk.send({ [form.for]: '3', [form.against]: '5' })
  // Both have the count of the next before them, and send it at once: it is counted once.
  for (const { press } of [desk, other]) await press(votes.control.vote)
  await Promise.all(
    [desk, other].map(({ clerk }) => clerk.submit({ [form.for]: '5', [form.against]: '3' }, { wait: false })),
  )
  await settled(run)()
  await desk.closeAll()
  await other.closeAll()
  await desk.press(votes.control.vote)
  await desk.clerk.submit({ [form.for]: '4', [form.against]: '3' })
  expect(Object.values(await desk.clerk.errors()).join()).toContain('1 missing')
  await desk.send({ [form.for]: '4', [form.against]: '4' })
  await Promise.all([desk, other].map(({ clerk }) => pressed(clerk, votes.control.castFor)))
  await settled(run)()
  expect(await desk.control()).toContain(`Carried: ${AS_AMENDED}`)
  const tom = run.bot.as('Tom Fairlock')
  await tom.command('/vote record')
  await tom.submit({ [form.own.side]: votes.sides.against })
  await tom.close()
  await run.bot.world.fault({ method: 'delivery', kind: 'socket-drop' })
  await tom.command('/followup How many have closed?')
  // Whether it came through or not: asked again it stands once.
  await tom.command('/followup How many have closed?')
  await other.clerk.command('/followup Which wards are served worst?')
  await other.send({ [questions.form.kind]: questions.form.kinds.area })
  await desk.press(item.control.readBack(2))
  await desk.clerk.click(questions.list.confirmAll)
  await desk.closeAll()
  await at(run, '14:40')
  await desk.press(businessWords.next)
  await desk.roll({ came: ['Jo Ward'] })
}

/** The public goes and comes back; names are asked for; a late item is ruled urgent. */
export async function closedAndLate(run: Run): Promise<void> {
  const [desk, other] = [first(run), second(run)]
  await desk.press(item.control.exclude)
  await desk.press(businessWords.next)
  await desk.voteBy('voices', 'That the contract be extended to Northgate Ltd.')
  await desk.closeAll()
  await at(run, '15:20')
  await desk.press(item.control.readmit)
  await other.press(businessWords.next)
  await at(run, '15:40')
  await desk.roll({ left: ['Siân Prosser-Lowe'] })
  await desk.press(votes.control.vote)
  await desk.send({ [form.text]: 'That the programme be approved.' })
  await desk.more(votes.control.names)
  await desk.send({
    [form.requested]: ['Councillor Tom Fairlock', 'Councillor Jo Ward', 'Councillor Elaine Hartwick'],
  })
  await desk.press(votes.control.roll)
  await desk.call({
    ...Object.fromEntries(VOTERS.filter((name) => !name.startsWith('Siân')).map((name) => [name, 'for'])),
    'Jo Ward': 'against',
  })
  await desk.more(votes.control.list)
  await desk.clerk.click(form.list.correct)
  await desk.send({ [form.correct.why]: 'Misheard', 'Councillor Jo Ward': votes.sides.for })
  await desk.press(businessWords.next)
  expect(await desk.control()).toContain(LATE)
  await desk.press(item.control.urgency)
  await desk.send({ [item.ruling.circumstances]: 'The trust decides on Friday' })
  await desk.press(votes.control.noted)
}

/** A wrong entry struck, an open vote in the way of closing, the end, and a result corrected after it. */
export async function toTheEnd(run: Run): Promise<void> {
  const [desk, other] = [first(run), second(run)]
  await at(run, '15:50')
  await other.roll({ left: ['Elaine Hartwick'], at: '15:45' })
  await other.press(rollWords.button)
  await other.clerk.click(rollWords.entries.button)
  await other.clerk.click(sittingWords.strike)
  await other.closeAll()
  await desk.press(votes.control.vote)
  await desk.send({ [form.text]: 'That the committee thank the crews.' })
  await at(run, '16:00')
  await desk.more(stateWords.buttons.closed)
  await desk.clerk.submit()
  const refused = JSON.stringify([await desk.clerk.openModal(), await desk.clerk.told()])
  expect(refused).toContain('A vote is not declared yet')
  await desk.closeAll()
  await desk.more(votes.control.abandon)
  await desk.closeAll()
  await desk.more(stateWords.buttons.closed)
  await desk.send()
  expect(await desk.control('Closed at')).toContain('Closed at 4 pm')
}
