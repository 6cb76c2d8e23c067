import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DeskFigures } from './desk-figures.ts'

vi.mock('@pavilion/ui', () => ({ socket: { subscribe: () => ({ close: () => undefined }) } }))

// oxlint-disable-next-line no-restricted-properties -- a test stands in for the shell
customElements.define('test-desk-figures', DeskFigures)

const page = (mark: string, text: string): string => `<test-desk-figures><div data-part="health" data-mark="${mark}"><p>${text}</p><a href="#">look</a></div></test-desk-figures>`
const desk = (): DeskFigures => document.querySelector<DeskFigures>('test-desk-figures')!
let asked = 0

beforeEach(() => {
  asked = 0
  document.body.innerHTML = page('a', 'all is well')
  vi.stubGlobal('fetch', async () => {
    asked++
    return new Response(page('b', 'one thing needs a look'))
  })
})

afterEach(() => vi.unstubAllGlobals())

test('what changed on the server is fetched, once', async () => {
  await desk().renew({ health: 'a' })
  expect(asked).toBe(0)
  await desk().renew({ health: 'b' })
  expect(desk().textContent).toContain('one thing needs a look')
  await desk().renew({ health: 'b' })
  expect(asked).toBe(1)
})

test('nothing is taken from under the hands of who stands in it', async () => {
  desk().querySelector('a')!.focus()
  await desk().renew({ health: 'b' })
  expect(asked).toBe(0)
  expect(desk().textContent).toContain('all is well')
})

test('without a connection it stays as it is', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('offline')
  })
  await desk().renew({ health: 'b' })
  expect(desk().textContent).toContain('all is well')
})
