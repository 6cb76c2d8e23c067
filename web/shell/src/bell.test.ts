import { beforeEach, expect, test } from 'vitest'
import { account, ring } from './bell.ts'

const bell = '<a data-inbox="a-1" title="Inbox" aria-label="Inbox"></a>'
const hung = (): HTMLElement => document.querySelector<HTMLElement>('[data-inbox]')!

beforeEach(() => {
  document.body.innerHTML = bell
})

test('what is unread hangs on the bell and is part of its name', () => {
  ring(3)
  expect(hung().dataset['unread']).toBe('3')
  expect(hung().getAttribute('aria-label')).toContain('3')
  ring(1200)
  expect(hung().dataset['unread']).toBe('99+')
})

test('a bell that was swapped in gets the last count', () => {
  ring(2)
  document.body.innerHTML = bell
  ring()
  expect(hung().dataset['unread']).toBe('2')
})

test('with nothing unread it is a plain link again', () => {
  ring(2)
  ring(0)
  expect('unread' in hung().dataset).toBe(false)
  expect(hung().getAttribute('aria-label')).toBe('Inbox')
})

test('only somebody with an account has a bell', () => {
  expect(account()).toBe('a-1')
  document.body.innerHTML = ''
  ring(1)
  expect(account()).toBeUndefined()
})
