// Islands: custom elements that plugins export and the shell names. A tag carries the plugin's version,
// so that two versions live side by side and an update needs no reload.
import { type Contribution, type IslandSource, boot } from './boot.ts'
import { type Host, type Navigate, hostFor } from './host.ts'
import { report } from './reports.ts'
import { word } from './words.ts'

interface PluginModule {
  readonly elements: Readonly<Record<string, CustomElementConstructor>>
  activate?(host: Host): void
  deactivate?(): void
}

type Island = HTMLElement & { host?: Host; context?: unknown }

let navigate: Navigate = path => location.assign(path)
const active = new Map<string, { version: string; module: PluginModule; stop: AbortController }>()

const near = new IntersectionObserver(
  entries => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue
      near.unobserve(entry.target)
      void mount(entry.target as HTMLElement)
    }
  },
  { rootMargin: '200px' },
)

export function useNavigator(own: Navigate): void {
  navigate = own
}

/** The tag for an element of one version of a plugin: pv-x-exhibition-1a2b3c4d-hall-map. */
export function tagFor(source: IslandSource, name: string): string {
  const hash = source.version.slice(source.version.lastIndexOf('-') + 1)
  const kebab = name.replace(/[A-Z]/g, (letter, at: number) => (at > 0 ? '-' : '') + letter.toLowerCase())
  return `pv-x-${source.plugin}-${hash}-${kebab}`
}

/** Watches every island below the root, and gives its slots the contributions of running plugins. */
export function adopt(root: ParentNode): void {
  for (const slot of root.querySelectorAll<HTMLElement>('[data-slot]')) fill(slot)
  for (const place of root.querySelectorAll<HTMLElement>('[data-island]')) {
    if (!place.dataset['tag']) near.observe(place)
  }
}

/** After an install, update or removal: fills slots anew and replaces islands whose version changed. */
export function renew(root: ParentNode): void {
  for (const [plugin, one] of active) {
    if (!Object.values(boot().elements).some(e => e.plugin === plugin && e.version === one.version)) retire(plugin)
  }
  for (const slot of root.querySelectorAll<HTMLElement>('[data-slot]')) fill(slot)
  for (const place of root.querySelectorAll<HTMLElement>('[data-island]')) {
    const name = place.dataset['island'] ?? ''
    const source = boot().elements[name]
    const tag = source ? tagFor(source, name) : ''
    if (place.dataset['tag'] !== tag) {
      const before = place.querySelector<Island>(`:scope > ${place.dataset['tag'] || 'pv-none'}`)
      if (before) {
        place.append(...before.childNodes)
        before.remove()
      }
      delete place.dataset['tag']
      near.observe(place)
    }
  }
}

const key = (c: Contribution): string => `${c.plugin}/${c.element}`

function fill(slot: HTMLElement): void {
  const wanted = [...(boot().slots[slot.dataset['slot'] ?? ''] ?? [])].toSorted(
    (a, b) => (a.order ?? 0) - (b.order ?? 0) || a.plugin.localeCompare(b.plugin),
  )
  for (const box of slot.querySelectorAll<HTMLElement>(':scope > section[data-plugin]')) {
    if (!wanted.some(c => key(c) === box.dataset['key'])) box.remove()
  }
  for (const contribution of wanted) {
    const there = [...slot.children].find(box => (box as HTMLElement).dataset['key'] === key(contribution))
    slot.append(there ?? boxFor(contribution, slot))
  }
}

function boxFor(contribution: Contribution, slot: HTMLElement): HTMLElement {
  const box = document.createElement('section')
  box.setAttribute('aria-label', contribution.title)
  Object.assign(box.dataset, { plugin: contribution.plugin, key: `${contribution.plugin}/${contribution.element}` })
  if (contribution.minHeight) box.style.setProperty('min-height', `${contribution.minHeight}px`)
  const place = document.createElement('div')
  Object.assign(place.dataset, slot.dataset, { island: contribution.element })
  delete place.dataset['slot']
  box.append(place)
  near.observe(place)
  return box
}

async function mount(place: HTMLElement): Promise<void> {
  const name = place.dataset['island'] ?? ''
  const source = boot().elements[name]
  if (!source) return // the plugin is away: what the server rendered stays
  const began = performance.now()
  const tag = tagFor(source, name)
  place.dataset['tag'] = tag
  place.querySelector(':scope > .island-error')?.remove()
  try {
    const module = await load(source)
    const exported = module.elements[name]
    if (!exported) throw new Error(`${source.plugin} exports no element ${name}`)
    // oxlint-disable-next-line no-restricted-properties -- this is the one place that names tags
    if (!customElements.get(tag)) customElements.define(tag, class extends exported {})
    if (!place.isConnected || place.dataset['tag'] !== tag) return
    const leave = new AbortController()
    const island = document.createElement(tag) as Island
    island.host = hostFor(source.plugin, leave.signal, navigate)
    const { island: _island, tag: _tag, ms: _ms, ...context } = place.dataset
    island.context = Object.freeze(context)
    whenGone(island, leave)
    island.append(...place.childNodes)
    place.append(island)
    place.dataset['ms'] = (performance.now() - began).toFixed(0)
  } catch (error) {
    console.error(`island ${name} of ${source.plugin} ${source.version}`, error)
    report(source, error)
    place.prepend(errorBox(place))
  }
}

async function load(source: IslandSource): Promise<PluginModule> {
  const { default: module } = (await import(/* @vite-ignore */ source.module)) as { default: PluginModule }
  if (source.style && !document.querySelector(`link[href="${source.style}"]`)) {
    const link = document.createElement('link')
    Object.assign(link, { rel: 'stylesheet', href: source.style })
    document.head.append(link)
  }
  const before = active.get(source.plugin)
  if (before?.version !== source.version) {
    if (before) retire(source.plugin)
    const stop = new AbortController()
    active.set(source.plugin, { version: source.version, module, stop })
    module.activate?.(hostFor(source.plugin, stop.signal, navigate))
  }
  return module
}

function retire(plugin: string): void {
  const one = active.get(plugin)
  active.delete(plugin)
  one?.stop.abort()
  one?.module.deactivate?.()
}

/** One observer for all islands: an element that left the page aborts what it began. */
const leaving = new Map<Island, AbortController>()
const departures = new MutationObserver(() => {
  for (const [island, leave] of leaving) {
    if (!island.isConnected) {
      leaving.delete(island)
      leave.abort()
    }
  }
})

function whenGone(island: Island, leave: AbortController): void {
  if (leaving.size === 0) departures.observe(document.body, { childList: true, subtree: true })
  leaving.set(island, leave)
}

function errorBox(place: HTMLElement): HTMLElement {
  const box = document.createElement('div')
  box.className = 'island-error'
  box.setAttribute('role', 'alert')
  const retry = document.createElement('button')
  retry.className = 'btn small'
  retry.type = 'button'
  retry.textContent = word('retry')
  retry.addEventListener('click', () => void mount(place))
  box.append(word('failed'), retry)
  return box
}
