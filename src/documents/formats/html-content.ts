import { attributeOf, type HtmlNode, walk } from './html-tree.ts'

/** What never holds the words of a paper. */
const NEVER = new Set(
  'head script style noscript template iframe object embed svg math canvas audio video map button select textarea input datalist dialog nav footer rp rt'.split(
    ' ',
  ),
)
const ROLES_AROUND = new Set(
  'navigation banner contentinfo search menu menubar dialog alertdialog complementary'.split(' '),
)
/** Names that site builders and council systems give to what stands around the content of every page. */
const NAMES_AROUND = new Set(
  'breadcrumb breadcrumbs menu main-menu navbar navigation sidebar side-bar sidenav side-nav pagination cookie-banner cookie-notice cookie-consent cookies skip-link skiplink skip-to-content site-header site-footer page-footer site-navigation widget widget-area social-links social-share share-buttons sharedaddy post-navigation nav-links comments-area comment-respond footer elementor-location-header elementor-location-footer'.split(
    ' ',
  ),
)
/** "top-nav", "wp-block-navigation", "footer-menu"; but "page-with-menu" is the page. */
const NAMED_MENU = /^(?!(?:.*[-_])?(?:has|with|no)[-_]).*[-_](?:nav|navbar|navigation|menu|breadcrumbs?)$/
/** Of a page from before HTML had an element for it. */
const IDS_ABOVE = new Set(['header', 'masthead', 'banner', 'topbar'])
/** Text for screen readers alone. */
const UNSEEN_NAMES = new Set(
  'sr-only visually-hidden visuallyhidden govuk-visually-hidden screen-reader-text mghide'.split(' '),
)
/** A page hides its title or the heads of its columns where they only repeat what the eye sees; they still say what follows. */
const SAYS_WHAT_FOLLOWS = new Set(['h1', 'th', 'caption'])
const HIDING = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

/** Whether an element is no part of the paper: hidden, a control, or what a site has around its content. */
export function isLeftOut(element: HtmlNode, insideContent: boolean): boolean {
  const { tag } = element
  if (NEVER.has(tag)) return true
  if (!insideContent && (tag === 'aside' || (tag === 'header' && isBanner(element)))) return true
  if (element.attributes.length === 0 || tag === 'body' || tag === 'html') return false
  const role = attributeOf(element, 'role')?.toLowerCase()
  if (role !== undefined && ROLES_AROUND.has(role)) return true
  const names = namesOf(element)
  if (names.some((name) => NAMES_AROUND.has(name) || NAMED_MENU.test(name))) return true
  if (!insideContent && IDS_ABOVE.has(attributeOf(element, 'id')?.toLowerCase() ?? '')) return true
  return !SAYS_WHAT_FOLLOWS.has(tag) && isUnseen(element, names)
}

/** How far into a header its first link is looked for. */
const SOON = 300

/** The header of a site leads somewhere; that of a page which is nothing but a paper is its title. */
function isBanner(header: HtmlNode): boolean {
  let looked = 0
  let leads = false
  walk(header, {
    enter(node) {
      looked += 1
      leads ||= LEADS.has(node.tag)
      return !leads && looked < SOON
    },
    leave: () => undefined,
  })
  return leads
}
const LEADS = new Set(['a', 'nav', 'form', 'button'])

function isUnseen(element: HtmlNode, names: readonly string[]): boolean {
  return (
    attributeOf(element, 'hidden') !== undefined ||
    attributeOf(element, 'aria-hidden')?.toLowerCase() === 'true' ||
    HIDING.test(attributeOf(element, 'style') ?? '') ||
    names.some((name) => UNSEEN_NAMES.has(name))
  )
}

/** The id and the classes of an element, lower case. */
export function namesOf(element: HtmlNode): string[] {
  const names = `${attributeOf(element, 'id') ?? ''} ${attributeOf(element, 'class') ?? ''}`
  return names.trim() === '' ? [] : names.toLowerCase().trim().split(/\s+/)
}

/** Whether an element is the content of its page or a part of it, so that a header in it is the paper's own. */
export function opensContent(element: HtmlNode): boolean {
  return (
    element.tag === 'main' ||
    element.tag === 'article' ||
    element.tag === 'section' ||
    (element.attributes.length > 0 && attributeOf(element, 'role')?.toLowerCase() === 'main')
  )
}

const CONTENT_NAMES = new Set(
  'content main main-content maincontent page-content entry-content post-content article-content'.split(' '),
)
/** What is called the content must hold so much of the words of the page; else it is a husk, or one of many. */
const LEAST_SHARE = { main: 0.2, article: 0.5, named: 0.5 }

/** The part of a page that the page itself says is its content, or all of it. */
export function contentOf(page: HtmlNode): HtmlNode {
  const candidates: { element: HtmlNode; is: keyof typeof LEAST_SHARE; letters: number }[] = []
  const open: typeof candidates = []
  let contents = 0
  let letters = 0
  walk(page, {
    enter(node) {
      if (node.tag === '#text') {
        const length = node.text.trim().length
        letters += length
        for (const candidate of open) candidate.letters += length
        return false
      }
      if (isLeftOut(node, contents > 0)) return false
      if (opensContent(node)) contents += 1
      const is = candidateOf(node)
      // Nested ones hold the same words; the outermost of each kind will do.
      if (is && !open.some((candidate) => candidate.is === is)) {
        const candidate = { element: node, is, letters: 0 }
        candidates.push(candidate)
        open.push(candidate)
      }
      return true
    },
    leave(node) {
      if (open.at(-1)?.element === node) open.pop()
      if (opensContent(node)) contents -= 1
    },
  })
  for (const is of ['main', 'article', 'named'] as const) {
    const most = candidates
      .filter((candidate) => candidate.is === is && candidate.letters >= letters * LEAST_SHARE[is])
      .sort((one, other) => other.letters - one.letters)[0]
    if (most) return most.element
  }
  return page
}

function candidateOf(node: HtmlNode): keyof typeof LEAST_SHARE | undefined {
  if (node.tag === 'main') return 'main'
  if (node.tag === 'article') return 'article'
  if (node.attributes.length === 0) return undefined
  if (attributeOf(node, 'role')?.toLowerCase() === 'main') return 'main'
  return namesOf(node).some((name) => CONTENT_NAMES.has(name)) ? 'named' : undefined
}
