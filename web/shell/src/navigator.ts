// Follows links and GET forms without reloading the frame. Whatever it is unsure of becomes a normal load.
import { ring } from './bell.ts'
import { reboot } from './boot.ts'
import { adopt, renew } from './islands.ts'

const scrolls = new Map<number, number>()
let entry = 0
let newest = 0
let going: AbortController | undefined
let ahead: { url: string; page: Promise<string | undefined>; at: number } | undefined

const spoken = document.createElement('div')

export function startNavigator(): void {
  history.scrollRestoration = 'manual'
  history.replaceState({ entry }, '')
  spoken.className = 'sr'
  spoken.setAttribute('aria-live', 'polite')
  document.body.append(spoken)

  document.addEventListener('click', event => {
    const link = linkOf(event)
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    if (!ours(link)) return
    const url = new URL(link.href)
    if (url.hash && samePage(url)) return
    event.preventDefault()
    void go(url)
  })
  document.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement
    if (event.defaultPrevented || form.method !== 'get' || 'fullLoad' in form.dataset) return
    const url = new URL(form.action)
    if (url.origin !== location.origin) return
    event.preventDefault()
    const fields = [...new FormData(form, event.submitter)].flatMap(([name, value]) =>
      typeof value === 'string' && value ? [[name, value]] : [],
    )
    url.search = new URLSearchParams(fields).toString()
    void go(url)
  })
  addEventListener('popstate', event => {
    const state = event.state as { entry?: number } | null
    void go(new URL(location.href), state?.entry ?? 0)
  })
  let resting: ReturnType<typeof setTimeout>
  document.addEventListener('pointerdown', event => prefetch(linkOf(event)), { passive: true })
  document.addEventListener('focusin', event => {
    clearTimeout(resting)
    const link = linkOf(event)
    resting = setTimeout(() => event.target === document.activeElement && prefetch(link), 150)
  })
}

/** The link that was meant, also inside an island. */
const linkOf = (event: Event): HTMLAnchorElement | null => (event.composedPath()[0] as Element).closest('a[href]')

function prefetch(link: HTMLAnchorElement | null): void {
  if (link && ours(link) && !samePage(new URL(link.href))) fetchAhead(link.href)
}

export function navigate(path: string): void {
  const url = new URL(path, location.href)
  if (url.origin === location.origin) void go(url)
  else location.assign(url)
}

/** Whether a link may be followed in place. */
export function ours(link: HTMLAnchorElement): boolean {
  const url = new URL(link.href)
  return (
    url.origin === location.origin &&
    !link.target &&
    !link.hasAttribute('download') &&
    !('fullLoad' in link.dataset) &&
    !/^\/(api|assets|plugins|openapi\.json|metrics|healthz|readyz)(\/|$)/.test(url.pathname)
  )
}

const samePage = (url: URL): boolean => url.pathname === location.pathname && url.search === location.search

/** Fetches the page anew and takes over what plugins add to the frame; the visitor's place stays. */
export async function refreshFrame(): Promise<void> {
  const page = await parsed(location.href, undefined, true)
  if (!page) return
  reboot(page)
  swap(page, ['nav', 'menu', 'tabs', 'strip'])
  for (const part of page.querySelectorAll<HTMLElement>('main [data-parts]')) {
    const here = document.querySelector(`main [data-parts="${part.dataset['parts']}"]`)
    if (here && !here.isEqualNode(part)) {
      here.replaceWith(part)
      adopt(part.parentElement ?? part)
    }
  }
  renew(document)
}

/** @param back the history entry returned to, when the visitor went back or forward */
async function go(url: URL, back?: number): Promise<void> {
  going?.abort()
  const mine = (going = new AbortController())
  scrolls.set(entry, scrollY)
  const root = document.documentElement
  const slow = setTimeout(() => (root.dataset['loading'] = ''), 120)
  try {
    const page = await parsed(url.href, mine.signal)
    if (mine.signal.aborted) return
    if (!page) return leave(url, back)
    const show = (): void => {
      if (back === undefined) {
        history.pushState({ entry: ++newest }, '', url)
        entry = newest
      } else entry = back
      take(page)
    }
    if (document.startViewTransition && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const transition = document.startViewTransition(show)
      // A keyboard that closes, or a window that changes its size, ends the effect; the page is there all the same.
      transition.ready.catch(() => undefined)
      await transition.updateCallbackDone
    } else show()
    settle(url, back)
  } catch (error) {
    if (!mine.signal.aborted) {
      console.error(error)
      leave(url, back)
    }
  } finally {
    clearTimeout(slow)
    if (going === mine) delete root.dataset['loading']
  }
}

function leave(url: URL, back?: number): void {
  if (back === undefined) location.assign(url)
  else location.reload()
}

/** @param anyStatus also takes an error page, whose frame is as good as any */
async function parsed(url: string, signal?: AbortSignal, anyStatus = false): Promise<Document | undefined> {
  const fresh = ahead?.url === url && performance.now() - ahead.at < 10_000 ? ahead.page : undefined
  ahead = undefined
  const text = await ((anyStatus ? undefined : fresh) ?? read(url, signal, anyStatus))
  if (text === undefined) return undefined
  const page = new DOMParser().parseFromString(text, 'text/html')
  const same = page.documentElement.dataset['build'] === document.documentElement.dataset['build']
  return same && page.querySelector('main:not([data-full-load])') ? page : undefined
}

async function read(url: string, signal?: AbortSignal, anyStatus = false): Promise<string | undefined> {
  const answer = await fetch(url, { headers: { accept: 'text/html' }, signal: signal ?? null })
  const usable = (anyStatus || answer.status === 200) && !answer.redirected && answer.headers.get('content-type')?.startsWith('text/html')
  return usable ? answer.text() : undefined
}

function fetchAhead(url: string): void {
  if (ahead?.url === url) return
  ahead = { url, at: performance.now(), page: read(url).catch(() => undefined) }
}

function take(page: Document): void {
  reboot(page)
  document.title = page.title
  document.documentElement.lang = page.documentElement.lang
  for (const rel of ['canonical', 'alternate']) {
    for (const link of document.head.querySelectorAll(`link[rel=${rel}]`)) link.remove()
    document.head.append(...page.head.querySelectorAll(`link[rel=${rel}]`))
  }
  for (const link of page.head.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) {
    if (!document.head.querySelector(`link[href="${link.getAttribute('href')}"]`)) document.head.append(link)
  }
  const now = document.querySelector('main')
  const next = page.querySelector('main')
  if (now && next) now.replaceWith(next)
  swap(page)
  ring()
  adopt(document)
}

/** Replaces the parts of the frame that differ, all or the named ones. */
function swap(page: Document, only?: readonly string[]): void {
  for (const here of document.querySelectorAll<HTMLElement>('[data-swap]')) {
    const name = here.dataset['swap'] ?? ''
    const there = page.querySelector(`[data-swap="${name}"]`)
    if (there && (!only || only.includes(name)) && !here.isEqualNode(there)) here.replaceWith(there)
  }
}

function settle(url: URL, back?: number): void {
  const target = url.hash ? document.getElementById(decodeURIComponent(url.hash.slice(1))) : null
  if (back !== undefined) scrollTo(0, scrolls.get(back) ?? 0)
  else if (target) target.scrollIntoView()
  else scrollTo(0, 0)
  const heading = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
  spoken.textContent = document.title
  const menu = document.getElementById('pv-menu')
  if (menu?.matches(':popover-open')) menu.hidePopover()
}
