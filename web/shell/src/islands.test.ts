import { afterEach, describe, expect, it } from 'vitest'
import { reboot } from './boot.ts'
import { adopt, renew, tagFor } from './islands.ts'

const source = (version: string) => ({ plugin: 'exhibition', version, module: '/m.js' })

function page(boot: unknown): Document {
  const text = JSON.stringify(boot)
  return new DOMParser().parseFromString(`<script type="application/json" id="pv-boot">${text}</script>`, 'text/html')
}

const boxes = () => [...document.querySelectorAll<HTMLElement>('section[data-plugin]')]

describe('islands', () => {
  afterEach(() => document.body.replaceChildren())

  it('get a tag that names plugin and version, so two versions never collide', () => {
    expect(tagFor(source('0.1.0-1a2b3c4d'), 'HallMap')).toBe('pv-x-exhibition-1a2b3c4d-hall-map')
    expect(tagFor(source('0.2.0-99887766'), 'HallMap')).not.toBe(tagFor(source('0.1.0-1a2b3c4d'), 'HallMap'))
  })

  it('fill a slot in order and leave when their plugin goes', () => {
    document.body.innerHTML = '<div data-slot="home.side" data-booth="b-1"></div>'
    const two = [
      { plugin: 'b', element: 'Second', title: 'two', order: 20 },
      { plugin: 'a', element: 'First', title: 'one', order: 10, minHeight: 90 },
    ]
    reboot(page({ slots: { 'home.side': two } }))
    adopt(document)
    expect(boxes().map(box => box.ariaLabel ?? box.getAttribute('aria-label'))).toEqual(['one', 'two'])
    expect(boxes()[0]?.style.minHeight).toBe('90px')
    expect(boxes()[0]?.querySelector<HTMLElement>('[data-island=First]')?.dataset['booth']).toBe('b-1')

    reboot(page({ slots: { 'home.side': two.slice(0, 1) } }))
    renew(document)
    expect(boxes().map(box => box.dataset['plugin'])).toEqual(['b'])
  })
})
