import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { PGlite } from '@electric-sql/pglite'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { PrismaPGlite } from 'pglite-prisma-adapter'

// Node's types for version 20 do not know WebAssembly; this is as much as we use.
declare const WebAssembly: {
  instantiate(
    binary: Uint8Array,
    imports: Record<string, Record<string, unknown>>,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>
}

/**
 * Prisma's schema engine, speaking to a PGlite database.
 *
 * The package's own entry imports its .wasm as a module, which Node 20 refuses; so it is loaded by hand.
 */
export async function schemaEngine(
  schema: { path: string; content: string },
  database: PGlite,
): Promise<glue.SchemaEngine> {
  loaded ??= load()
  await loaded
  return glue.SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    // The engine announces its own start; its failures come back as errors.
    () => {},
    bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(database)),
  )
}

// The glue knows one instance, which all engines share.
let loaded: Promise<void> | undefined

async function load(): Promise<void> {
  const binary = new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm'))
  const { instance } = await WebAssembly.instantiate(await readFile(fileURLToPath(binary)), {
    './schema_engine_bg.js': { ...glue },
  })
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start !== 'function')
    throw new Error(`${binary} has no __wbindgen_start: not the engine we know.`)
  start()
}
