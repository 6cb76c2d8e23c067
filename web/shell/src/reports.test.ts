import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { essence, reporter } from './reports.ts'

const source = { plugin: 'trading', version: '0.1.0-1a2b3c4d' }
const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(new Response(null, { status: 204 })))

describe('the reports of failing islands', () => {
  beforeEach(() => vi.stubGlobal('fetch', fetch))
  afterEach(() => {
    vi.unstubAllGlobals()
    fetch.mockClear()
  })

  it('name plugin, version and message, and carry no cookie', () => {
    reporter(1)(source, new TypeError('offers is undefined'))
    const [url, init] = fetch.mock.calls[0] ?? []
    expect(url).toBe('/api/client-errors')
    expect(init).toMatchObject({ method: 'POST', credentials: 'omit' })
    expect(JSON.parse(String(init?.body))).toEqual({ ...source, message: 'TypeError: offers is undefined' })
  })

  it('are sent by a share of page loads only', () => {
    reporter(0)(source, new Error('x'))
    expect(fetch).not.toHaveBeenCalled()
  })

  it('tell a failure once, and a handful at most', () => {
    const report = reporter(1)
    for (let i = 0; i < 20; i++) report(source, new Error('the same'))
    expect(fetch).toHaveBeenCalledTimes(1)
    for (let i = 0; i < 20; i++) report(source, new Error(`number ${i}`))
    expect(fetch).toHaveBeenCalledTimes(5)
  })

  it('never fail themselves', async () => {
    fetch.mockImplementationOnce(() => Promise.reject(new TypeError('offline')))
    reporter(1)(source, new Error('x'))
    await Promise.resolve()
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('leave out what a visitor may have typed or opened', () => {
    expect(essence(new Error('no match for "my secret words" at https://expo.example/en/search?q=secret#top'))).toBe(
      'Error: no match for "…" at /en/search',
    )
    expect(essence(new Error('wang@example.org called 13800138000'))).toBe('Error: … called …')
    expect(essence(new Error('x'.repeat(5000))).length).toBe(200)
    expect(essence({ name: 'Wang' })).toBe('threw a value of type object')
  })
})
