import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Hearing, PageSocket } from './socket.ts'

/** The server's end of a line. */
class Line extends EventTarget {
  readonly sent: [string, number, Record<string, unknown>][] = []
  closed = false

  send(text: string): void {
    this.sent.push(JSON.parse(text) as [string, number, Record<string, unknown>])
  }

  close(): void {
    this.closed = true
  }

  open(): void {
    this.dispatchEvent(new Event('open'))
  }

  say(...frame: unknown[]): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(frame) }))
  }

  /** Answers the last question of that name. */
  answer(name: string, body: unknown): void {
    this.say('ok', this.sent.findLast(frame => frame[0] === name)?.[1], body)
  }

  cut(): void {
    this.dispatchEvent(new Event('close'))
  }
}

describe('the page socket', () => {
  let lines: Line[]
  let page: PageSocket
  let heard: string[]
  let hearing: Hearing

  const line = (): Line => lines.at(-1) as Line
  const join = (): void => {
    line().open()
    line().answer('hello', {})
    line().answer('subscribe', { epoch: 'e', rev: 4, mode: 'snapshot' })
  }

  beforeEach(() => {
    vi.useFakeTimers()
    lines = []
    heard = []
    page = new PageSocket(() => {
      lines.push(new Line())
      return line() as unknown as WebSocket
    })
    hearing = {
      event: (name, payload, rev) => heard.push(`${rev} ${name} ${String(payload)}`),
      state: (key, value) => heard.push(`${key}=${String(value)}`),
      tick: tick => heard.push(`tick ${JSON.stringify(tick)}`),
      gap: (from, to) => heard.push(`gap ${from}…${to}`),
      snapshot: () => heard.push('snapshot'),
      closed: code => heard.push(`closed ${code}`),
    }
  })

  it('opens for the first listener and tells what happens, once and in order', () => {
    expect(lines).toHaveLength(0)
    page.subscribe('room:x', hearing)
    join()
    line().say('state', { topic: 'room:x', seenRev: 4, state: { phase: 'live' } })
    line().say('batch', { topic: 'room:x', rev: 4, events: [['said', 'old'], ['said', 'a'], ['said', 'b']] })
    line().say('live.tick', { topic: 'room:x', seenRev: 6, viewers: { online: 2 } })
    line().say('gap', { topic: 'room:x', from: 7, to: 9 })
    line().say('batch', { topic: 'room:x', rev: 10, events: [['said', 'c']] })
    expect(heard).toEqual(['snapshot', 'phase=live', '5 said a', '6 said b', 'tick {"seenRev":6,"viewers":{"online":2}}', 'gap 7…9', '10 said c'])
    expect(page.status).toBe('open')
  })

  it('goes on where it stopped when the line breaks', async () => {
    page.subscribe('room:x', hearing)
    join()
    line().say('batch', { topic: 'room:x', rev: 5, events: [['said', 'a']] })
    line().cut()
    expect(page.status).toBe('reconnecting')
    await vi.advanceTimersByTimeAsync(1000)
    expect(lines).toHaveLength(2)
    line().open()
    expect(line().sent[0]?.[2]).toEqual({ protocol: 1, resume: { 'room:x': 'e:5' } })
    line().answer('hello', { resumed: { 'room:x': { epoch: 'e', rev: 6, mode: 'replay' } } })
    line().say('batch', { topic: 'room:x', rev: 6, events: [['said', 'b']] })
    expect(heard).toEqual(['snapshot', '5 said a', '6 said b'])
  })

  it('asks anew after a long absence', async () => {
    page.subscribe('room:x', hearing)
    join()
    line().cut()
    await vi.advanceTimersByTimeAsync(1000)
    line().open()
    line().answer('hello', { resumed: { 'room:x': { epoch: 'f', rev: 90, mode: 'snapshot' } } })
    line().say('batch', { topic: 'room:x', rev: 91, events: [['said', 'z']] })
    expect(heard).toEqual(['snapshot', 'snapshot', '91 said z'])
  })

  it('sends a command again that had no answer, and tells refusals', async () => {
    page.subscribe('room:x', hearing)
    join()
    const sending = page.send('chat.send', { text: 'hi', key: 'k' })
    line().cut()
    await vi.advanceTimersByTimeAsync(1000)
    line().open()
    line().answer('hello', { resumed: { 'room:x': { epoch: 'e', rev: 4, mode: 'replay' } } })
    line().answer('chat.send', { id: 'm-1' })
    await expect(sending).resolves.toEqual({ id: 'm-1' })
    const refused = page.send('chat.send', { text: 'x', key: 'l' })
    line().say('error', line().sent.at(-1)?.[1], { code: 'chat.slow', status: 429, retryAfterMs: 4000 })
    await expect(refused).rejects.toMatchObject({ code: 'chat.slow', retryAfterMs: 4000 })
  })

  it('makes the browser known for its first command and asks again', async () => {
    const fetch = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(() => Promise.resolve(new Response(null, { status: 204 })))
    vi.stubGlobal('fetch', fetch)
    page.subscribe('room:x', hearing)
    join()
    const sending = page.send('chat.send', { text: 'hi', key: 'k' })
    line().say('error', line().sent.at(-1)?.[1], { code: 'socket.guest', status: 409 })
    await vi.advanceTimersByTimeAsync(1)
    expect(fetch).toHaveBeenCalledWith('/api/guest', { method: 'POST' })
    expect(lines).toHaveLength(2)
    line().open()
    line().answer('hello', { resumed: { 'room:x': { epoch: 'e', rev: 4, mode: 'replay' } } })
    expect(line().sent.at(-1)?.[2]).toEqual({ text: 'hi', key: 'k' })
    line().answer('chat.send', { id: 'm-1' })
    await expect(sending).resolves.toEqual({ id: 'm-1' })
    vi.unstubAllGlobals()
  })

  it('tells a second listener what the first was told, and leaves with the last', () => {
    const one = page.subscribe('room:x', hearing)
    join()
    line().say('state', { topic: 'room:x', seenRev: 4, state: { phase: 'live' } })
    heard = []
    const two = page.subscribe('room:x', hearing)
    two.close()
    one.close()
    expect(line().sent.at(-1)?.[0]).toBe('unsubscribe')
    line().answer('unsubscribe', {})
    vi.advanceTimersByTime(6000)
    expect(line().closed).toBe(true)
  })

  it('comes back at a moment of its own when the server says goodbye', async () => {
    page.subscribe('room:x', hearing)
    join()
    line().say('bye', { retryMs: [2000, 3000] })
    await vi.advanceTimersByTimeAsync(1900)
    expect(lines).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1200)
    expect(lines).toHaveLength(2)
  })

  it('tells that a topic is not for us', () => {
    page.subscribe('room:none', hearing)
    line().open()
    line().answer('hello', {})
    line().say('error', line().sent.at(-1)?.[1], { code: 'not-found', status: 404 })
    expect(heard).toEqual(['closed not-found'])
  })
})
