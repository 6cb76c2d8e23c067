import { expect, test } from 'vitest'
import { addressOf, renew } from './live-form.ts'

const page = (html: string): HTMLElement => {
  const main = document.createElement('main')
  main.innerHTML = html
  return main
}

const entry = (id: string, words: string, open = ''): string => `<li><h3><a href="/${id}">${id}</a></h3><details ${open}><summary>how</summary>${words}</details></li>`

test('a form leads to the address it would be sent to, and nowhere while a field is wrong', () => {
  const form = page(`<form action="/en/policy/calculator"><input type="hidden" name="want" value="a"><input type="hidden" name="want" value="b">
    <input name="amount" value="1,000" required><input name="amount-2" value=""></form>`).querySelector('form') as HTMLFormElement
  expect(addressOf(form)).toBe('/en/policy/calculator?want=a&want=b&amount=1%2C000')
  ;(form.querySelector('[name=amount]') as HTMLInputElement).value = ''
  expect(addressOf(form)).toBeUndefined()
})

test('only the parts change, and what was unfolded stays so', () => {
  const shown = page(`<form><input id="typed"></form><section data-part="results">${entry('one', 'old', 'open')}${entry('two', 'old')}</section>`)
  const typed = shown.querySelector('#typed')
  renew(shown, page(`<section data-part="results">${entry('two', 'new')}${entry('one', 'new')}</section>`))
  expect(shown.querySelector('#typed')).toBe(typed)
  expect([...shown.querySelectorAll('details')].map(each => [each.open, each.textContent.trim()])).toEqual([
    [false, 'hownew'],
    [true, 'hownew'],
  ])
})
