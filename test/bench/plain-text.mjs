// The reference: the text of every page by the PDF library that the reader uses, and nothing else.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { init } from '@embedpdf/pdfium'

const wasmBinary = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
const { pdfium, PDFiumExt_Init } = await init({ wasmBinary })
PDFiumExt_Init()
const { wasmExports: call } = pdfium

const bytes = readFileSync(process.argv[2])
const at = call.malloc(bytes.length)
pdfium.HEAPU8.set(bytes, at)
const file = call.FPDF_LoadMemDocument(at, bytes.length, 0)
for (let index = 0; index < call.FPDF_GetPageCount(file); index += 1) {
  const page = call.FPDF_LoadPage(file, index)
  const text = call.FPDFText_LoadPage(page)
  const count = call.FPDFText_CountChars(text)
  const letters = call.malloc(2 * count + 2)
  call.FPDFText_GetText(text, 0, count, letters)
  process.stdout.write(Buffer.from(pdfium.HEAPU8.slice(letters, letters + 2 * count)).toString('utf16le'))
  call.free(letters)
  call.FPDFText_ClosePage(text)
  call.FPDF_ClosePage(page)
}
