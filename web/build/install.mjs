// Installs what the lock file says, and only when it changed since the last install.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { web } from './paths.mjs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} is too old: the web build needs Node 20.19 or newer (-Dweb.skip builds Java only).`)
  process.exit(1)
}

// The provider of the sign-in tests has a lock of its own: nothing of it belongs to the front end.
const parts = [
  { folder: web, files: ['package.json', 'package-lock.json', 'kit/package.json', 'shell/package.json', 'openapi/package.json'] },
  { folder: path.join(web, 'oidc'), files: ['package.json', 'package-lock.json'] },
]

for (const { folder, files } of parts) {
  const stamp = path.join(folder, 'node_modules/.pavilion-lock')
  const hash = createHash('sha256')
  for (const name of files) {
    hash.update(fs.readFileSync(path.join(folder, name)))
  }
  const wanted = hash.update(`${process.platform}-${process.arch}`).digest('hex')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) continue
  console.log(`web: npm ci ${path.relative(web, folder)}`.trimEnd())
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) {
    console.error('web: npm ci failed; is the npm registry reachable? (-Dweb.skip builds Java only)')
    process.exit(1)
  }
  fs.writeFileSync(stamp, wanted)
}
