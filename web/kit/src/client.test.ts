import { afterEach, describe, expect, it, vi } from 'vitest'
import { ProblemError, address, api, client } from './client.ts'

const answering = (status: number, body?: unknown) => {
  const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status })))
  vi.stubGlobal('fetch', fetch)
  return fetch
}

describe('the API client', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('asks with the query and answers what the types say', async () => {
    const fetch = answering(200, { hits: [], total: 3, facets: {}, via: 'exact', stale: false, partial: false })
    const page = await api.get('/api/search', { query: { q: '抗菌 钢', type: ['item', 'offer'], limit: 5, cursor: undefined } })
    expect(page.total).toBe(3)
    const [url, init] = fetch.mock.calls[0] ?? []
    expect(new URL(String(url), 'http://x').searchParams.getAll('type')).toEqual(['item', 'offer'])
    expect(String(url)).toMatch(/^\/api\/search\?q=/)
    expect(String(url)).not.toContain('cursor')
    expect(init?.method).toBe('GET')
  })

  it('fills the path and sends a body', async () => {
    const fetch = answering(200, { id: 'g-1' })
    await api.put('/api/organiser/search/glossary/{id}', { path: { id: 'g/1' }, body: { forms: ['钢', 'steel'] } })
    const [url, init] = fetch.mock.calls[0] ?? []
    expect(url).toBe('/api/organiser/search/glossary/g%2F1')
    expect(init?.method).toBe('PUT')
    expect(init?.headers).toMatchObject({ 'content-type': 'application/json' })
    expect(JSON.parse(String(init?.body))).toEqual({ forms: ['钢', 'steel'] })
  })

  it('answers nothing where there is nothing', async () => {
    answering(204)
    expect(await api.post('/api/organiser/search/rebuild')).toBeUndefined()
  })

  it('throws a refusal with its code and detail', async () => {
    answering(404, { code: 'not.found', detail: 'no edition x' })
    const refusal = await api.get('/api/editions/{id}', { path: { id: 'x' } }).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(ProblemError)
    expect(refusal).toMatchObject({ status: 404, code: 'not.found', message: 'no edition x' })
  })

  it('never leaves the operation it was asked for', () => {
    for (const id of ['', '.', '..']) expect(() => address('/api/people/{id}', { id }, {})).toThrow(TypeError)
  })

  it('ends with the signal of its owner', async () => {
    const fetch = answering(200, { suggestions: [] })
    const leave = new AbortController()
    await client(leave.signal).get('/api/suggest', { query: { q: 'a' } })
    expect(fetch.mock.calls[0]?.[1]?.signal).toBe(leave.signal)
  })

  it('does not compile for what the API does not have', async () => {
    answering(200, {})
    // @ts-expect-error no such path
    await api.get('/api/nowhere')
    // @ts-expect-error search has no such parameter
    await api.get('/api/search', { query: { colour: 'red' } })
    // @ts-expect-error the edition's id is missing
    await expect(api.get('/api/editions/{id}')).rejects.toThrow(TypeError)
    // @ts-expect-error search is not written to
    await api.post('/api/search')
  })
})
