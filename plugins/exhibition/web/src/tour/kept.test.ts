import { beforeEach, expect, test } from 'vitest'
import { type Keeper, joined, keep, kept, stops } from './kept.ts'

const held = new Map<string, string>()
const store: Keeper = {
  getItem: key => held.get(key) ?? null,
  setItem: (key, value) => void held.set(key, value),
  removeItem: key => void held.delete(key),
}

beforeEach(() => held.clear())

test('a tour is kept by edition with its order, and forgotten with its last stop', () => {
  keep('ed-1', new URLSearchParams('edition=ed-1&stops=b-1,b-2&order=own&stay=10&q=tea'), store)
  expect(kept('ed-1', store).toString()).toBe('stops=b-1%2Cb-2&order=own&stay=10')
  expect(stops(kept('ed-2', store))).toEqual([])
  keep('ed-1', new URLSearchParams('edition=ed-1&stay=10'), store)
  expect(stops(kept('ed-1', store))).toEqual([])
})

test('further stands come last, each once, sixty at most', () => {
  const tour = new URLSearchParams('stops=b-1,b-2&from=north')
  expect(joined(tour, ['b-2', 'b-3']).toString()).toBe('stops=b-1%2Cb-2%2Cb-3&from=north')
  const many = Array.from({ length: 80 }, (_, at) => `b-${at}`)
  expect(stops(joined(tour, many))).toHaveLength(60)
  expect(joined(new URLSearchParams(), []).has('stops')).toBe(false)
})

test('a store that refuses keeps nothing and breaks nothing', () => {
  const closed: Keeper = {
    getItem: () => {
      throw new Error('denied')
    },
    setItem: () => {
      throw new Error('full')
    },
    removeItem: () => {},
  }
  keep('ed-1', new URLSearchParams('stops=b-1'), closed)
  expect(stops(kept('ed-1', closed))).toEqual([])
})
