import { beforeEach, expect, it } from 'vitest'
import { Mutes } from './mutes.ts'

beforeEach(() => localStorage.clear())

it('hides words in any room and people in theirs, after a reload too', () => {
  const mutes = new Mutes('a')
  mutes.words = 'Spoiler，剧透'
  mutes.toggle('p1')
  expect([mutes.hides('no SPOILERS', undefined), mutes.hides('剧透了', 'x'), mutes.hides('fine', 'p1'), mutes.hides('fine', 'p2')]).toEqual([true, true, true, false])
  expect(new Mutes('a').hides('fine', 'p1')).toBe(true)
  expect(new Mutes('b').hides('fine', 'p1')).toBe(false)
  expect(new Mutes('b').words).toBe('spoiler, 剧透')
  mutes.toggle('p1')
  expect(new Mutes('a').person('p1')).toBe(false)
})
