/** What somebody says in a meeting that they will do, and what is owed to the meeting afterwards. */
const PROMISES =
  'amend approach arrange ask bring chase check circulate compile confirm contact deal draft e-mail email enquire ' +
  'establish explore feed find follow forward get inform investigate let liaise look notify obtain organise phone ' +
  'prepare produce progress provide purchase pursue raise remind report request research resend ring seek send share ' +
  'source speak submit supply telephone tell update write'
/** What is done outside the meeting besides: work, visits and papers. */
const TASKS =
  'action add advertise advise ascertain attend book buy clarify clean clear collate collect complete consult convey ' +
  'cut deliver discuss erect file fit give include inspect install instruct invite issue locate make measure meet mend ' +
  'monitor order paint pass place plant present publish put re-circulate recirculate refer remove repair replace reply ' +
  'respond review set sort supervise take upload visit water'
/** The promises that come with a word of their own: "deal with", not "deal". */
const WITH: ReadonlyMap<string, string> = new Map([
  ['deal', 'deal with'],
  ['feed', 'feed back'],
  ['find', 'find out'],
  ['get', 'get (?:back|in touch)'],
])

/** What somebody promises, of whom only such deeds are owed to the meeting: officers' plans are no follow-up. */
export const PROMISE = `(?:${PROMISES.split(' ')
  .map((verb) => WITH.get(verb) ?? verb)
  .join('|')})`
/** What follows up a matter, as against taking part in the meeting ("agreed to second", "will abstain"). */
export const FOLLOW_UP = `(?:${[...PROMISES.split(' '), ...TASKS.split(' ')].join('|')})`
/** "to the proposal" is what they agreed to, and to be or to serve as something follows up nothing. */
export const NO_DEED =
  '(?!(?:the|an?|this|that|these|his|her|their|its?|all|any|be|act|stand|serve|become|continue|remain|accept|approve|' +
  'support|note|adopt|second|propose|defer|declare|abstain|differ|receive|adjourn|suspend|move|resign|retire|chair|' +
  'leave|withdraw|vote|introduce|speak to|address)\\b)'
