// The sessions a visitor starred: kept in this browser only, by edition.

/** A starred session with what a clash needs; instants in milliseconds. */
export interface Starred {
  readonly id: string
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Where stars are kept: the browser's local storage, or what stands for it. */
export type Keeper = Pick<Storage, 'getItem' | 'setItem'>

const key = (edition: string): string => `pv-stars-${edition}`

const whole = (value: unknown): value is Starred =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'name' in value &&
  typeof value.name === 'string' &&
  'start' in value &&
  typeof value.start === 'number' &&
  'end' in value &&
  typeof value.end === 'number'

/** What is starred in the edition, by start; whatever is broken counts as nothing. */
export function read(edition: string, store: Keeper = localStorage): readonly Starred[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(key(edition)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(whole).toSorted((a, b) => a.start - b.start || a.id.localeCompare(b.id)) : []
  } catch {
    return []
  }
}

/** Stars the session or takes its star away, and returns what is starred now. */
export function toggle(edition: string, session: Starred, store: Keeper = localStorage): readonly Starred[] {
  const before = read(edition, store)
  const after = before.some(each => each.id === session.id)
    ? before.filter(each => each.id !== session.id)
    : [...before, session]
  try {
    store.setItem(key(edition), JSON.stringify(after))
  } catch {
    return before
  }
  return read(edition, store)
}

/** Pairs of starred sessions that run at the same time. */
export function clashes(starred: readonly Starred[]): readonly (readonly [Starred, Starred])[] {
  return starred.flatMap((one, at) =>
    starred
      .slice(at + 1)
      .filter(other => one.start < other.end && other.start < one.end)
      .map(other => [one, other] as const),
  )
}
