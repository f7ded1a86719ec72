const LONGEST_NAME = 150

/** What to call a file from the web: as the site says, else the end of its address, else the site. */
export function fileNameOf(url: URL, disposition: string | null = null): string {
  const last = url.pathname.split('/').filter(Boolean).at(-1) ?? ''
  return clean(namedIn(disposition)) || clean(unescaped(last.replaceAll('+', ' '))) || url.hostname
}

/** RFC 6266: `filename*` holds any letters and goes before `filename`. */
function namedIn(disposition: string | null): string {
  if (disposition === null) return ''
  const extended = /filename\*\s*=\s*(?:utf-8|iso-8859-1)'[^']{0,20}'([^;]+)/i.exec(disposition)
  if (extended?.[1] !== undefined) return unescaped(extended[1].trim())
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;]+))/i.exec(disposition)
  return plain?.[1] ?? plain?.[2]?.trim() ?? ''
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray "%" stands in titles: "50% council tax.pdf".
    return text
  }
}

/** Without folders and characters that print nothing: the name is shown to people. */
function clean(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return [...last.replace(/[\p{Cc}\p{Cf}]/gu, '')].slice(0, LONGEST_NAME).join('').trim()
}
