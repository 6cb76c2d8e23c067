import { afterEach, expect, it, vi } from 'vitest'
import { LookPreview } from './look-preview.ts'

// oxlint-disable-next-line no-restricted-properties -- a test stands in for the shell
customElements.define('test-look-preview', LookPreview)

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

it('shows what the server draws for the colour that is being chosen', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address)
    return Promise.resolve(new Response('<div data-island="LookPreview"><p>green</p></div>', { status: 200 }))
  })
  document.body.innerHTML = '<form><input name="seed" value="#111111"><test-look-preview><p>red</p></test-look-preview></form>'
  const input = document.querySelector('input') as HTMLInputElement
  input.value = '#1f7a4d'
  input.dispatchEvent(new Event('input'))
  await vi.waitFor(() => expect(document.querySelector('test-look-preview')?.textContent).toBe('green'))
  expect(asked.length).toBe(1)
  expect(asked[0]).toContain('?seed=%231f7a4d')
})
