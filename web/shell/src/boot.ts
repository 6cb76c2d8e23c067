// What the server tells the page about itself: the JSON of #pv-boot.

/** An island's module: which plugin, which version, where. */
export interface IslandSource {
  readonly plugin: string
  /** `<version>-<hash8>`, changes with any byte of the plugin's front end. */
  readonly version: string
  readonly module: string
  readonly style?: string
}

/** An island that a plugin adds to a slot of a page. */
export interface Contribution {
  readonly plugin: string
  readonly element: string
  readonly title: string
  readonly minHeight?: number
  readonly order?: number
}

export interface Boot {
  readonly build: string
  /** Names the set of plugins that the page's frame shows. */
  readonly frame: string
  readonly locale: 'zh' | 'en'
  readonly elements: Readonly<Record<string, IslandSource>>
  readonly slots: Readonly<Record<string, readonly Contribution[]>>
  /** Messages by plugin, in the page's language. */
  readonly strings: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const empty: Boot = { build: '', frame: '', locale: 'zh', elements: {}, slots: {}, strings: {} }

/** Reads the boot data of a page; a page without it has no islands. */
export function bootOf(page: Document): Boot {
  const text = page.getElementById('pv-boot')?.textContent
  return text ? { ...empty, ...(JSON.parse(text) as Partial<Boot>) } : empty
}

let current = bootOf(document)

export const boot = (): Boot => current

/** Takes over the boot data of a page that was swapped in. */
export function reboot(page: Document): void {
  current = bootOf(page)
  const here = document.getElementById('pv-boot')
  const there = page.getElementById('pv-boot')
  if (here && there) here.textContent = there.textContent
}
