// Size budgets, hard: the build stops when a file outgrows what a visitor's first page may cost.
import fs from 'node:fs'
import path from 'node:path'
import { brotli } from './compress.mjs'
import { assets, out } from './paths.mjs'

/** Largest size in bytes after Brotli 11, by logical name. */
const budgets = {
  'shell.js': 6 * 1024,
  'style.css': 8 * 1024,
  'desk.css': 6 * 1024,
  'lit.js': 6 * 1024,
  'ui.js': 8 * 1024,
  'scene.js': 150 * 1024,
  'live.js': 30 * 1024,
  'console.js': 6 * 1024,
  'display.js': 12 * 1024,
  'hall.js': 3 * 1024,
  'room-desk.js': 24 * 1024,
  'hls.light.js': 100 * 1024,
}

export function budget() {
  const manifest = JSON.parse(fs.readFileSync(path.join(out, 'manifest.json'), 'utf8'))
  const over = []
  for (const [name, limit] of Object.entries(budgets)) {
    const size = brotli(fs.readFileSync(path.join(assets, manifest[name]))).length
    console.log(`web: ${name.padEnd(10)} ${String(size).padStart(5)} B br of ${limit}`)
    if (size > limit) over.push(`${name} is ${size} B br, its budget is ${limit}`)
  }
  if (over.length > 0) {
    console.error(over.join('\n'))
    process.exit(1)
  }
}

if (import.meta.url === `file://${process.argv[1]}`) budget()
