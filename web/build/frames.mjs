// What a frame costs in a busy room: chat and danmaku beside plain lists of elements, in one run of a headless browser.
// Usage: node frames.mjs [messages a second] [seconds]      Needs Chromium, or PAVILION_CHROMIUM.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { rolldown } from 'rolldown'
import { web } from './paths.mjs'

const [rate = '1000', seconds = '8'] = process.argv.slice(2)
const patience = 180_000
const style = `body{margin:0;font:14px/1.5 sans-serif}main{width:960px;height:540px}.log{width:360px;height:540px;overflow:auto}.msg{padding:4px 8px}
.sky{position:relative;width:960px;height:540px;overflow:hidden;background:#123;color:#fff;font:600 22px sans-serif}
.sky span{position:absolute;white-space:nowrap;animation:fly 8s linear}@keyframes fly{from{transform:translateX(960px)}to{transform:translateX(-100%)}}`

const script = await bundled()
const results = await measured()
console.log(`Work of a frame on the main thread at ${rate} messages/s over ${seconds} s (milliseconds; load = share of one core)`)
for (const { scene, frames, p50, p95, work } of results) {
  console.log(`  ${scene.padEnd(16)} p50 ${p50.toFixed(1).padStart(7)}  p95 ${p95.toFixed(1).padStart(7)}  load ${(work * 100).toFixed(0).padStart(3)} %  ${frames} frames`)
}
for (const [ours, peer] of [['chat', 'chat-append'], ['chat', 'chat-append-200'], ['danmaku', 'danmaku-append']]) {
  const [a, b] = [ours, peer].map(name => results.find(each => each.scene === name))
  console.log(`  ${peer} ÷ ${ours}: p50 ${(b.p50 / a.p50).toFixed(1)}  p95 ${(b.p95 / a.p95).toFixed(1)}`)
}

async function bundled() {
  const bundle = await rolldown({
    input: path.join(web, 'build/frames/page.mjs'),
    resolve: { alias: { '@pavilion/ui': path.join(web, 'kit/src/ui.ts')} },
    platform: 'browser',
    tsconfig: false,
    transform: { target: 'es2022', typescript: { removeClassFieldsWithoutInitializer: true }, assumptions: { setPublicClassFields: true } },
  })
  const { output } = await bundle.generate({ format: 'es', minify: true, codeSplitting: false })
  await bundle.close()
  return output[0].code
}

/** Serves the page on a free port and waits until the browser sends what it measured. */
async function measured() {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'pavilion-frames-'))
  let browser
  try {
    return await new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no result within ${patience / 1000} s`)), patience)
      const server = http.createServer((request, response) => {
        if (request.method === 'POST') {
          let body = ''
          request.on('data', chunk => (body += chunk))
          request.on('end', () => {
            response.end()
            clearTimeout(late)
            server.closeAllConnections()
            server.close(() => resolve(JSON.parse(body)))
          })
          return
        }
        const code = request.url?.startsWith('/page.js')
        response.setHeader('content-type', code ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8')
        response.end(code ? script : `<!doctype html><meta charset="utf-8"><title>frames</title><link rel="icon" href="data:,"><style>${style}</style><script type="module" src="/page.js"></script>`)
      })
      server.listen(0, '127.0.0.1', () => {
        const address = `http://127.0.0.1:${server.address().port}/?rate=${rate}&seconds=${seconds}`
        browser = spawn(chromium(), ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', `--user-data-dir=${profile}`, '--window-size=1280,800', address], { stdio: 'ignore' })
        browser.on('error', reject)
      })
    })
  } finally {
    if (browser) await new Promise(gone => (browser.once('exit', gone), browser.kill() || gone()))
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

function chromium() {
  const known = [process.env.PAVILION_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const found = known.find(each => each && fs.existsSync(each))
  if (!found) throw new Error('no Chromium: set PAVILION_CHROMIUM to the browser’s executable')
  return found
}
