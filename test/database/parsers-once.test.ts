import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parsersOnce } from '../../src/database/parsers-once.ts'
import { migratedTemplate } from '../support/template.ts'

/** OID of `int8`. */
const INT8 = 20
const parsers = { [INT8]: (value: string) => `read ${value}` }

let database: PGlite
let asked: (object | undefined)[]

beforeAll(async () => {
  const plain = await PGlite.create({ loadDataDir: await migratedTemplate() })
  const query = plain.query.bind(plain)
  plain.query = <Row>(...all: Parameters<PGlite['query']>) => {
    asked.push(all[2])
    return query<Row>(...all)
  }
  database = parsersOnce(plain)
})
afterAll(() => database.close())

test('a parser that comes with a query reads its answer, but is not copied for each query', async () => {
  asked = []
  const answer = await database.query('SELECT 7::int8 AS n, true AS yes', [], { parsers, rowMode: 'array' })
  expect(answer.rows).toEqual([['read 7', true]])
  expect(asked).toEqual([{ rowMode: 'array' }])
})

test('in a transaction, too', async () => {
  await database.transaction(async (open) => {
    const answer = await open.query('SELECT 8::int8 AS n, $1::text AS t', ['a'], {
      parsers,
      rowMode: 'array',
    })
    expect(answer.rows).toEqual([['read 8', 'a']])
  })
})

test('a transaction that fails is rolled back as before', async () => {
  await database.exec('CREATE TABLE kept (n int8)')
  const failing = database.transaction(async (open) => {
    await open.query('INSERT INTO kept VALUES ($1)', [1], { parsers })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect((await database.query('SELECT * FROM kept')).rows).toEqual([])
})
