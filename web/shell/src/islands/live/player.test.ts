import { afterEach, expect, test, vi } from 'vitest'
import { Player } from './player.ts'
import type { Stream } from './types.ts'

const stream = (more: Partial<Stream> = {}): Stream => ({ state: 'replay', kind: 'hls', src: '/api/live/rooms/session:a/stream/index.m3u8', ...more })
const captions = ['zh', 'en'].map(language => ({ language, label: language, src: `/captions.${language}.vtt` }))

/** Stands for the engine: only that it was asked, and for what. */
const engine = vi.hoisted(() => ({ asked: [] as string[], closed: 0 }))
vi.mock('hls.js/light', () => ({
  default: class {
    static readonly Events = { MANIFEST_PARSED: 'parsed', ERROR: 'error' }
    static readonly ErrorTypes = { MEDIA_ERROR: 'media' }
    levels = []
    on(): void {}
    attachMedia(): void {}
    loadSource(src: string): void {
      engine.asked.push(src)
    }
    destroy(): void {
      engine.closed++
    }
  },
}))

afterEach(() => {
  vi.unstubAllGlobals()
  engine.asked.length = 0
  engine.closed = 0
})

function player(): Player {
  const made = new Player('picture')
  vi.spyOn(made.video, 'play').mockResolvedValue()
  vi.spyOn(made.video, 'load').mockReturnValue()
  return made
}

test('where there is no MediaSource the browser plays the list by itself', async () => {
  vi.stubGlobal('MediaSource', undefined)
  Reflect.deleteProperty(globalThis, 'MediaSource')
  Reflect.deleteProperty(globalThis, 'ManagedMediaSource')
  const one = player()
  one.show(stream())
  await one.play()
  expect(one.video.getAttribute('src')).toBe('/api/live/rooms/session:a/stream/index.m3u8')
  expect(engine.asked).toEqual([])

  one.show(stream({ src: '/other.m3u8' }))
  expect(one.video.hasAttribute('src')).toBe(false)
  await one.play()
  expect(one.video.getAttribute('src')).toBe('/other.m3u8')
  one.close()
  expect(one.video.hasAttribute('src')).toBe(false)
})

test('an error of the browser\u2019s own player is said and tried again', async () => {
  vi.useFakeTimers()
  Reflect.deleteProperty(globalThis, 'MediaSource')
  Reflect.deleteProperty(globalThis, 'ManagedMediaSource')
  const one = player()
  one.show(stream())
  await one.play()
  one.video.dispatchEvent(new Event('error'))
  expect(one.broken).toBeDefined()
  expect(one.video.hasAttribute('src')).toBe(false)
  await vi.advanceTimersByTimeAsync(2000)
  expect(one.video.getAttribute('src')).toBe(stream().src)
  vi.useRealTimers()
})

test.each(['MediaSource', 'ManagedMediaSource'])('with %s the engine plays it', async source => {
  vi.stubGlobal(source, Object)
  const one = player()
  one.show(stream())
  await one.play()
  expect(engine.asked).toEqual([stream().src])
  expect(one.video.hasAttribute('src')).toBe(false)
  one.close()
  expect(engine.closed).toBe(1)
})

test('a recording brings a track a language, the same one for the same stream, and none afterwards', () => {
  const one = player()
  one.show(stream({ captions }))
  const tracks = [...one.video.querySelectorAll('track')]
  expect(tracks.map(track => [track.getAttribute('kind'), track.getAttribute('srclang'), track.getAttribute('src')])).toEqual([
    ['captions', 'zh', '/captions.zh.vtt'],
    ['captions', 'en', '/captions.en.vtt'],
  ])
  one.show(stream({ captions, state: 'replay' }))
  expect([...one.video.querySelectorAll('track')]).toEqual(tracks)
  one.show(stream({ src: '/other.m3u8' }))
  expect(one.video.querySelectorAll('track')).toHaveLength(0)
})

test('a picture that is waited for starts by itself once its encoder sends, and one that nobody wants does not', async () => {
  Reflect.deleteProperty(globalThis, 'MediaSource')
  Reflect.deleteProperty(globalThis, 'ManagedMediaSource')
  const one = player()
  one.show(stream({ state: 'live', picture: 'waiting' }))
  await one.play()
  expect(one.video.hasAttribute('src')).toBe(false)
  expect(one.absent).toBe(true)
  one.show(stream({ state: 'live', picture: 'receiving' }))
  await vi.waitFor(() => expect(one.video.hasAttribute('src')).toBe(true))

  const other = player()
  other.show(stream({ state: 'live', picture: 'lost' }))
  other.show(stream({ state: 'live', picture: 'receiving' }))
  expect(other.video.hasAttribute('src')).toBe(false)
})

test('a media time is sought where the recording has it', () => {
  const one = player()
  one.show(stream({ stretches: [{ at: 0, mediaMs: 0 }, { at: 10_000, mediaMs: 70_000 }] }))
  Object.defineProperty(one.video, 'readyState', { value: 4 })
  one.seek(75_000)
  expect(one.video.currentTime).toBe(15)
  expect(one.mediaMs).toBe(75_000)
})
