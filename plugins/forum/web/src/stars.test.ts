import { expect, test } from 'vitest'
import { clashes, sessionsOf, starredOf } from './stars.ts'

const session = (id: string, start: number, end: number) => ({ id, name: id.toUpperCase(), start, end })

test('sessions that only touch do not clash', () => {
  expect(clashes([session('a', 10, 20), session('b', 20, 30)])).toEqual([])
  expect(clashes([session('a', 10, 21), session('b', 20, 30), session('c', 25, 26)]).map(([x, y]) => x.id + y.id)).toEqual(['ab', 'bc'])
})

test('only sessions count, whatever else is starred', () => {
  expect(sessionsOf(['session:ses-1', 'booth:b-001', 'session:ses-2'])).toEqual(['ses-1', 'ses-2'])
})

test('sessions stand by start and are named in the language of the page where it has words', () => {
  const hours = [
    { id: 'b', name: { zh: '乙', en: 'B' }, start: '2026-05-19T02:00:00Z', end: '2026-05-19T03:00:00Z' },
    { id: 'a', name: { zh: '甲', en: '' }, start: '2026-05-19T01:00:00Z', end: '2026-05-19T02:00:00Z' },
  ]
  expect(starredOf(hours, 'en').map(each => each.name)).toEqual(['甲', 'B'])
  expect(starredOf(hours, 'zh')[0]?.end).toBe(Date.parse('2026-05-19T02:00:00Z'))
})
