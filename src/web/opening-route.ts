import type { IncomingMessage } from 'node:http'
import type { Logger } from 'pino'
import { OPEN_PATH, openingOfToken } from '../cards/public-links.ts'
import { addressOf, countOpening } from '../cards/receipts-count.ts'
import type { PrivateText } from '../database/private-text.ts'
import { houseNamed, type PublicGround } from './public-house.ts'
import { type Route, sendText } from './routes.ts'
import { words } from './words.en.ts'

/**
 * `GET /open/<signed>`: to the public address of some papers. It leads nowhere else, needs no login, and
 * counts a person once as a keyed hash; machines that look ahead are led on and not counted.
 */
export function openingRoute(
  ground: PublicGround & { readonly privateText: PrivateText; readonly log: Pick<Logger, 'warn'> },
): Route {
  return {
    method: 'GET',
    path: OPEN_PATH,
    below: true,
    answersHead: true,
    async answer(request, response) {
      const { pathname } = new URL(request.url ?? '/', 'http://bot')
      const opening = openingOfToken(ground.privateText, pathname.slice(OPEN_PATH.length))
      const house = opening && (await houseNamed(ground, opening.councilId))
      if (!opening || !house) return sendText(response, 404, words.papersGone)
      const papers = await addressOf(house, opening.publicationId)
      if (papers.state !== 'open')
        return sendText(
          response,
          410,
          papers.state === 'withdrawn' ? words.papersWithdrawn : words.papersGone,
        )
      if (isPerson(request)) {
        try {
          await countOpening(house, opening)
        } catch (error) {
          // Nobody is kept from the papers because a count failed.
          ground.log.warn({ err: error }, 'an opening of papers could not be counted')
        }
      }
      response.writeHead(302, {
        location: papers.address,
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex',
      })
      response.end()
    },
  }
}

/**
 * What looks at an address before or instead of a person: Slack's link expanders ("Slackbot-LinkExpanding",
 * "Slack-ImgProxy"), mail filters and other robots by their names, and browsers that fetch ahead by their
 * headers. What pretends to be a browser cannot be told.
 */
const ROBOT =
  /bot\b|slack-?(?:bot|imgproxy|ss)|crawl|spider|preview|scan|safelinks|externalhit|curl|wget|python|java\/|go-http|^$/i

function isPerson({ method, headers }: IncomingMessage): boolean {
  if (method !== 'GET') return false
  const purpose = [headers['purpose'], headers['sec-purpose'], headers['x-purpose'], headers['x-moz']].join(
    ' ',
  )
  return !/prefetch|preview|prerender/i.test(purpose) && !ROBOT.test(headers['user-agent'] ?? '')
}
