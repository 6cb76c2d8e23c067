// Lays a .br and a .gz beside every text file that gains from it; the server sends them as they lie.
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'

const text = /\.(js|css|svg|json|html|webmanifest|glb)$/
const smallest = 400

export const brotli = bytes =>
  zlib.brotliCompressSync(bytes, {
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
      [zlib.constants.BROTLI_PARAM_MODE]: zlib.constants.BROTLI_MODE_TEXT,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })

export function compress(folder) {
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !text.test(entry.name)) continue
    const file = path.join(entry.parentPath, entry.name)
    const bytes = fs.readFileSync(file)
    if (bytes.length < smallest) continue
    fs.writeFileSync(`${file}.br`, brotli(bytes))
    fs.writeFileSync(`${file}.gz`, zlib.gzipSync(bytes, { level: 9 }))
  }
}
