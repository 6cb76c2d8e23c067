import { expect, test } from 'vitest'
import { atSite, choiceOf, mediaOf, positionOf } from './sites.ts'
import type { Stream } from './types.ts'

/** Two seconds were sent before the session, and a minute was lost after ten seconds. */
const stretches = [
  { at: 0, mediaMs: -2000 },
  { at: 12_000, mediaMs: 70_000 },
]

test('a recording without holes is on media time', () => {
  expect(mediaOf([], 5000)).toBe(5000)
  expect(positionOf([{ at: 0, mediaMs: 0 }], 5000)).toBe(5000)
})

test('after a hole the recording is shorter than the session', () => {
  expect(mediaOf(stretches, 12_500)).toBe(70_500)
  expect(positionOf(stretches, 70_500)).toBe(12_500)
  expect(mediaOf(stretches, 3000)).toBe(1000)
  expect(positionOf(stretches, 1000)).toBe(3000)
})

test('what was lost leads to the next moment there is', () => {
  expect(positionOf(stretches, 40_000)).toBe(12_000)
  expect(positionOf(stretches, -9000)).toBe(0)
})

const site = (name: string, state: string) => ({ site: name, label: { zh: name, en: name }, kind: 'encoder', state, src: `/${name}.m3u8` })
const stream: Stream = { state: 'live', kind: 'hls', src: '/main.m3u8', sites: [site('main', 'lost'), site('second', 'receiving')] }

test('each site has its own picture and state', () => {
  expect(atSite(stream, 'second')).toMatchObject({ src: '/second.m3u8', picture: 'receiving', state: 'live' })
  expect(atSite(stream, 'gone').src).toBe('/main.m3u8')
  expect(choiceOf(stream)).toHaveLength(2)
  expect(choiceOf({ ...stream, sites: [site('main', 'receiving')] })).toEqual([])
})
