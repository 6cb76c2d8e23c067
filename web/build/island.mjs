// Bundles one plugin's islands: plugins/<id>/web → plugins/<id>/target/classes/ui.
// Usage: node island.mjs <plugin folder>
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import zlib from 'node:zlib'
import { rolldown } from 'rolldown'
import { compress } from './compress.mjs'
import { shared, web } from './paths.mjs'

const plugin = path.resolve(process.argv[2] ?? '.')
const source = path.join(plugin, 'web')
const target = path.join(plugin, 'target/classes/ui')
const warnAt = 30 * 1024
const refuseAt = 150 * 1024

const manifest = JSON.parse(fs.readFileSync(path.join(source, 'ui.json'), 'utf8'))
fs.rmSync(target, { recursive: true, force: true })
fs.mkdirSync(target, { recursive: true })

/** Lit comes from the page once; everything else an island needs comes from web/node_modules. */
const imports = {
  name: 'pavilion-imports',
  async resolveId(id, importer) {
    if (/^(lit\/|lit-html|lit-element|@lit\/)/.test(id)) {
      this.error(`${importer}: import from 'lit' or '@pavilion/ui' instead of '${id}', or the page loads Lit twice`)
    }
    if (/^[./\0]/.test(id) || path.isAbsolute(id) || shared.includes(id)) return null
    return this.resolve(id, path.join(web, 'package.json'), { skipSelf: true })
  },
}

if (manifest.entry) await bundleIslands().catch(error => fail(error.errors?.[0]?.message ?? error.message))

for (const name of [manifest.style, 'ui.json'].filter(Boolean)) fs.copyFileSync(path.join(source, name), path.join(target, name))
// What a plugin draws or models by program: web/make.mjs writes it into the folder it is given.
const maker = path.join(source, 'make.mjs')
if (fs.existsSync(maker)) await (await import(pathToFileURL(maker).href)).default(target)
// The islands' words travel in the page's boot data, so they lie beside those of the templates.
const words = path.join(source, 'i18n')
if (fs.existsSync(words)) fs.cpSync(words, path.join(plugin, 'target/classes/i18n'), { recursive: true })
compress(target)

async function bundleIslands() {
  const bundle = await rolldown({
    input: { main: path.join(source, 'src/main.ts') },
    external: shared,
    plugins: [imports],
    platform: 'browser',
    tsconfig: false,
    transform: { target: 'es2022', typescript: { removeClassFieldsWithoutInitializer: true }, assumptions: { setPublicClassFields: true } },
  })
  const { output } = await bundle.write({
    dir: target,
    format: 'es',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  })
  await bundle.close()
  for (const chunk of output) {
    const size = zlib.gzipSync(chunk.type === 'chunk' ? chunk.code : chunk.source).length
    console.log(`islands: ${path.basename(plugin)}/${chunk.fileName} ${size} B gz`)
    if (chunk.isEntry && size > refuseAt) fail(`${chunk.fileName} is ${size} B gz; more than ${refuseAt} is refused`)
    if (chunk.isEntry && size > warnAt) console.warn(`islands: ${chunk.fileName} is over ${warnAt} B gz; split it with import()`)
  }
}

function fail(reason) {
  console.error(`islands: ${path.basename(plugin)}: ${reason}`)
  process.exit(1)
}
