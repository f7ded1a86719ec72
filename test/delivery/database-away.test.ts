import { Client } from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { serverDatabase, serverMissing, testServer } from '../support/databases.ts'
import { setStage } from './stage.ts'

test.skipIf(serverMissing !== undefined)(
  'a database that goes away and comes back is said once, and what Slack took meanwhile is recorded, not repeated',
  async () => {
    const database = await serverDatabase()
    const name = new URL(database.url ?? '').pathname.slice(1)
    const admin = new Client({ connectionString: testServer })
    await admin.connect()
    onTestFinished(() => admin.end())
    const goAway = async () => {
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
      await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
    }
    const comeBack = () => admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)

    const stage = await setStage(database)
    const said = (msg: string) => stage.logged.filter((line) => line.msg.startsWith(msg) && line.level >= 30)
    const id = await stage.want({ subject: 'pack' })
    let away = false
    stage.open({
      atPoint: async (point) => {
        if (point !== 'after-accepted' || away) return
        away = true
        await goAway()
      },
    })
    await vi.waitFor(
      () =>
        expect(stage.logged.filter((line) => line.msg === 'messages still wait').length).toBeGreaterThan(2),
      10_000,
    )
    await comeBack()
    await stage.until(id, 'sent')
    expect(stage.slack.messages).toHaveLength(1)
    await vi.waitFor(() => expect(said('messages are sent again')).toHaveLength(1), 10_000)
    expect(said('messages wait')).toHaveLength(1)

    const next = await stage.want({ subject: 'next' })
    await stage.until(next, 'sent')
  },
)
