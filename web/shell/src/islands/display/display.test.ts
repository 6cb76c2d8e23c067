import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Hearing, Refusal, type Wire } from '../live/wire.ts'
import { bars, kiosk, projector, sizeOf } from './pages.ts'
import { Pairing } from './pairing.ts'
import { Show } from './show.ts'

/** A server that answers from a table and a line that can be cut. */
function wire(answers: Record<string, () => unknown>) {
  const lines = new Set<(line: Wire['line']) => void>()
  const hearings: Hearing[] = []
  const asked: string[] = []
  const own = {
    line: 'open' as Wire['line'],
    hearings,
    asked,
    cut(line: Wire['line']) {
      own.line = line
      for (const hear of lines) hear(line)
    },
    onLine(hear: (line: Wire['line']) => void) {
      lines.add(hear)
      return () => lines.delete(hear)
    },
    subscribe(_topic: string, hearing: Hearing) {
      hearings.push(hearing)
      return { close: () => undefined }
    },
    ask(path: string): Promise<unknown> {
      asked.push(path)
      const key = Object.keys(answers).find(each => path.includes(each))
      try {
        return Promise.resolve(key ? answers[key]?.() : undefined)
      } catch (error) {
        return Promise.reject(error as Error)
      }
    },
  }
  return own
}

const title = { zh: '开幕', en: 'Opening' }
const display = { title, phase: 'live', view: 'projector', entry: { code: 'ABC234', address: 'https://x/in/ABC234', qr: '<svg/>' }, counts: { online: 3 }, upcoming: [], news: [] }
const asked = (id: string, votes: number, state = 'visible') => ({ id, text: id, state, votes })
const poll = { id: 'p', kind: 'choice', question: title, options: [title, { zh: '二', en: 'Two' }], state: 'open', round: 1, featured: true, results: 'live', rounds: [{ n: 1, ballots: 0 }] }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a screen', () => {
  test('shows the staged question, then the featured poll, and turns pages only when it is idle', async () => {
    let staged: unknown = asked('q1', 4, 'staged')
    let polls: unknown[] = []
    const line = wire({ '/display': () => display, '/questions': () => ({ questions: [asked('q2', 9)], staged }), '/polls': () => ({ polls }) })
    const show = new Show('session:k', 'projector', line, () => undefined)
    await show.ask()
    expect(projector(show)).toEqual(['question'])
    staged = null
    polls = [poll]
    await show.ask()
    expect(projector(show)).toEqual(['poll'])
    expect(kiosk(show)).toEqual(['poll', 'ask', 'count'])
    polls = []
    await show.ask()
    expect(projector(show)).toEqual(['ask'])
    show.close()
  })

  test('counts votes and ballots as the tick tells them, and draws bars only of what is told', async () => {
    const line = wire({ '/display': () => display, '/questions': () => ({ questions: [asked('a', 1), asked('b', 2)] }), '/polls': () => ({ polls: [poll] }) })
    const show = new Show('session:k', 'projector', line, () => undefined)
    show.open()
    await vi.advanceTimersByTimeAsync(200)
    expect(bars(show)).toBeUndefined()
    line.hearings[0]?.tick({ votes: { a: 7 }, polls: { p: { round: 1, n: 4, tally: { counts: [3, 1], bins: [] } } } } as never)
    expect(show.next.map(each => each.id)).toEqual(['a', 'b'])
    expect(bars(show)?.map(row => [row.n, row.share, row.wide])).toEqual([[3, 0.75, 1], [1, 0.25, 1 / 3]])
    expect(show.poll?.rounds[0]?.ballots).toBe(4)
    show.close()
  })

  test('says after ten seconds without line that it may be old, and asks again when the line is back', async () => {
    const line = wire({ '/display': () => display, '/questions': () => ({ questions: [] }), '/polls': () => ({ polls: [] }) })
    const show = new Show('session:k', 'projector', line, () => undefined)
    show.open()
    await vi.advanceTimersByTimeAsync(200)
    line.cut('reconnecting')
    await vi.advanceTimersByTimeAsync(9000)
    expect(show.stale).toBe(false)
    await vi.advanceTimersByTimeAsync(2000)
    expect(show.stale).toBe(true)
    const before = line.asked.length
    line.cut('open')
    await vi.advanceTimersByTimeAsync(500)
    expect(line.asked.length).toBeGreaterThan(before)
    expect(show.stale).toBe(false)
    show.close()
  })

  test('knows when it is a screen no more', async () => {
    const line = wire({
      '/display': () => {
        throw new Refusal('access.denied', 403, '')
      },
    })
    const show = new Show('session:k', 'projector', line, () => undefined)
    await show.ask()
    expect(show.lost).toBe(true)
    show.close()
  })

  test('keeps long questions on the wall', () => {
    expect(sizeOf(20)).toBe(4.6)
    expect(sizeOf(400)).toBeLessThan(sizeOf(100))
  })
})

describe('a waiting screen', () => {
  test('shows a code, takes another when it is over, and stops once it is let in', async () => {
    let state = 'waiting'
    let n = 0
    const line = wire({ '/pairings/collect': () => ({ state }), '/pairings': () => ({ code: `CODE${++n}`, secret: `s${n}`, until: '2027-03-01T09:05:00Z' }) })
    const paired = vi.fn<() => void>()
    const pairing = new Pairing('projector', '', line, () => undefined, paired)
    pairing.begin()
    await vi.advanceTimersByTimeAsync(2500)
    expect(pairing.code).toBe('CODE1')
    state = 'gone'
    await vi.advanceTimersByTimeAsync(2500)
    expect(pairing.code).toBe('CODE2')
    state = 'paired'
    await vi.advanceTimersByTimeAsync(2500)
    expect(paired).toHaveBeenCalledOnce()
    const before = line.asked.length
    await vi.advanceTimersByTimeAsync(20_000)
    expect(line.asked.length).toBe(before)
  })

  test('keeps trying while the server is away', async () => {
    let away = true
    const line = wire({
      '/pairings': () => {
        if (away) throw new Refusal('offline', 0, '')
        return { code: 'ABCDEF', secret: 's', until: '2027-03-01T09:05:00Z' }
      },
    })
    const pairing = new Pairing('kiosk', 'lobby', line, () => undefined, () => undefined)
    pairing.begin()
    await vi.advanceTimersByTimeAsync(100)
    expect(pairing.away).toBe(true)
    away = false
    await vi.advanceTimersByTimeAsync(6000)
    expect(pairing.code).toBe('ABCDEF')
    pairing.close()
  })
})
