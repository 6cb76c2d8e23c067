// Builds the shell, the style and the shared chunks into target/classes/web/assets, and writes
// manifest.json: logical name → file name below /assets/.
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { budget } from './budget.mjs'
import { compress } from './compress.mjs'
import { icons } from './icons.mjs'
import { assets, out, web } from './paths.mjs'

icons()
const result = await build({
  root: web,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  resolve: { alias: { '@pavilion/ui': path.join(web, 'kit/src/ui.ts') } },
  build: {
    outDir: out,
    emptyOutDir: true,
    assetsDir: 'assets',
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: false,
    chunkSizeWarningLimit: 700,
    assetsInlineLimit: file => file.includes('drawings'),
    rolldownOptions: {
      // One file holds Lit, under its own export names; the kit asks for it like any island does. The house's own
      // islands ask for the kit the same way.
      external: (id, importer) =>
        (id === 'lit' && !importer?.endsWith('kit/src/lit.ts')) || (id === '@pavilion/ui' && (importer?.includes('/shell/src/') ?? false)),
      preserveEntrySignatures: 'exports-only',
      input: {
        shell: path.join(web, 'shell/src/shell.ts'),
        style: path.join(web, 'shell/src/style/style.css'),
        desk: path.join(web, 'shell/src/style/desk.css'),
        lit: path.join(web, 'kit/src/lit.ts'),
        ui: path.join(web, 'kit/src/ui.ts'),
        scene: path.join(web, 'kit/src/scene.ts'),
        live: path.join(web, 'shell/src/islands/live.ts'),
        display: path.join(web, 'shell/src/islands/display.ts'),
        'room-desk': path.join(web, 'shell/src/islands/room-desk.ts'),
        hall: path.join(web, 'shell/src/islands/hall.ts'),
        console: path.join(web, 'shell/src/islands/console.ts'),
      },
      output: { entryFileNames: 'assets/[name]-[hash].js', chunkFileNames: 'assets/[name]-[hash].js' },
    },
  },
})

const manifest = {}
// Entries last: a chunk they share may bear the name of one of them.
for (const file of result.output.toSorted((a, b) => Number(a.isEntry ?? false) - Number(b.isEntry ?? false))) {
  const name = path.basename(file.fileName)
  const logical = name.replace(/-[\w-]{8}(\.\w+)$/, '$1')
  if (manifest[logical]) throw new Error(`${manifest[logical]} and ${name} are both ${logical}`)
  manifest[logical] = name
}
for (const file of fs.readdirSync(path.join(web, 'shell/public'))) {
  fs.copyFileSync(path.join(web, 'shell/public', file), path.join(out, file))
}
fs.writeFileSync(path.join(out, 'manifest.json'), JSON.stringify(manifest, Object.keys(manifest).toSorted(), 1) + '\n')
compress(assets)
budget()
