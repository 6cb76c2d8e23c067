// A visitor's tour of an edition's hall: kept in this browser only, as the address that shows it.

/** Where it is kept: the browser's local storage, or what stands for it. */
export type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const key = (edition: string): string => `pv-tour-${edition}`
const parts = ['stops', 'order', 'from', 'stay'] as const
const most = 60

export const stops = (query: URLSearchParams): readonly string[] => (query.get('stops') ?? '').split(',').filter(Boolean)

/** The tour kept for the edition; empty when there is none. */
export function kept(edition: string, store: Keeper = localStorage): URLSearchParams {
  try {
    return new URLSearchParams(store.getItem(key(edition)) ?? '')
  } catch {
    return new URLSearchParams()
  }
}

/** Keeps the tour of an address, or forgets it when it has no stops. */
export function keep(edition: string, query: URLSearchParams, store: Keeper = localStorage): void {
  const tour = new URLSearchParams()
  for (const part of parts) {
    const value = query.get(part)
    if (value) tour.set(part, value)
  }
  try {
    if (tour.has('stops')) store.setItem(key(edition), tour.toString())
    else store.removeItem(key(edition))
  } catch {
    // A full or forbidden store keeps nothing; the tour still stands in the address.
  }
}

/** The tour with further stands at its end, each once, sixty at most. */
export function joined(tour: URLSearchParams, more: readonly string[]): URLSearchParams {
  const all = [...new Set([...stops(tour), ...more])].slice(0, most)
  const query = new URLSearchParams(tour)
  if (all.length > 0) query.set('stops', all.join(','))
  return query
}
