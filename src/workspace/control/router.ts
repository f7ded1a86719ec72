import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendJson, TooLarge, urlOf } from '../http-io.ts'
import type { Parts } from '../parts.ts'
import * as arrange from './arrange.ts'
import { pressControl } from './click.ts'
import * as look from './look.ts'
import { registerBot } from './register-bot.ts'
import { type ControlCall, ControlError } from './request.ts'
import * as say from './say.ts'
import { closeModal, submitModal } from './submit.ts'
import * as time from './time.ts'
import { uploadFile } from './upload.ts'
import { watchChanges } from './watch.ts'

const calls: Readonly<Record<string, ControlCall>> = {
  'GET people': look.listPeople,
  'POST people': arrange.createPerson,
  'GET channels': look.listChannels,
  'POST channels': arrange.createChannel,
  'GET commands': look.listCommands,
  'GET screen': look.showScreen,
  'GET journal': look.readJournal,
  'GET events': watchChanges,
  'POST command': say.giveCommand,
  'POST message': say.typeMessage,
  'POST home': say.openHome,
  'POST click': pressControl,
  'POST submit': submitModal,
  'POST close': closeModal,
  'POST upload': uploadFile,
  'POST leave': arrange.leaveChannel,
  'POST archive': arrange.archiveChannel,
  'POST deactivate': arrange.deactivatePerson,
  'GET clock': time.readClock,
  'POST clock': time.moveClock,
  'POST idle': time.waitForIdle,
  'GET faults': arrange.listFaults,
  'POST faults': arrange.addFault,
  'DELETE faults': arrange.clearFaults,
  'POST reconnect': arrange.askToReconnect,
  'POST limits': arrange.setLimits,
  'POST bot': registerBot,
}

/** Reading and waiting leave no trace: a page that looks every second would bury everything else. */
const untold = new Set(['GET', 'POST idle'])

/** `/_local/…`: acting as a person, and arranging the world around them. */
export async function answerControl(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = urlOf(request)
  const name = `${request.method ?? 'GET'} ${url.pathname.replace('/_local/', '')}`
  const call = calls[name]
  const isTold = !untold.has(name) && !untold.has(request.method ?? 'GET')
  try {
    if (!call)
      throw new ControlError(404, `There is no ${name} here. There is: ${Object.keys(calls).join(', ')}.`)
    const answer = await call({ parts, request, response, query: url.searchParams })
    if (isTold) parts.journal.write('control', { call: name, ok: true })
    if (answer) sendJson(response, 200, answer)
  } catch (error) {
    const { status, message, more } = refusal(error)
    if (isTold) parts.journal.write('control', { call: name, ok: false, error: message })
    if (status === 500) console.error(`The workspace failed in ${name}:`, error)
    sendJson(response, status, { ok: false, error: message, ...more })
  }
}

function refusal(error: unknown): { status: number; message: string; more: object } {
  if (error instanceof ControlError) return { status: error.status, message: error.message, more: error.more }
  if (error instanceof TooLarge) return { status: 413, message: error.message, more: {} }
  return {
    status: 500,
    message: `The workspace itself failed: ${error instanceof Error ? error.message : String(error)}`,
    more: {},
  }
}
