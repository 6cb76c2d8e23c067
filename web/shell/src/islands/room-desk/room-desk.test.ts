import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Refusal, type Wire } from '../live/wire.ts'
import { Acts, undoMs } from './acts.ts'
import { DeskState } from './desk-state.ts'
import { keyAct } from './keys.ts'
import { moves } from './moves.ts'

/** A server that notes what it is sent, answers what a test says, and can be out of reach. */
function wire(answer: (path: string, init?: RequestInit) => unknown = () => ({})) {
  const lines = new Set<(line: Wire['line']) => void>()
  const sent: { readonly path: string; readonly method: string; readonly body: Record<string, unknown> }[] = []
  const own = {
    line: 'open' as Wire['line'],
    sent,
    get posted() {
      return sent.filter(each => each.method !== 'GET').map(each => `${each.method} ${each.path.replace('/rooms/session%3Ak', '')}`)
    },
    cut(line: Wire['line']) {
      own.line = line
      for (const hear of lines) hear(line)
    },
    onLine(hear: (line: Wire['line']) => void) {
      lines.add(hear)
      return () => lines.delete(hear)
    },
    subscribe: () => ({ close: () => undefined }),
    ask(path: string, init?: RequestInit): Promise<unknown> {
      if (own.line !== 'open') return Promise.reject(new Refusal('offline', 0, ''))
      sent.push({ path, method: init?.method ?? 'GET', body: init?.body ? (JSON.parse(String(init.body)) as Record<string, unknown>) : {} })
      try {
        return Promise.resolve(answer(path, init))
      } catch (error) {
        return Promise.reject(error as Error)
      }
    },
  }
  return own
}

const act = (acts: Acts, what: ReturnType<(typeof moves)[keyof typeof moves]>) => acts.do({ ...what, label: what.did })

const answers = (path: string): unknown => {
  if (path.endsWith('/desk/questions')) return { queue: [], open: [{ question: { id: 'q', text: 'q', state: 'visible', votes: 1 }, similar: [], byPerson: 1 }], runList: [], done: [] }
  if (path.endsWith('/desk/duty')) return { mine: false, people: [], claims: [] }
  if (path.endsWith('/desk/polls')) return { polls: [] }
  if (path.endsWith('/displays')) throw new Refusal('access.denied', 403, '')
  return { can: ['chat.moderate'], counts: { online: 1 }, phase: 'live' }
}

const press = (key: string, from: Element = document.body, more: KeyboardEventInit = {}) => {
  let found: string | undefined
  const hear = (event: KeyboardEvent) => {
    found = keyAct(event)
  }
  document.addEventListener('keydown', hear, { once: true })
  from.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...more }))
  document.removeEventListener('keydown', hear)
  return found
}

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})
afterEach(() => void vi.useRealTimers())

describe('what a moderator does', () => {
  test('is sent at once with a key, and taken back by its reverse for ten seconds', async () => {
    const line = wire()
    const acts = new Acts('session:k', line, () => undefined, () => undefined)
    const done = act(acts, moves.star('q1'))
    await vi.advanceTimersByTimeAsync(10)
    expect(line.posted).toEqual(['POST /questions/q1/star'])
    expect(line.sent[0]?.body['key']).toBe(done.key)
    expect(acts.undo()).toBe(done)
    await vi.advanceTimersByTimeAsync(10)
    expect(line.posted).toEqual(['POST /questions/q1/star', 'POST /questions/q1/unstar'])
    act(acts, moves.star('q2'))
    await vi.advanceTimersByTimeAsync(undoMs + 10)
    expect(acts.undoable).toBeUndefined()
    acts.close()
  })

  test('waits ten seconds where nothing takes it back, and is never sent when it is undone', async () => {
    const line = wire()
    const acts = new Acts('session:k', line, () => undefined, () => undefined)
    act(acts, moves.reject('q1'))
    act(acts, moves.reject('q2'))
    await vi.advanceTimersByTimeAsync(5000)
    expect(line.posted).toEqual([])
    expect(acts.of('question:q1')).toBeDefined()
    acts.undo()
    await vi.advanceTimersByTimeAsync(undoMs)
    expect(line.posted).toEqual(['POST /questions/q1/reject'])
    acts.close()
  })

  test('is kept without a line, sent in order with the same keys when it is back, and survives a reload', async () => {
    const line = wire()
    const acts = new Acts('session:k', line, () => undefined, () => undefined)
    line.line = 'offline'
    const first = act(acts, moves.approve('q1'))
    const second = act(acts, moves.stage('q1'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(acts.waiting).toBe(2)
    acts.close()
    line.line = 'open'
    const anew = new Acts('session:k', line, () => undefined, () => undefined)
    anew.resume()
    await vi.advanceTimersByTimeAsync(10)
    expect(line.posted).toEqual(['POST /questions/q1/approve', 'POST /questions/q1/stage'])
    expect(line.sent.map(each => each.body['key'])).toEqual([first.key, second.key])
    expect(anew.waiting).toBe(0)
    anew.close()
  })

  test('says so when a colleague was faster, and goes on with what follows', async () => {
    const line = wire(path => {
      if (path.includes('q1')) throw new Refusal('question.state-conflict', 409, 'The question is answered now')
      return {}
    })
    const told: string[] = []
    const acts = new Acts('session:k', line, () => undefined, (_act, why) => told.push(why.message))
    act(acts, moves.stage('q1'))
    act(acts, moves.stage('q2'))
    await vi.advanceTimersByTimeAsync(10)
    expect(told).toEqual(['The question is answered now'])
    expect(line.posted).toHaveLength(2)
    expect(acts.of('question:q1')).toBeUndefined()
    acts.close()
  })
})

describe('the desk', () => {
  test('asks what happened first after a lost line, and only then sends what was done meanwhile', async () => {
    const line = wire(answers)
    const desk = new DeskState('session:k', line, () => undefined, () => ({ close: () => undefined }))
    desk.open()
    await vi.advanceTimersByTimeAsync(10)
    expect(desk.questions?.open).toHaveLength(1)
    expect(desk.screens).toBeUndefined()
    line.cut('offline')
    desk.acts.do({ ...moves.stage('q'), label: '' })
    await vi.advanceTimersByTimeAsync(60_000)
    const before = line.sent.length
    line.cut('open')
    await vi.advanceTimersByTimeAsync(10)
    const later = line.sent.slice(before).map(each => each.method)
    expect(later.indexOf('POST')).toBe(later.length - 1)
    desk.close()
  })

  test('ends when the right to moderate was taken away, and comes back with it', async () => {
    let may = true
    const line = wire(path => {
      if (!may && path.endsWith('/desk/duty')) throw new Refusal('access.denied', 403, '')
      return answers(path)
    })
    const desk = new DeskState('session:k', line, () => undefined, () => ({ close: () => undefined }))
    desk.open()
    await vi.advanceTimersByTimeAsync(10)
    may = false
    line.cut('reconnecting')
    line.cut('open')
    await vi.advanceTimersByTimeAsync(200)
    expect(desk.problem?.status).toBe(403)
    may = true
    line.cut('reconnecting')
    line.cut('open')
    await vi.advanceTimersByTimeAsync(200)
    expect(desk.problem).toBeUndefined()
    desk.close()
  })
})

describe('keys', () => {
  test('do what the help line says, but not while somebody writes or holds another key', () => {
    expect([...'arnsdz'].map(key => press(key))).toEqual(['approve', 'reject', 'next', 'star', 'answer', 'undo'])
    expect(press('Enter')).toBe('stage')
    const input = document.body.appendChild(document.createElement('input'))
    const button = document.body.appendChild(document.createElement('button'))
    expect(press('a', input)).toBeUndefined()
    expect(press('Enter', button)).toBeUndefined()
    expect(press('a', document.body, { ctrlKey: true })).toBeUndefined()
  })
})
