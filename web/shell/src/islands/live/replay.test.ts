import { describe, expect, it, vi } from 'vitest'
import { Replay } from './replay.ts'
import type { Bucket, Message } from './types.ts'

const said = (text: string): Message => ({ id: text, rev: 1, at: '', author: { id: 'a', name: 'a', role: 'guest' }, text })
const bucket = (number: number): Bucket => ({
  bucket: number,
  last: 9,
  messages: [2000, 7000].map(ms => ({ mediaMs: number * 10_000 + ms, message: said(`m${number * 10 + ms / 1000}`) })),
  reactions: {},
  danmaku: [{ mediaMs: number * 10_000 + 7000, item: { id: `d${number}`, text: 'd', n: 1 } }],
})
const texts = (step: { messages: readonly Message[] }) => step.messages.map(m => m.text)

async function warmed(replay: Replay, ms: number) {
  replay.step(ms)
  await vi.waitFor(() => Promise.resolve())
}

describe('the chat of a recording', () => {
  it('comes when its moment comes, once', async () => {
    const asked: number[] = []
    const replay = new Replay(number => {
      asked.push(number)
      return Promise.resolve(bucket(number))
    })
    await warmed(replay, 0)
    expect(asked).toEqual([0, 1, 2])
    expect(texts(replay.step(1900))).toEqual([])
    expect(texts(replay.step(2000))).toEqual(['m2'])
    expect(texts(replay.step(4500))).toEqual([])
    const step = replay.step(7000)
    expect([texts(step), step.flights.map(f => f.id)]).toEqual([['m7'], ['d0']])
  })

  it('starts anew after a jump, with a little of what was before', async () => {
    const replay = new Replay(number => Promise.resolve(bucket(number)))
    await warmed(replay, 0)
    await warmed(replay, 43_000)
    const step = replay.step(43_100)
    expect(step.jumped).toBe(true)
    expect(texts(step)).toEqual(['m32', 'm37', 'm42'])
    expect(step.flights).toEqual([])
    await warmed(replay, 3000)
    expect(texts(replay.step(3100))).toEqual(['m2'])
  })

  it('loses nothing when a piece arrives late', async () => {
    const late: ((value: Bucket) => void)[] = []
    const replay = new Replay(number => (number === 1 ? new Promise(resolve => late.push(resolve)) : Promise.resolve(bucket(number))))
    await warmed(replay, 8000)
    expect(texts(replay.step(9900))).toEqual(['m2', 'm7'])
    expect(texts(replay.step(12_500))).toEqual([])
    late[0]?.(bucket(1))
    await vi.waitFor(() => Promise.resolve())
    expect(texts(replay.step(12_600))).toEqual(['m12'])
  })
})
