// Which folder of src/ may use which: the walls of the house as data. `npm run walls` writes them into
// biome.walls.json, where `biome check` holds them; walls.test.ts plants a violation of each.

/** Each uses only those before it. */
export const rooms = [
  'calendar',
  'documents',
  'committees',
  'meetings',
  'publications',
  'apologies',
  'interests',
  'sitting',
  'votes',
  'tracker',
  'programme',
  'minutes',
  'connectors',
  'cards',
  'home',
  'reminders',
] as const

/** What the rooms stand on: it knows none of them but the calendar. */
export const ground = ['config', 'database', 'delivery', 'slack'] as const

/** Where the program starts; nobody imports from these. */
export const starts = ['main', 'cli', 'start'] as const

/** A folder, or a file directly in src/, with the folders it may use besides itself. */
export type Area = { name: string; uses: readonly string[]; refusesPackages?: boolean; isFile?: boolean }

const everything = [...rooms, ...ground, 'web', 'sample', 'cli']

export const areas: Area[] = [
  ...rooms.map((name, place) => roomArea(name, rooms.slice(0, place))),
  ...ground.map((name) => ({ name, uses: ['calendar', ...ground] })),
  { name: 'web', uses: [...rooms, ...ground] },
  { name: 'sample', uses: [...rooms, ...ground, 'web'] },
  { name: 'workspace', uses: [] },
  { name: 'cli', uses: everything },
  // The one place where everything comes together.
  { name: 'bot', uses: everything },
  { name: 'main', uses: [...everything, 'bot'], isFile: true },
  { name: 'cli', uses: everything, isFile: true },
  { name: 'start', uses: [...everything, 'bot', 'workspace'], isFile: true },
]

/** The dates of the law and the reading of papers are pure: they know neither Slack nor a database. */
function roomArea(name: string, earlier: readonly string[]): Area {
  if (name === 'calendar' || name === 'documents') return { name, uses: earlier, refusesPackages: true }
  return { name, uses: [...earlier, ...ground] }
}
