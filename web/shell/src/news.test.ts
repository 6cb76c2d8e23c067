import { beforeEach, expect, test } from 'vitest'
import { announce } from './news.ts'

const doors = { text: { zh: '北门已开', en: 'The north door is open' }, link: '/halls', urgent: false }

beforeEach(() => {
  document.documentElement.lang = 'en'
  document.body.innerHTML = '<div hidden data-swap="news" data-news=""></div><div id="pv-toasts"></div>'
})

const strip = (): HTMLElement => document.querySelector<HTMLElement>('[data-swap=news]')!

test('what is new stands in the strip, in the language of the page, and is said once', () => {
  announce({ key: 'a.1', items: [doors] })
  announce({ key: 'a.1', items: [doors] })
  expect(strip().hidden).toBe(false)
  expect(strip().textContent).toBe('The north door is openMore')
  expect(strip().querySelector('a')?.getAttribute('href')).toBe('/en/halls')
  expect(document.querySelectorAll('.toast')).toHaveLength(1)
})

test('words that only exist in the other language are marked so', () => {
  announce({ key: 'b.1', items: [{ ...doors, text: { zh: '北门已开', en: '' }, urgent: true }] })
  expect(strip().querySelector('span[lang]')?.getAttribute('lang')).toBe('zh')
  expect(strip().querySelector('.urgent [data-icon=warning]')).not.toBeNull()
})

test('the strip goes when nothing is announced any more, and nothing is said about it', () => {
  announce({ key: 'a.1', items: [doors] })
  document.getElementById('pv-toasts')!.replaceChildren()
  announce({ key: '', items: [] })
  expect(strip().hidden).toBe(true)
  expect(document.querySelectorAll('.toast')).toHaveLength(0)
})
