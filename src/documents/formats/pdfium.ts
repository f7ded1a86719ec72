// PDFium, the PDF library of Chrome, as WebAssembly: it can reach no file, no network and no memory but its own.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { init } from '@embedpdf/pdfium'

/** Why PDFium does not read a file, as far as people can do something about it. */
export class Unreadable extends Error {
  readonly code: 'encrypted' | 'damaged'

  constructor(code: 'encrypted' | 'damaged') {
    super(code)
    this.code = code
  }
}

/**
 * A stream of a few kilobytes can unpack to gigabytes: PDFium is refused what is over this and over the size of
 * the file, whose pictures it keeps, and the file is damaged. A pack of 5,000 pages needs a tenth of it.
 */
const MOST_MEMORY = 240 * 1024 * 1024

/** fpdfview.h: FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY */
const LOCKED = [4, 5]

/** A PDFium that has one file open. */
export type Pdfium = Awaited<ReturnType<typeof openPdf>>

/** PDFium compiled, which threads share. */
export type PdfiumCode = WebAssembly.Module

let compiled: Promise<PdfiumCode> | undefined

export function pdfiumCode(): Promise<PdfiumCode> {
  compiled ??= compile()
  return compiled
}

async function compile(): Promise<PdfiumCode> {
  const file = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')
  return WebAssembly.compile(await readFile(file))
}

/** What a problem says of the file; nothing where the problem is ours. PDFium traps where its memory ends. */
export function whyUnreadable(problem: unknown): Unreadable['code'] | undefined {
  if (problem instanceof Unreadable) return problem.code
  return problem instanceof WebAssembly.RuntimeError ? 'damaged' : undefined
}

/**
 * A PDFium of its own for each file: what a hostile file does to it is gone with it, and so is its memory.
 *
 * @throws Unreadable
 */
export async function openPdf(bytes: Uint8Array, code: PdfiumCode) {
  const library = await init({
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(code, withinBounds(imports, MOST_MEMORY + bytes.length))
      done(instance)
      return instance.exports
    },
    // What it remarks on standard error about its memory, the error that follows says too.
    printErr: () => undefined,
  })
  library.PDFiumExt_Init()
  const { pdfium: module } = library
  const call = functionsOf(module.wasmExports)

  // The file is not copied over: PDFium asks for the parts that it needs.
  const giveBlock = module.addFunction((_, from: number, to: number, length: number) => {
    if (from + length > bytes.length) return 0
    module.HEAPU8.set(bytes.subarray(from, from + length), to)
    return 1
  }, 'iiiii')
  const access = call.allocate(12)
  module.HEAPU32.set([bytes.length, giveBlock, 0], access >> 2)
  const file = call.loadFile(access)
  if (file === 0) throw new Unreadable(LOCKED.includes(call.lastError()) ? 'encrypted' : 'damaged')

  return {
    call,
    /** The open file, as PDFium's functions name it. */
    file,
    /** Where functions of PDFium may leave what they find out: 16 doubles, or a short name. */
    scratch: call.allocate(128),
    /** What a function of PDFium has left in its memory. */
    memory: {
      float: (address: number): number => module.HEAPF32[address >> 2] ?? 0,
      double: (address: number): number => module.HEAPF64[address >> 3] ?? 0,
      bytes: (address: number, count: number) => module.HEAPU8.subarray(address, address + count),
    },
  }
}

/** The functions that reading uses; fpdfview.h, fpdf_text.h and fpdf_edit.h of PDFium say what each does. */
function functionsOf(exports: object) {
  const bind = (name: string): Call => exported(exports, name)
  return {
    allocate: bind('malloc'),
    loadFile: bind('FPDF_LoadCustomDocument'),
    lastError: bind('FPDF_GetLastError'),
    countPages: bind('FPDF_GetPageCount'),

    loadPage: bind('FPDF_LoadPage'),
    closePage: bind('FPDF_ClosePage'),
    pageBox: bind('FPDF_GetPageBoundingBox'),

    loadText: bind('FPDFText_LoadPage'),
    closeText: bind('FPDFText_ClosePage'),
    countCharacters: bind('FPDFText_CountChars'),
    character: bind('FPDFText_GetUnicode'),
    characterOrigin: bind('FPDFText_GetCharOrigin'),
    characterBox: bind('FPDFText_GetLooseCharBox'),
    characterMatrix: bind('FPDFText_GetMatrix'),
    characterSize: bind('FPDFText_GetFontSize'),
    textObject: bind('FPDFText_GetTextObject'),
    textFont: bind('FPDFTextObj_GetFont'),
    textRenderMode: bind('FPDFTextObj_GetTextRenderMode'),
    fontName: bind('FPDFFont_GetBaseFontName'),
    fontFlags: bind('FPDFFont_GetFlags'),
    fontWeight: bind('FPDFFont_GetWeight'),

    countObjects: bind('FPDFPage_CountObjects'),
    object: bind('FPDFPage_GetObject'),
    objectType: bind('FPDFPageObj_GetType'),
    objectMatrix: bind('FPDFPageObj_GetMatrix'),
    countFormObjects: bind('FPDFFormObj_CountObjects'),
    formObject: bind('FPDFFormObj_GetObject'),
    countSegments: bind('FPDFPath_CountSegments'),
    segment: bind('FPDFPath_GetPathSegment'),
    segmentPoint: bind('FPDFPathSegment_GetPoint'),
    segmentType: bind('FPDFPathSegment_GetType'),
    segmentClose: bind('FPDFPathSegment_GetClose'),
  }
}

/** A function of PDFium: numbers and addresses in its memory go in, a number or an address comes out. */
type Call = (a?: number, b?: number, c?: number, d?: number, e?: number) => number

/** As they are: a wrapper around each, such as the package's own, would double the time of reading. */
function exported(exports: object, name: string): Call {
  const call: unknown = Reflect.get(exports, name)
  if (!isCall(call)) throw new Error(`PDFium has no ${name}`)
  return call
}

function isCall(value: unknown): value is Call {
  return typeof value === 'function'
}

/** What PDFium is given from outside, with an end to its memory. */
function withinBounds(imports: WebAssembly.Imports, most: number): WebAssembly.Imports {
  const { env = {} } = imports
  const { emscripten_resize_heap: grow } = env
  if (typeof grow !== 'function') throw new Error('PDFium asks for memory in another way')
  const growWithin = (size: number): unknown => (size >>> 0 > most ? 0 : grow(size))
  return { ...imports, env: { ...env, emscripten_resize_heap: growWithin } }
}
