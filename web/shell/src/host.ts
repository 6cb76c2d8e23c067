// What an island may ask of the page. Frozen, bound to its plugin, ended by its signal.
import { boot } from './boot.ts'
import { theme } from './theme.ts'
import { toast } from './toast.ts'

export interface Host {
  readonly apiVersion: 1
  readonly plugin: string
  readonly locale: 'zh' | 'en'
  readonly theme: 'light' | 'dark' | 'auto'
  /** Aborts when the island leaves the page. */
  readonly signal: AbortSignal
  /** Calls the plugin's own API: `/x` is `/api/plugins/<id>/x`. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** Opens a page of the site, keeping the language. */
  navigate(path: string): void
  toast(message: string): void
  confirm(question: string): boolean
  /** The plugin's message in the page's language; `{0}` … are replaced. */
  t(key: string, ...args: readonly (string | number)[]): string
}

export type Navigate = (path: string) => void

export function hostFor(plugin: string, signal: AbortSignal, navigate: Navigate): Host {
  return Object.freeze<Host>({
    apiVersion: 1,
    plugin,
    locale: boot().locale,
    get theme() {
      return theme()
    },
    signal,
    async fetch(path, init = {}) {
      return fetch(apiPath(plugin, path), { ...init, signal: init.signal ?? signal })
    },
    navigate: path => navigate(localised(path, boot().locale)),
    toast: notice => toast(notice),
    confirm: question => confirm(question),
    t: (key, ...args) => message(boot().strings[plugin]?.[key] ?? key, args),
  })
}

/** Keeps an island inside its own plugin's API. */
export function apiPath(plugin: string, path: string): string {
  if (!path.startsWith('/') || path.startsWith('//') || /(^|\/)\.\.?(\/|$|\?)|%2e|\\/i.test(path)) {
    throw new TypeError(`a path of the plugin's own API starts with "/" and stays below it: ${path}`)
  }
  return `/api/plugins/${plugin}${path}`
}

export function localised(path: string, locale: 'zh' | 'en'): string {
  return locale === 'en' && path.startsWith('/') && !/^\/(en|api|assets|plugins)(\/|$)/.test(path) ? `/en${path}` : path
}

export function message(text: string, args: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (hole, index: string) => String(args[Number(index)] ?? hole))
}
