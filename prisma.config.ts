import { defineConfig } from 'prisma/config'

// `prisma generate` looks for a schema engine to download although it never runs one.
// Naming any existing program stops the search, so that generating works without a network.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath

const databaseUrl = process.env['DATABASE_URL']

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(databaseUrl ? { datasource: { url: databaseUrl } } : {}),
})
