import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Room } from './room.ts'
import type { Message } from './types.ts'
import { type Hearing, type Line, Refusal, type Wire } from './wire.ts'

const said = (rev: number, text = `m${rev}`, author = 'a'): Message => ({
  id: `m-${rev}`,
  rev,
  at: '2026-10-16T01:00:00Z',
  author: { id: author, name: author, role: 'guest' },
  text,
})

/** A server of one room, with a socket that can be cut. */
class Server implements Wire {
  line: Line = 'open'
  messages: Message[] = []
  readonly asked: string[] = []
  refusals: Refusal[] = []
  modes = { slowSeconds: 0, editSeconds: 600, maxChars: 300, reactions: ['clap'], colours: [] }
  hearing: Hearing | undefined
  closed = 0
  readonly #hearers = new Set<(line: Line) => void>()
  readonly #keys = new Map<string, Message>()

  onLine(hear: (line: Line) => void): () => void {
    this.#hearers.add(hear)
    return () => this.#hearers.delete(hear)
  }

  turn(line: Line): void {
    this.line = line
    for (const hear of this.#hearers) hear(line)
  }

  subscribe(_topic: string, hearing: Hearing): { close(): void } {
    this.hearing = hearing
    return { close: () => this.closed++ }
  }

  async ask(path: string, init?: RequestInit): Promise<unknown> {
    this.asked.push(`${init?.method ?? 'GET'} ${path}`)
    const refused = this.refusals.shift()
    if (refused) throw refused
    if (path === '/rooms/session%3Ax') return this.#room()
    const page = /messages\?(?:before=(\d+)&)?limit=(\d+)/.exec(path)
    if (page) {
      const before = this.messages.filter(m => !page[1] || m.rev < Number(page[1]))
      const limit = Number(page[2])
      return { messages: before.slice(-limit), more: before.length > limit }
    }
    if (init?.method === 'POST' && path.endsWith('/messages')) return this.#post(JSON.parse(String(init.body)) as { text: string; key: string })
    return undefined
  }

  #post({ text, key }: { text: string; key: string }): Message {
    const before = this.#keys.get(key)
    if (before) return before
    const message = said((this.messages.at(-1)?.rev ?? 0) + 1, text, 'me')
    this.#keys.set(key, message)
    this.messages.push(message)
    return message
  }

  #room(): unknown {
    return {
      room: 'session:x',
      target: 'session:x',
      title: { zh: '会', en: 'Talk' },
      phase: 'live',
      modules: ['chat', 'reactions'],
      modes: this.modes,
      counts: { online: 3 },
      reactions: { clap: 5 },
      rev: this.messages.at(-1)?.rev ?? 0,
      me: { id: 'me', name: 'Guest 1', moderator: false },
      can: ['chat.send'],
    }
  }
}

const texts = (room: Room) => room.log.entries.map(each => (each.kind === 'hole' ? `${each.from}…${each.to}` : `${each.message.text}:${each.state}`))

describe('a live room', () => {
  let server: Server
  let room: Room

  beforeEach(async () => {
    vi.useRealTimers()
    server = new Server()
    server.messages = [said(1), said(2)]
    room = new Room('session:x', server)
    room.open()
    await room.load()
  })

  it('shows history, then what happens, each once', () => {
    server.hearing?.event('live.message-shown', said(2), 2)
    server.hearing?.event('live.message-shown', said(3), 3)
    server.hearing?.event('live.message-edited', { id: 'm-3', text: 'changed', editedAt: '2026-10-16T01:00:01Z' }, 4)
    server.hearing?.event('live.message-deleted', { id: 'm-1', by: 'moderator' }, 5)
    expect(texts(room)).toEqual([':gone', 'm2:shown', 'changed:shown'])
    server.hearing?.tick({ viewers: { online: 9 }, reactions: { clap: 7 } })
    expect([room.online, room.totals['clap']]).toEqual([9, 7])
  })

  it('sends a message once, though the connection breaks between question and answer', async () => {
    vi.useFakeTimers()
    const real = server.ask.bind(server)
    let lost = true
    server.ask = async (path, init) => {
      const answer = await real(path, init)
      if (lost && init?.method === 'POST') {
        lost = false
        throw new Refusal('offline', 0, '')
      }
      return answer
    }
    const sending = room.send({ text: 'hello' })
    await vi.advanceTimersByTimeAsync(10)
    expect(texts(room).at(-1)).toBe('hello:sending')
    server.turn('open')
    await vi.advanceTimersByTimeAsync(10)
    await sending
    server.hearing?.event('live.message-shown', server.messages.at(-1), 3)
    expect(texts(room)).toEqual(['m1:shown', 'm2:shown', 'hello:shown'])
    expect(server.messages).toHaveLength(3)
  })

  it('says why a message was not taken, and sends it again under its own key', async () => {
    server.refusals = [new Refusal('chat.closed', 409, 'closed')]
    await room.send({ text: 'late' })
    const failed = room.log.entries.at(-1)
    expect(failed).toMatchObject({ state: 'failed', why: 'chat.closed' })
    if (failed?.kind === 'line') await room.again(failed)
    expect(texts(room).at(-1)).toBe('late:shown')
  })

  it('waits as slow mode says', async () => {
    server.modes = { ...server.modes, slowSeconds: 10 }
    await room.load()
    await room.send({ text: 'one' })
    expect(room.slowUntil).toBeGreaterThan(Date.now() + 9000)
  })

  it('keeps pins, the notice and emoji as they are told', () => {
    server.hearing?.state('pins', { messages: [said(1)] })
    server.hearing?.state('notice', { notice: { id: 'n', text: 'lunch', showUntil: '2030-01-01T00:00:00Z' } })
    server.hearing?.tick({ marks: { messages: { 'm-2': { '👍': 2 } } } })
    expect([room.pins.length, room.notice?.text, room.log.line('m-2')?.message.marks]).toEqual([1, 'lunch', { '👍': 2 }])
    server.hearing?.state('notice', { notice: null })
    expect(room.notice).toBeUndefined()
  })

  it('says that a message waits, and later that it was not shown', async () => {
    vi.useFakeTimers()
    const real = server.ask.bind(server)
    server.ask = async (path, init) => {
      if (path.endsWith('/mine')) return { messages: [{ message: { ...said(0, 'hm', 'me'), id: 'm-9' }, state: 'rejected' }], marks: {} }
      return init?.method === 'POST' ? { ...said(0, 'hm', 'me'), id: 'm-9', state: 'held' } : real(path, init)
    }
    await room.send({ text: 'hm' })
    expect(texts(room).at(-1)).toBe('hm:held')
    await vi.advanceTimersByTimeAsync(21_000)
    expect(room.log.entries.at(-1)).toMatchObject({ state: 'failed', why: 'chat.rejected' })
  })

  it('takes back what the server refused', async () => {
    server.hearing?.event('live.message-shown', said(3, 'mine', 'me'), 3)
    const line = room.log.line('m-3')
    if (!line) throw new Error('no line')
    server.refusals = [new Refusal('chat.too-late', 409, ''), new Refusal('chat.not-yours', 403, '')]
    await expect(room.edit(line, 'changed')).rejects.toMatchObject({ code: 'chat.too-late' })
    expect(texts(room).at(-1)).toBe('mine:shown')
    await expect(room.remove(line)).rejects.toMatchObject({ code: 'chat.not-yours' })
    expect(texts(room).at(-1)).toBe('mine:shown')
  })

  it('shows what was missed as a hole after a long absence, and fetches it when asked', async () => {
    server.messages = Array.from({ length: 100 }, (_, at) => said(at + 1))
    server.hearing?.snapshot(100)
    await vi.waitFor(() => expect(room.log.entries).toHaveLength(53))
    expect(texts(room)[2]).toBe('3…50')
    const hole = room.log.entries[2]
    if (hole?.kind === 'hole') await room.fill(hole)
    expect(room.log.entries).toHaveLength(100)
  })

  it('asks once more only when it began to listen after the answer', async () => {
    const before = server.asked.length
    server.hearing?.snapshot(2)
    await Promise.resolve()
    expect(server.asked).toHaveLength(before)
    server.hearing?.snapshot(3)
    await vi.waitFor(() => expect(server.asked.length).toBeGreaterThan(before))
  })

  it('lets go of everything when it is closed', () => {
    room.close()
    expect(server.closed).toBe(1)
  })
})
