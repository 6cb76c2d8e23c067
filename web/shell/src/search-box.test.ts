import { describe, expect, it } from 'vitest'
import { following } from './search-box.ts'

describe('the search box', () => {
  it('walks through the suggestions and back to what was typed', () => {
    expect(following(-1, 1, 3)).toBe(0)
    expect(following(2, 1, 3)).toBe(-1)
    expect(following(-1, -1, 3)).toBe(2)
    expect(following(0, -1, 3)).toBe(-1)
  })
})
