// `npm run walls`: writes biome.walls.json from rooms.ts.
import { writeFile } from 'node:fs/promises'
import { wallsFile } from './overrides.ts'

await writeFile(new URL('../../biome.walls.json', import.meta.url), wallsFile())
