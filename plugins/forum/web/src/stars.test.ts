import { beforeEach, expect, test } from 'vitest'
import { type Keeper, clashes, read, toggle } from './stars.ts'

const session = (id: string, start: number, end: number) => ({ id, name: id.toUpperCase(), start, end })

const kept = new Map<string, string>()
const store: Keeper = { getItem: key => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }

beforeEach(() => kept.clear())

test('a star is kept by edition and taken away again', () => {
  toggle('ed-1', session('b', 20, 30), store)
  toggle('ed-1', session('a', 10, 20), store)
  expect(read('ed-1', store).map(each => each.id)).toEqual(['a', 'b'])
  expect(read('ed-2', store)).toEqual([])
  toggle('ed-1', session('b', 20, 30), store)
  expect(read('ed-1', store).map(each => each.id)).toEqual(['a'])
})

test('sessions that only touch do not clash', () => {
  expect(clashes([session('a', 10, 20), session('b', 20, 30)])).toEqual([])
  expect(clashes([session('a', 10, 21), session('b', 20, 30), session('c', 25, 26)]).map(([x, y]) => x.id + y.id)).toEqual(['ab', 'bc'])
})

test('what is broken counts as nothing', () => {
  store.setItem('pv-stars-ed-1', '{"not":"a list"}')
  expect(read('ed-1', store)).toEqual([])
  store.setItem('pv-stars-ed-1', '[{"id":1},')
  expect(read('ed-1', store)).toEqual([])
})
