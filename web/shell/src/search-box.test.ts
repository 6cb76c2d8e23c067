import { describe, expect, it } from 'vitest'
import { following, suggestions } from './search-box.ts'

describe('the search box', () => {
  it('walks through the suggestions and back to what was typed', () => {
    expect(following(-1, 1, 3)).toBe(0)
    expect(following(2, 1, 3)).toBe(-1)
    expect(following(-1, -1, 3)).toBe(2)
    expect(following(0, -1, 3)).toBe(-1)
  })

  it('takes a list or an object with a list, and nothing else', () => {
    const one = { text: '钢', typeLabel: '展品', url: '/item/x' }
    expect(suggestions([one])).toEqual([one])
    expect(suggestions({ suggestions: [one] })).toEqual([one])
    expect(suggestions({ error: 'x' })).toEqual([])
  })
})
