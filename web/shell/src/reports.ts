// Tells the server that an island failed: which plugin, which version, what went wrong. Never who saw it or where.
import type { IslandSource } from './boot.ts'

const share = 0.25
const most = 5
const longest = 200

type Report = (source: Pick<IslandSource, 'plugin' | 'version'>, error: unknown) => void

/** A share of page loads report; those tell each failure once, and a handful at most. */
export function reporter(part: number): Report {
  const chosen = Math.random() < part
  const told = new Set<string>()
  return ({ plugin, version }, error) => {
    const body = JSON.stringify({ plugin, version, message: essence(error) })
    if (!chosen || told.size >= most || told.has(body)) return
    told.add(body)
    // No cookie goes along, and a report that fails is let go: it must not become the next failure.
    const init: RequestInit = { method: 'POST', body, headers: { 'content-type': 'application/json' }, credentials: 'omit', keepalive: true }
    fetch('/api/client-errors', init).catch(() => undefined)
  }
}

export const report: Report = reporter(share)

/** What went wrong, without what a visitor may have typed or opened: quoted text, query strings, addresses, long numbers. */
export function essence(error: unknown): string {
  if (!(error instanceof Error)) return `threw a value of type ${typeof error}`
  return `${error.name}: ${error.message}`
    .replace(/https?:\/\/[^\s/]+/g, '')
    .replace(/[?#]\S*/g, '')
    .replace(/(["'`“])(?:(?!\1)[^”])*["'`”]/g, '$1…$1')
    .replace(/\S+@\S+/g, '…')
    .replace(/\d{5,}/g, '…')
    .slice(0, longest)
}
