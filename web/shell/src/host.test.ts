import { describe, expect, it } from 'vitest'
import { apiPath, localised, message } from './host.ts'

describe('the host', () => {
  it('keeps an island inside its own plugin', () => {
    expect(apiPath('trading', '/offers?x=1')).toBe('/api/plugins/trading/offers?x=1')
    for (const path of ['offers', '//evil.example', '/../policy', '/a/../../policy', '/%2e%2e/policy', '/a\\..\\b', 'https://evil.example']) {
      expect(() => apiPath('trading', path)).toThrow(TypeError)
    }
  })

  it('keeps the language of the page when an island navigates', () => {
    expect(localised('/booth/b-1', 'en')).toBe('/en/booth/b-1')
    expect(localised('/en/booth/b-1', 'en')).toBe('/en/booth/b-1')
    expect(localised('/energy', 'en')).toBe('/en/energy')
    expect(localised('/api/search', 'en')).toBe('/api/search')
    expect(localised('/booth/b-1', 'zh')).toBe('/booth/b-1')
  })

  it('fills the holes of a message and leaves unknown ones', () => {
    expect(message('{0} of {1}, {2}', [3, 8])).toBe('3 of 8, {2}')
  })
})
