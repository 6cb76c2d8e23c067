import { describe, expect, it } from 'vitest'
import { linePath, niceTop } from './chart.ts'
import { money, text } from './format.ts'

describe('the kit', () => {
  it('ends an axis on a round number', () => {
    expect(niceTop(0)).toBe(1)
    expect(niceTop(7)).toBe(10)
    expect(niceTop(1300)).toBe(2000)
    expect(niceTop(5000)).toBe(5000)
  })

  it('breaks a line where there is no data', () => {
    expect(linePath([[0, 1], [1, 2], undefined, [3, 4]])).toBe('M0.0 1.0L1.0 2.0M3.0 4.0')
  })

  it('writes money from minor units', () => {
    expect(money(123_456, 'CNY', 'zh')).toBe('¥1,234.56')
    expect(money(5000, 'JPY', 'en')).toMatch(/5,000$/)
  })

  it('falls back to the other language, never to nothing', () => {
    expect(text({ zh: '展馆', en: '' }, 'en')).toBe('展馆')
  })
})
