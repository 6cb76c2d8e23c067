// Completes package-lock.json after `npm install`: a registry mirror may lack the native parts of
// other platforms, npm then leaves them out, and `npm ci` refuses the file everywhere else.
import fs from 'node:fs'
import path from 'node:path'
import { web } from './paths.mjs'

const systems = { android: 'android', darwin: 'darwin', freebsd: 'freebsd', linux: 'linux', openharmony: 'openharmony', win32: 'win32', wasm32: '' }
const processors = new Set(['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32'])

const file = path.join(process.argv[2] ?? web, 'package-lock.json')
const lock = JSON.parse(fs.readFileSync(file, 'utf8'))
let added = 0
for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`
    if (lock.packages[key] || !/^\d/.test(version)) continue
    const words = name.slice(name.indexOf('/') + 1).split('-')
    const os = words.map(word => systems[word]).filter(Boolean)
    const cpu = words.filter(word => processors.has(word))
    lock.packages[key] = { version, ...(cpu.length > 0 ? { cpu } : {}), dev: true, optional: true, ...(os.length > 0 ? { os } : {}) }
    added++
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)))
fs.writeFileSync(file, JSON.stringify(lock, null, 2) + '\n')
console.log(`web: ${added} packages of other platforms added to the lock file`)
