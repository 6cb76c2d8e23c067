// What the starred sessions of an edition mean for one's day.

/** A starred session with its hours; instants in milliseconds. */
export interface Starred {
  readonly id: string
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Where the programme says when sessions take place. */
export interface Hour {
  readonly id: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly start: string
  readonly end: string
}

/** Ids of the sessions among all that is starred. */
export const sessionsOf = (refs: Iterable<string>): readonly string[] =>
  [...refs].filter(ref => ref.startsWith('session:')).map(ref => ref.slice('session:'.length))

/** The hours by start, named in the visitor's language. */
export const starredOf = (hours: readonly Hour[], locale: 'zh' | 'en'): readonly Starred[] =>
  hours
    .map(({ id, name, start, end }) => ({ id, name: name[locale] || name.zh || name.en, start: Date.parse(start), end: Date.parse(end) }))
    .toSorted((a, b) => a.start - b.start || a.id.localeCompare(b.id))

/** Pairs of starred sessions that run at the same time. */
export function clashes(starred: readonly Starred[]): readonly (readonly [Starred, Starred])[] {
  return starred.flatMap((one, at) =>
    starred
      .slice(at + 1)
      .filter(other => one.start < other.end && other.start < one.end)
      .map(other => [one, other] as const),
  )
}
