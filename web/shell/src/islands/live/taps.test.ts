import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Taps, gathering } from './taps.ts'

describe('taps on a reaction', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('become one message for half a second, at most ten of a kind', () => {
    const sent: [string, number][] = []
    const taps = new Taps((kind, n) => sent.push([kind, n]))
    for (let n = 0; n < 14; n++) taps.tap('clap')
    taps.tap('heart')
    expect(sent).toEqual([])
    vi.advanceTimersByTime(gathering)
    expect(sent).toEqual([['clap', 10], ['heart', 1]])
    taps.tap('clap')
    taps.flush()
    expect(sent.at(-1)).toEqual(['clap', 1])
    vi.advanceTimersByTime(gathering)
    expect(sent).toHaveLength(3)
  })
})
