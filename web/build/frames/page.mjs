// Runs inside the browser: what a frame costs while a room is busy, for the room's own parts and for plain lists.
import { Danmaku } from '../../shell/src/islands/live/danmaku.ts'
import { MessageLog, kept } from '../../shell/src/islands/live/log.ts'
import { Rows } from '../../shell/src/islands/live/rows.ts'

const words = ['你好', 'Where is the demo?', '这个方案的成本大概是多少？', 'Great talk, thank you!', '666', '请问可以分享资料吗', 'Hello from Paris', '声音很清楚']
const names = ['访客 1024', 'Guest 2048', '李雷', 'Ada', '王芳', 'Linus']

const message = rev => ({
  id: `m-${rev}`,
  rev,
  at: new Date(1_800_000_000_000 + rev).toISOString(),
  author: { id: `a-${rev % 97}`, name: names[rev % names.length], role: 'guest' },
  text: `${words[rev % words.length]} ${rev}`,
})

const scenes = {
  chat(stage) {
    const list = box(stage)
    const log = new MessageLog()
    const rows = new Rows(list, { log, mine: () => false }, key => key, 'en')
    return messages => {
      log.add(messages)
      log.trim(kept)
      rows.draw()
      list.scrollTop = list.scrollHeight
    }
  },
  'chat-append': stage => appended(box(stage), Infinity),
  'chat-append-200': stage => appended(box(stage), 200),
  danmaku(stage) {
    const canvas = stage.appendChild(document.createElement('canvas'))
    Object.assign(canvas.style, { width: '960px', height: '540px', display: 'block' })
    const flying = new Danmaku(canvas)
    flying.looks = { on: true, density: 12, opacity: 0.9, size: 22, area: 0.5 }
    return messages => {
      for (const { id, text } of messages) flying.push({ id, text, n: 1 })
    }
  },
  'danmaku-append'(stage) {
    const sky = stage.appendChild(document.createElement('div'))
    sky.className = 'sky'
    return messages => {
      for (const { rev, text } of messages) {
        const flight = document.createElement('span')
        flight.textContent = text
        flight.style.top = `${(rev % 12) * 33}px`
        flight.addEventListener('animationend', () => flight.remove())
        sky.append(flight)
      }
    }
  },
}

function box(stage) {
  const list = stage.appendChild(document.createElement('div'))
  list.className = 'log'
  return list
}

function appended(list, most) {
  return messages => {
    for (const { at, author, text } of messages) {
      const row = document.createElement('div')
      row.className = 'msg'
      const [name, time, said] = ['b', 'time', 'span'].map(tag => row.appendChild(document.createElement(tag)))
      name.textContent = author.name
      time.textContent = at.slice(11, 16)
      said.textContent = text
      list.append(row)
    }
    while (list.childElementCount > most) list.firstElementChild.remove()
    list.scrollTop = list.scrollHeight
  }
}

/** From the start of a frame until the page has been laid out and painted: milliseconds of the main thread. */
const rendered = began =>
  new Promise(done => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => done(performance.now() - began))
    port1.start()
    port2.postMessage(0)
  })

async function run(scene, rate, seconds) {
  const stage = document.body.appendChild(document.createElement('main'))
  const show = scenes[scene](stage)
  const began = performance.now()
  const costs = []
  let sent = 0
  for (;;) {
    const now = await new Promise(frame => requestAnimationFrame(() => frame(performance.now())))
    if (now - began > seconds * 1000) break
    const due = Math.floor(((now - began) / 1000) * rate)
    const batch = Array.from({ length: due - sent }, (_, at) => message(sent + at + 1))
    sent = due
    show(batch)
    costs.push(await rendered(now))
  }
  stage.remove()
  const sorted = costs.slice(Math.floor(costs.length / 4)).toSorted((a, b) => a - b)
  const at = share => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  return { scene, frames: costs.length, p50: at(0.5), p95: at(0.95), work: costs.reduce((sum, each) => sum + each, 0) / (seconds * 1000) }
}

const asked = new URLSearchParams(location.search)
const results = []
for (const scene of Object.keys(scenes)) results.push(await run(scene, Number(asked.get('rate')), Number(asked.get('seconds'))))
await fetch('/done', { method: 'POST', body: JSON.stringify(results) })
