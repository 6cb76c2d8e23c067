import { describe, expect, it } from 'vitest'
import { following } from './theme.ts'

describe('the theme switch', () => {
  it('first shows the opposite of what the visitor sees, and comes round', () => {
    expect(following('auto', false)).toBe('dark')
    expect(following('auto', true)).toBe('light')
    expect(following(following(following('auto', true), true), true)).toBe('auto')
  })
})
