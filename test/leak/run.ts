// One run: a committee, its meeting, and what chance does with them. The acts go through the real bot, as a person's.
import { columnOfDate } from '../../src/calendar/civil.ts'
import type { CommitteeFile, FilePart } from '../../src/committees/committee-file.ts'
import { type AfterImport, importCommittee, OPERATOR } from '../../src/committees/import-committee.ts'
import type { House, HouseGround } from '../../src/database/house.ts'
import { itemsOf } from '../../src/publications/item-lines.ts'
import { publishPack } from '../../src/publications/publish-pack.ts'
import { restrictedWords } from '../../src/publications/restricted-words.en.ts'
import { words as supplement } from '../../src/publications/supplement-words.en.ts'
import { words as publication } from '../../src/publications/words.en.ts'
import { type Cast, COUNCIL, type Part } from './cast.ts'
import { Chance } from './chance.ts'
import type { Actor } from './hand.ts'
import { type Leak, type Order, Paper } from './oracle.ts'
import { addressesIn, filesIn, Secrets, wordsIn } from './secrets.ts'

export interface RunGround {
  readonly actor: Actor
  readonly order: Order
  readonly ground: Pick<HouseGround, 'prisma' | 'now' | 'onMessages'>
  readonly councilId: string
  readonly house: House
  readonly follow: AfterImport
  /** The day on which the whole batch crosses midnight; a seat may end the day before. */
  readonly lastDay: string
}

type Act = () => Promise<void>

const { list, item, form, paper: paperWords } = restrictedWords

export class Run {
  readonly cast: Cast
  readonly #chance: Chance
  /** Apart, so that what is done does not depend on what went wrong. */
  readonly #trouble: Chance
  readonly #at: RunGround
  readonly #secrets: Secrets
  readonly papers: Paper[] = []
  readonly leaks: Leak[] = []
  /** What was done, for whoever reads a failure. */
  readonly story: string[] = []
  /** Numbers of the closed items. */
  readonly #closed = ['7', '8']
  readonly #seated = new Set<Part>(['member', 'leaver'])
  #supplements = 0
  #endsTonight: Part | undefined
  #isNextDay = false

  constructor(cast: Cast, chance: Chance, at: RunGround) {
    this.cast = cast
    this.#chance = chance
    this.#trouble = new Chance(cast.seed + 500_009)
    this.#at = at
    this.#secrets = new Secrets(cast.seed)
  }

  /** What goes wrong in Slack this time, for a message to one of these people. */
  faults() {
    if (!this.#trouble.happens(0.5)) return []
    const one = this.#trouble.of(Object.values(this.cast.people))
    return [
      {
        method: this.#trouble.of(['chat.postMessage', 'chat.update', 'chat.update']),
        kind: this.#trouble.of(['429', '500', '503', 'reset-before', 'reset-after', 'refused']),
        count: 1 + this.#trouble.below(2),
        retryAfter: 1,
        channel: `D${one.slackUserId.slice(1)}`,
      },
    ]
  }

  /** The agenda, with two closed items whose titles the clerk types. */
  async publish(): Promise<void> {
    const lines = [
      '1. Apologies',
      '2. Roads (pages 1-6)',
      `7. ${this.#secrets.title()} [closed 3]`,
      `8. ${this.#secrets.title()} (pages 7-9) [closed]`,
    ].join('\n')
    const publicAddress = `https://democracy.leak.example/pack-${this.cast.seed}.pdf`
    const isByForm = this.#chance.happens(0.3)
    await (isByForm ? this.#publishByForm(lines, publicAddress) : this.#publishBefore(lines, publicAddress))
    this.story.push(isByForm ? 'publish' : 'published before')
  }

  async #publishByForm(lines: string, publicAddress: string): Promise<void> {
    const clerk = this.#account('clerk')
    await this.#at.actor.command(clerk, '/pack', this.cast.channel.id)
    await this.#at.actor.submit(clerk)
    const said = await this.#at.actor.submit(clerk, {
      [publication.review.committee]: this.cast.committee,
      [publication.review.date]: this.cast.date,
      [publication.review.time]: '10:00',
      [publication.review.items(1, 1, true)]: lines,
      [publication.review.publicAddress]: publicAddress,
    })
    if (!said.includes('Published')) throw new Error(`not published: ${said.slice(0, 600)}`)
  }

  /** Everybody was told already: of most runs the agenda is no news, so that there are more of what follows it. */
  async #publishBefore(lines: string, publicAddress: string): Promise<void> {
    const { house, councilId, ground } = this.#at
    const outcome = await publishPack(house, {
      by: this.cast.people.clerk.id,
      packId: undefined,
      version: 0,
      fields: {
        committeeId: this.cast.committeeId,
        date: this.cast.date,
        startTime: '10:00',
        venue: '',
        items: itemsOf(lines).items,
        publicAddress,
        opened: { date: this.#at.lastDay, time: '09:00' },
        online: undefined,
        convenedOn: undefined,
        publicCopyConfirmed: false,
      },
    })
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    await ground.prisma.outboxMessage.deleteMany({
      where: { councilId, subject: outcome.value.meetingId, kind: { in: ['member', 'pack-card'] } },
    })
  }

  /** An act or two, the second while messages of the first are still on their way. */
  async round(): Promise<void> {
    const acts = this.#chance.happens(0.35) ? 2 : 1
    for (let done = 0; done < acts; done += 1) {
      const [name, act] =
        this.papers.length === 0 && this.#chance.happens(0.6)
          ? (['announce', () => this.#announce()] as const)
          : this.#chance.of(this.#possible())
      this.story.push(name)
      try {
        await act()
      } catch (error) {
        this.story.push(`could not: ${error instanceof Error ? error.message.slice(0, 300) : String(error)}`)
        throw new Error(`seed ${this.cast.seed}: ${this.story.join(' → ')}`, { cause: error })
      }
    }
  }

  /** The day has passed on whose end a seat ended. */
  nightIsOver(): void {
    this.#isNextDay = true
    if (!this.#endsTonight) return
    this.#seated.delete(this.#endsTonight)
    for (const paper of this.papers) this.#leaves(paper, this.#endsTonight)
    this.#endsTonight = undefined
  }

  #possible(): [string, Act][] {
    const standing = this.papers.filter((paper) => !paper.isWithdrawn)
    const granted = standing.filter((paper) => paper.granted.length > 0)
    const all: [string, Act][] = [
      ['announce', () => this.#announce()],
      ['announce', () => this.#announce()],
      ['announce badly', () => this.#announceBadly()],
      ['describe', () => this.#describe()],
      ['supplement', () => this.#supplement('')],
      ['change membership', () => this.#changeMembership()],
      ['look', () => this.#look()],
    ]
    if (standing.length > 0)
      all.push(
        ['grant', () => this.#grant(this.#chance.of(standing))],
        ['grant', () => this.#grant(this.#chance.of(standing))],
        ['withdraw', () => this.#withdraw(this.#chance.of(standing))],
        ['publish its address', () => this.#supplement(this.#chance.of(standing).address)],
        ['change membership', () => this.#changeMembership()],
        ['exchange accounts', () => this.#exchangeAccounts()],
        ['a seat ends tonight', () => this.#endTonight()],
      )
    if (granted.length > 0) all.push(['revoke', () => this.#revoke(this.#chance.of(granted))])
    if (this.#chance.happens(0.1)) all.push(['drop a file', () => this.#drop()])
    return all
  }

  async #announce(): Promise<void> {
    const clerk = await this.#openItem(this.#chance.happens(0.7) ? '7' : '2')
    const paper = new Paper(this.#secrets.address())
    await this.#at.actor.click(clerk, item.announce)
    const from = this.#at.order.next()
    // Before it is asked for: the first message may go before the answer is here.
    this.papers.push(paper)
    for (const part of this.#seated) paper.begins(this.#account(part), from)
    const said = await this.#at.actor.submit(clerk, {
      [form.address]: paper.address,
      [form.paragraphs(1, 1)]: ['3'],
      [form.publicInterest]: this.#secrets.title(),
    })
    if (!said.includes('Announced')) throw new Error(`not announced: ${said.slice(0, 300)}`)
  }

  /** Each is refused to the clerk alone, and the refusal does not say what was refused. */
  async #announceBadly(): Promise<void> {
    const clerk = await this.#openItem('7')
    await this.#at.actor.click(clerk, item.announce)
    const address = this.#chance.of([
      `https://restricted.leak.example/${this.#secrets.fileName()}`,
      `https://restricted.leak.example/s1?title=${this.#secrets.fileName()}`,
      `#${this.cast.channel.id.toLowerCase()}`,
      `https://leak.slack.com/files/U1/F1/${this.#secrets.fileName()}`,
    ])
    const said = await this.#at.actor.submit(clerk, {
      [form.address]: address,
      [form.paragraphs(1, 1)]: ['3'],
    })
    if (!said.includes('errors')) throw new Error(`it was not refused: ${said.slice(0, 300)}`)
  }

  async #describe(): Promise<void> {
    const clerk = await this.#openItem(this.#chance.of(this.#closed))
    await this.#at.actor.click(clerk, item.complete)
    await this.#at.actor.submit(clerk, {
      [form.paragraphs(1, 1)]: this.#chance.happens(0.5) ? ['1'] : ['3', '7'],
      [form.publicInterest]: this.#secrets.title(),
    })
  }

  async #grant(paper: Paper): Promise<void> {
    const clerk = await this.#openPaper(paper)
    const part = this.#chance.of(['coOptee', 'substitute', 'officer', 'joiner', 'member'] as const)
    const account = this.#account(part)
    const from = this.#at.order.next()
    const wasTheirs = paper.isOf(account)
    if (!wasTheirs) {
      paper.begins(account, from)
      paper.granted.push(part)
    }
    await this.#at.actor.submit(clerk, { [paperWords.grant]: account })
  }

  async #revoke(paper: Paper): Promise<void> {
    const clerk = await this.#openPaper(paper)
    const part = paper.granted.shift() as Part
    await this.#at.actor.click(clerk, paperWords.revoke)
    if (!this.#seated.has(part)) paper.ends(this.#account(part), this.#at.order.next())
  }

  async #withdraw(paper: Paper): Promise<void> {
    const clerk = await this.#openPaper(paper)
    await this.#at.actor.click(clerk, paperWords.withdraw)
    paper.isWithdrawn = true
    const until = this.#at.order.next()
    for (const { slackUserId } of Object.values(this.cast.people)) paper.ends(slackUserId, until)
  }

  /** @param publicAddress a restricted one is refused */
  async #supplement(publicAddress: string): Promise<void> {
    const { actor } = this.#at
    const clerk = this.#account('clerk')
    await actor.command(clerk, '/pack', this.cast.channel.id)
    await actor.submit(clerk)
    await actor.click(clerk, publication.review.addsToThem)
    const number = 20 + this.#supplements
    const last = await this.#at.ground.prisma.publication.findFirstOrThrow({
      where: { councilId: this.#at.councilId, meeting: { committeeId: this.cast.committeeId } },
      orderBy: { number: 'desc' },
    })
    const said = await actor.submit(clerk, {
      [supplement.form.meeting]: { value: `${last.meetingId}/${last.number + 1}` },
      [supplement.form.lines(1, 1, true)]: `${number}. ${this.#secrets.title()} [new] [closed 5]`,
      [supplement.form.publicAddress]: publicAddress,
    })
    const isRefused = said.includes('errors')
    if (isRefused !== (publicAddress !== ''))
      throw new Error(`a supplement with “${publicAddress}”: ${said.slice(0, 300)}`)
    if (!isRefused) this.#supplements += 1
  }

  /** By the administrator's file: somebody leaves, or somebody joins. */
  async #changeMembership(): Promise<void> {
    const part = this.#chance.of(['leaver', 'joiner'] as const)
    if (this.#endsTonight === part) return
    const from = this.#at.order.next()
    const joins = !this.#seated.has(part)
    if (joins) {
      this.#seated.add(part)
      for (const paper of this.papers.filter((one) => !one.isWithdrawn))
        paper.begins(this.#account(part), from)
    } else this.#seated.delete(part)
    await this.#import()
    if (!joins) for (const paper of this.papers) this.#leaves(paper, part)
    this.story.push(`${part} ${joins ? 'joins' : 'leaves'}`)
  }

  /** Two people of the council come to have each other's Slack account. */
  async #exchangeAccounts(): Promise<void> {
    const [one, other] = [this.cast.people.member, this.cast.people.officer]
    const before = [one.slackUserId, other.slackUserId] as const
    const from = this.#at.order.next()
    ;[one.slackUserId, other.slackUserId] = [before[1], before[0]]
    const standing = this.papers.filter((paper) => !paper.isWithdrawn)
    const held = standing.map((paper) => before.map((account) => paper.isOf(account)))
    standing.forEach((paper, place) => {
      if (held[place]?.[0]) paper.begins(one.slackUserId, from)
      if (held[place]?.[1]) paper.begins(other.slackUserId, from)
    })
    await this.#import()
    const until = this.#at.order.next()
    standing.forEach((paper, place) => {
      if (held[place]?.[0] && !held[place]?.[1]) paper.ends(before[0], until)
      if (held[place]?.[1] && !held[place]?.[0]) paper.ends(before[1], until)
    })
  }

  /** The last day of a seat is today: nothing happens until the night is over. */
  async #endTonight(): Promise<void> {
    if (this.#isNextDay || this.#endsTonight || !this.#seated.has('leaver')) return
    this.#endsTonight = 'leaver'
    const { prisma } = this.#at.ground
    await prisma.seatOccupancy.updateMany({
      where: { councilId: this.#at.councilId, personId: this.cast.people.leaver.id, until: null },
      data: { until: columnOfDate(this.#at.lastDay) },
    })
  }

  /** The clerk drops the restricted file itself on the bot: it is read, and its name not repeated. */
  async #drop(): Promise<void> {
    const title = this.#secrets.title()
    await this.#at.actor.upload(
      this.#account('clerk'),
      this.#secrets.fileName(),
      `${this.cast.committee}\n\nAGENDA\n\n1. Apologies\n2. ${title}\n\nNOT FOR PUBLICATION\nby virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972\n\n${title}\n`,
    )
  }

  /** Somebody who may not know looks at everything that they can. */
  async #look(): Promise<void> {
    const part = this.#chance.of(['joiner', 'coOptee', 'officer', 'member'] as const)
    await this.#at.actor.command(this.#account(part), '/agenda', this.cast.channel.id)
  }

  async #openItem(number: string): Promise<string> {
    const clerk = this.#account('clerk')
    await this.#at.actor.open(clerk, list.button)
    await this.#at.actor.click(clerk, list.option(number, number === '2' ? 'Roads' : ''))
    return clerk
  }

  /** The papers of an item stand there newest first; which item each is for is part of its address's story. */
  async #openPaper(paper: Paper): Promise<string> {
    const { prisma } = this.#at.ground
    const row = await prisma.restrictedPaper.findFirstOrThrow({
      where: { councilId: this.#at.councilId, address: paper.address },
      include: { item: true },
    })
    const later = await prisma.restrictedPaper.count({
      where: { councilId: this.#at.councilId, itemId: row.itemId, withdrawnAt: null, id: { gt: row.id } },
    })
    const clerk = await this.#openItem(row.item.number)
    await this.#at.actor.press(clerk, item.who, later)
    return clerk
  }

  async #import(): Promise<void> {
    const { people, committee, channel, clerksChannel } = this.cast
    const seat = (part: Part, kind: 'member' | 'coOptee' | 'substitute') =>
      this.#inFile(part, {
        as: 'seat',
        kind,
        office: 'none',
        group: undefined,
        voting: kind === 'coOptee' ? 'never' : 'always',
      })
    const members = (['member', 'leaver', 'joiner'] as const).filter((part) => this.#seated.has(part))
    const file: CommitteeFile = {
      council: COUNCIL,
      nation: 'england',
      committee,
      channel: channel.id.toLowerCase(),
      clerksChannel: clerksChannel.toLowerCase(),
      quorum: 2,
      people: [
        ...members.map((part) => seat(part, 'member')),
        seat('coOptee', 'coOptee'),
        seat('substitute', 'substitute'),
        this.#inFile('clerk', { as: 'duty', duty: 'clerk' }),
        this.#inFile('officer', { as: 'duty', duty: 'officer' }),
      ],
    }
    const slack = {
      users: new Map(Object.values(people).map(({ email, slackUserId }) => [email, slackUserId])),
      channels: new Map(
        [channel.id, clerksChannel].map((id) => [id.toLowerCase(), { id, botIsMember: true }]),
      ),
      asked: true,
    }
    const outcome = await importCommittee(this.#at.ground, { file, slack, by: OPERATOR }, this.#at.follow)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  }

  #inFile(part: Part, as: FilePart) {
    const { name, email } = this.cast.people[part]
    return { line: 1, name, title: undefined, email, part: as }
  }

  #leaves(paper: Paper, part: Part): void {
    if (!paper.granted.includes(part)) paper.ends(this.#account(part), this.#at.order.next())
  }

  #account(part: Part): string {
    return this.cast.people[part].slackUserId
  }

  /** What everybody of this run sees now: nobody sees what is not theirs, and whoever is entitled sees it once. */
  async lookAround(): Promise<{ leaks: Leak[]; missing: string[] }> {
    const { seed, people, strangers } = this.cast
    const leaks: Leak[] = []
    const missing: string[] = []
    for (const account of [...Object.values(people).map(({ slackUserId }) => slackUserId), ...strangers]) {
      const screen = await this.#at.actor.screen(account)
      const isClerk = account === people.clerk.slackUserId
      // What a clerk is typing is on their screen, and the file that they gave lies in their own conversation.
      const shown = JSON.stringify(isClerk ? { ...screen, modal: null } : screen)
      if (!isClerk)
        leaks.push(
          ...[...wordsIn(shown), ...filesIn(shown)].map(({ secret }) => ({
            seed,
            what: `${secret} before ${account}`,
          })),
        )
      const seen = addressesIn(shown).map(({ secret }) => secret)
      for (const paper of this.papers) {
        const times = new Set(seen.filter((one) => one === paper.address)).size
        if (times > 0 && !paper.isOf(account))
          leaks.push({ seed, what: `${paper.address} before ${account}` })
        if (times === 0 && paper.isOf(account)) missing.push(`${paper.address} for ${account}`)
      }
    }
    return { leaks, missing }
  }
}
