import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Bytes of an AES-256 key. */
export const PRIVATE_KEY_BYTES = 32
const IV_BYTES = 12
/** Said when opening too: Node would else take a tag cut down to four bytes, which can be guessed. */
const TAG_BYTES = 16

/** Seals what only few may read (reasons for absence, sensitive interests) before it is stored. */
export interface PrivateText {
  seal(text: string, place: string): string
  open(sealed: string, place: string): string
  /** A keyed hash for one purpose: it proves that we wrote a text, or stands for one that nobody shall read. */
  mac(text: string, purpose: string): string
}

/** Of SHA-256 so many bytes are kept: addresses stay short, and 128 bits cannot be guessed. */
const MAC_BYTES = 16

/**
 * AES-256-GCM. `place` (the row's owner and purpose) is authenticated with the text, so that a sealed
 * reason copied to another row does not open there.
 */
export function privateText(key: Buffer): PrivateText {
  if (key.length !== PRIVATE_KEY_BYTES)
    throw new Error(`the private text key must have ${PRIVATE_KEY_BYTES} bytes`)
  return {
    seal(text, place) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      cipher.setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return [
        'v1',
        iv.toString('base64'),
        cipher.getAuthTag().toString('base64'),
        body.toString('base64'),
      ].join('.')
    },
    open(sealed, place) {
      const [version, iv, tag, body] = sealed.split('.')
      if (version !== 'v1' || iv === undefined || tag === undefined || body === undefined)
        throw new Error('this is not a text that Scrutineer sealed')
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(Buffer.from(place))
      decipher.setAuthTag(Buffer.from(tag, 'base64'))
      return Buffer.concat([decipher.update(Buffer.from(body, 'base64')), decipher.final()]).toString('utf8')
    },
    mac(text, purpose) {
      // A key of its own for each purpose: what is made for one proves nothing for another.
      const own = Buffer.from(hkdfSync('sha256', key, '', `scrutineer/${purpose}`, PRIVATE_KEY_BYTES))
      const hash = createHmac('sha256', own).update(text, 'utf8').digest()
      return hash.subarray(0, MAC_BYTES).toString('base64url')
    },
  }
}
