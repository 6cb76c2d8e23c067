// What a visitor starred, of any type. The account keeps it for whoever is signed in, this browser for everybody
// else; what a browser kept joins the account on the first page after sign-in.
import { api } from './client.ts'

/** Where a browser keeps stars: its local storage, or what stands for it. */
export type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export const starsKey = 'pv-stars'

const atOnce = 500
const reference = /^[a-z][a-z0-9-]{0,39}:[\w.-]{1,128}$/

export class Stars {
  readonly #signedIn: () => boolean
  readonly #keeper: () => Keeper
  #joining: Promise<number> | undefined

  /** @param keeper asked each time: a browser may refuse its storage */
  constructor(signedIn: () => boolean, keeper: () => Keeper) {
    this.#signedIn = signedIn
    this.#keeper = keeper
  }

  /** References of everything that is starred. */
  async all(): Promise<ReadonlySet<string>> {
    if (!this.#signedIn()) return this.#kept()
    await this.join().catch((error: unknown) => console.error('the stars of this browser wait', error))
    return new Set((await api.get('/api/me/favourites')).refs)
  }

  /** Stars the object or takes its star away; rejects when that could not be kept. */
  async put(ref: string, on: boolean): Promise<void> {
    if (!this.#signedIn()) {
      const kept = this.#kept()
      if (on) kept.add(ref)
      else kept.delete(ref)
      this.#keep([...kept])
    } else if (on) await api.put('/api/me/favourites/{ref}', { path: { ref } })
    else await api.delete('/api/me/favourites/{ref}', { path: { ref } })
  }

  /** Hands this browser's own stars to the account; forgets only what it has taken. Answers how many it did not know. */
  join(): Promise<number> {
    this.#joining ??= this.#handOver().finally(() => (this.#joining = undefined))
    return this.#joining
  }

  async #handOver(): Promise<number> {
    let added = 0
    for (let kept = [...this.#kept()]; kept.length > 0; kept = kept.slice(atOnce)) {
      added += (await api.post('/api/me/favourites/merge', { body: { refs: kept.slice(0, atOnce) } })).added
      this.#keep(kept.slice(atOnce))
    }
    return added
  }

  /** Whatever is broken counts as nothing. */
  #kept(): Set<string> {
    try {
      const kept: unknown = JSON.parse(this.#keeper().getItem(starsKey) ?? '[]')
      return new Set(Array.isArray(kept) ? kept.filter((ref): ref is string => typeof ref === 'string' && reference.test(ref)) : [])
    } catch {
      return new Set()
    }
  }

  #keep(refs: readonly string[]): void {
    if (refs.length > 0) this.#keeper().setItem(starsKey, JSON.stringify(refs))
    else this.#keeper().removeItem(starsKey)
  }
}

/** The stars of this page's visitor; whoever has a bell is signed in. */
export const stars = new Stars(() => document.querySelector('[data-inbox]') !== null, () => localStorage)
