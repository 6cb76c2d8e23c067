import { expect, it, vi } from 'vitest'

it('a failing island says so in its own box, and to the server', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0)
  const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(new Response(null, { status: 204 })))
  vi.stubGlobal('fetch', fetch)
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly #seen: IntersectionObserverCallback
      constructor(seen: IntersectionObserverCallback) {
        this.#seen = seen
      }
      observe(target: Element): void {
        this.#seen([{ isIntersecting: true, target } as IntersectionObserverEntry], this as unknown as IntersectionObserver)
      }
      unobserve(): void {}
    },
  )
  vi.spyOn(console, 'error').mockReturnValue()
  const boot = { elements: { Map: { plugin: 'trading', version: '0.1.0-1a2b3c4d', module: 'data:text/javascript,throw new Error("broken")' } } }
  document.body.innerHTML = `<script type="application/json" id="pv-boot">${JSON.stringify(boot)}</script>
    <div data-island="Map"><p>from the server</p></div>`
  const { adopt } = await import('./islands.ts')
  adopt(document)

  await vi.waitFor(() => expect(document.querySelector('.island-error')).not.toBeNull())
  expect(document.querySelector('[data-island] p')?.textContent).toBe('from the server')
  expect(JSON.parse(String(fetch.mock.calls[0]?.[1]?.body))).toMatchObject({ plugin: 'trading', version: '0.1.0-1a2b3c4d' })
})
