import type { PaperErrorWords } from '../words.en.ts'
import type { FetchRefusal } from './refusal.ts'

/** What to call what a council's site says of a meeting, where a file has a name. */
export function meetingRecord(meetingId: string, site: string): string {
  return `Meeting ${meetingId} on ${site}`
}

/** The sentences for a web address that gave no file. */
export function fetchRefusalWords(address: string, refusal: FetchRefusal): PaperErrorWords {
  const site = URL.canParse(address) ? new URL(address).hostname : address
  switch (refusal.code) {
    case 'not-a-web-address':
      return {
        what: `${address} is not a web address, or leads to something that is not one.`,
        tryThis: 'Give an address that starts with https:// or http://.',
      }
    case 'holds-a-password':
      return {
        what: 'This address holds a user name or password, which everybody who sees the address would read.',
        tryThis: 'Give the public address, without the part before the “@”.',
      }
    case 'not-public':
      return {
        what: 'This address leads into a private network, where Scrutineer does not go.',
        tryThis:
          'Give the public address. If the council’s own web server stands there, an administrator can allow it with ALLOW_PRIVATE_ADDRESSES.',
      }
    case 'refuses-programs':
      return {
        what: `${site} does not give the file to a program (it answered “${refusal.status}”): many councils’ sites let only browsers in.`,
        tryThis: 'Open the address in a browser, save the file, and give the saved file instead.',
      }
    case 'not-found':
      return {
        what: `${site} says that nothing is at this address (“${refusal.status}”).`,
        tryThis: 'Open the address in a browser to see whether it is right.',
      }
    case 'site-failed':
      return {
        what: `${site} answered with “${refusal.status}” instead of the file.`,
        tryThis: 'Open the address in a browser to see whether it is right, or try again later.',
      }
    case 'busy':
      return {
        what: `${site} is too busy to give the file (“${refusal.status}”); I asked more than once.`,
        tryThis: 'Try again in a few minutes, or save the file with a browser and give that.',
      }
    case 'too-large':
      return {
        what: `The file is larger than ${refusal.megabytes} MB, the most that is read.`,
        tryThis: 'Use the agenda front sheet by itself. Members can still open the pack at its address.',
      }
    case 'too-slow':
      return {
        what: `${site} did not deliver the file within ${refusal.seconds} seconds.`,
        tryThis: 'Try again later, or save the file with a browser and give that.',
      }
    case 'unreachable':
      return {
        what: `${site} could not be reached.`,
        tryThis: 'Check the address, or save the file with a browser and give that.',
      }
    case 'certificate':
      return {
        what: `${site} could not prove that it is ${site}: its certificate is out of date, incomplete or another site’s.`,
        tryThis: 'Tell whoever runs the site. Until then save the file with a browser and give that.',
      }
    case 'broke-off':
      return {
        what: `${site} broke off in the middle of the file, or garbled it.`,
        tryThis: 'Try again later, or save the file with a browser and give that.',
      }
    case 'too-many-redirects':
      return {
        what: 'The address leads from one page to the next without end.',
        tryThis: 'Give the address of the file itself.',
      }
  }
}
