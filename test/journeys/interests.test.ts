// Interests before a meeting, as members and clerks live it, over both transports and on both kinds of database.
import { describe, expect, test } from 'vitest'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { officerWords } from '../../src/interests/officer-words.en.ts'
import { words } from '../../src/interests/words.en.ts'
import { words as supplement } from '../../src/publications/supplement-words.en.ts'
import { words as publication } from '../../src/publications/words.en.ts'
import { pairedGrounds } from './support/matrix.ts'
import { buttonsOf } from './support/person.ts'
import { publishTyped } from './support/publish-typed.ts'
import { standing } from './support/standing.ts'
import { wholeDatabase } from './support/whole-database.ts'
import * as sample from './support/words.ts'

const NATURE = 'My husband runs the Staithe Street pharmacy <!channel> & more'
const SECRET = 'Staithe Street'
const { form, confirm } = words
const DPI = words.kinds.dpi

describe.each(pairedGrounds)('Interests over $transport, $database database', (ground) => {
  const it = standing(ground)
  const clerk = () => it().as(sample.clerk)
  const jo = () => it().as('Jo Ward')
  const tom = () => it().as('Tom Fairlock')
  const message = async (person = jo()) => (await person.messages())[0] ?? { text: '', controls: [] }

  test('once the papers are out, each member is asked in their one message', async () => {
    await publishTyped(clerk(), {
      [sample.labels.items]: '1. Apologies\n2. Pharmacy services (pages 3-4)\n3. A contract [closed 3]',
    })
    await clerk().close()
    expect((await message()).text).toContain('is there anything to declare about these items?')
    expect(buttonsOf(await message())).toEqual(sample.atFirst)
  })

  test('"Nothing to declare" is one tap, and the message says so', async () => {
    await tom().click(sample.buttons.nothingToDeclare)
    expect((await message(tom())).text).toContain('you have nothing to declare')
    expect(buttonsOf(await message(tom()))).not.toContain(sample.buttons.nothingToDeclare)
  })

  test('a member sees what follows before giving notice, and the message says only how many there are', async () => {
    await jo().command('/declare')
    const first = await jo().modal()
    expect(first.text).not.toContain('contract')
    await jo().submit({
      [form.items]: ['2. Pharmacy services'],
      [form.type]: DPI,
      [form.holder]: words.holders.partner,
    })
    const second = await jo().modal()
    expect(second.title).toBe(confirm.title)
    expect(second.text).toContain(
      'must leave the room, and may neither speak nor vote, on item 2. Pharmacy services',
    )
    await jo().submit({ [confirm.registration]: words.registrations.neither, [confirm.nature]: NATURE })
    expect((await jo().modal()).text).toContain('28 days, that day included')
    await jo().close()
    expect((await message()).text).toContain('you gave notice of one')
    expect((await message()).text).not.toContain('pecuniary')
  })

  test('a sensitive interest is given without its nature being asked', async () => {
    const ruth = it().as('Ruth Okafor')
    await ruth.click(sample.buttons.declarations)
    await ruth.submit({
      [form.items]: ['2. Pharmacy services'],
      [form.type]: DPI,
      [form.sensitive]: [form.sensitiveTick],
    })
    expect((await ruth.modal()).fields.map(({ label }) => label)).toEqual([confirm.registration])
    await ruth.submit({ [confirm.registration]: words.registrations.registered })
    await ruth.close()
  })

  test('the clerk reads them in a view of their own, and enters one that was told by telephone', async () => {
    await clerk().click(officerWords.button, { within: sample.clerksList })
    const { text } = await clerk().modal()
    expect(text).toContain('Councillor Jo Ward')
    expect(text).toContain(NATURE)
    expect(text).toContain('Nothing to declare: Councillor Tom Fairlock')
    await clerk().click(officerWords.notices.member, { value: `Mrs ${sample.withoutSlack}` })
    await clerk().submit({ [form.items]: [words.wholeMeeting], [form.type]: words.kinds.ori })
    await clerk().submit({ [confirm.nature]: 'Trustee of a hospice', [confirm.note]: 'by telephone' })
    expect((await clerk().modal()).text).toContain(`Recorded for Mrs ${sample.withoutSlack}`)
    await clerk().close()
    await clerk().command('/declare notices')
    expect((await clerk().modal()).text).toContain('relayed by Marian Spekeworth, by telephone')
    await clerk().close()
  })

  test('no other member, and no channel, ever sees anything of it', async () => {
    await tom().command('/declare notices')
    expect(await tom().told()).toContain('alone')
    for (const channel of [sample.channel, sample.clerksChannel]) {
      const said = JSON.stringify(await clerk().messages(channel))
      for (const secret of [SECRET, 'hospice', 'pecuniary', 'registrable']) expect(said).not.toContain(secret)
    }
    for (const person of ['Tom Fairlock', sample.otherClerk, sample.officer]) {
      const { entries } = await it().world.hand.ask(`journal?as=${encodeURIComponent(person)}`)
      expect(JSON.stringify(entries)).not.toContain(SECRET)
    }
    expect(await wholeDatabase(it().database.prisma)).not.toContain(SECRET)
  })

  test('a dispensation is recorded, and changes what follows', async () => {
    await clerk().command('/declare dispensations')
    await clerk().click(officerWords.dispensations.record)
    const { dispense, grounds } = officerWords
    const now = (await clerk().screen()).now.slice(0, 10)
    await clerk().submit({
      [dispense.scope]: 'Pharmacy services',
      [dispense.ground]: grounds.residents,
      [dispense.grantedBy]: 'Standards Committee',
      [dispense.grantedOn]: now,
      [dispense.until]: '2027-12-31',
    })
    expect((await clerk().modal()).text).toContain('General, for every member: Pharmacy services')
    await clerk().close()
    await jo().command('/declare')
    await jo().click(form.change)
    await jo().submit({ [form.dispensation]: 'General: Pharmacy services (until Fri 31 Dec)' })
    expect((await jo().modal()).text).toContain('You may stay, speak and vote on item 2. Pharmacy services')
    await jo().submit()
    expect((await jo().modal()).text).toContain('Your notice is recorded')
    await jo().close()
  })

  test('a later item is asked about alone, and an old button answers for it in no case', async () => {
    await clerk().command('/pack', { channel: sample.channel })
    await clerk().submit()
    await clerk().submit({ ...sample.typedMeeting, [sample.labels.items]: '4. Urgent repairs' })
    await clerk().click(publication.review.addsToThem)
    await clerk().submit({ [supplement.form.lines(1, 1, true)]: '4. Urgent repairs [new]' })
    await clerk().close()
    expect((await message(tom())).text).toContain('New item 4. Urgent repairs: anything to declare?')
    expect((await message()).text).toContain('New item 4. Urgent repairs: anything to declare?')
    await tom().command('/declare nothing')
    expect(await tom().told()).toContain('Nothing to declare')
    expect((await message(tom())).text).toContain('you have nothing to declare')
    await jo().click(words.message.nothingMore)
    expect((await message()).text).toContain('you gave notice of one')
    expect((await message()).text).not.toContain('New item')
  })

  test('the audit trail holds', async () => {
    const { prisma } = it().database
    const [council] = await prisma.council.findMany()
    const chains = await verifyAudit(prisma, council?.id ?? '')
    expect(chains.filter(({ broken }) => broken)).toEqual([])
  })
})
