// What a screen shows, as this page knows it: asked over HTTP, told when to ask again by the room's topic.
import type { Text } from '@pavilion/ui'
import { type Wire, refused } from '../live/wire.ts'

export interface Asked {
  readonly id: string
  readonly text: string
  readonly state: string
  readonly votes: number
  readonly author?: { readonly name: string } | null
}

export interface Tally {
  readonly counts: readonly number[]
  readonly bins: readonly { readonly label: string; readonly n?: number | null }[]
  readonly mean?: number | null
}

export interface Poll {
  readonly id: string
  readonly kind: string
  readonly question: Text
  readonly options: readonly Text[]
  readonly least?: number | null
  readonly state: string
  readonly round: number
  readonly featured: boolean
  readonly results: string
  readonly rounds: readonly { readonly n: number; readonly ballots: number; readonly tally?: Tally | null }[]
}

export interface Card {
  readonly room: string
  readonly title: Text
  readonly phase: string
  readonly startsAt?: string | null
}

export interface Display {
  readonly title: Text
  readonly phase: string
  readonly view: string
  readonly entry?: { readonly code: string; readonly address: string; readonly qr: string } | null
  readonly counts: { readonly online: number; readonly hall?: number }
  readonly upcoming: readonly Card[]
  readonly news: readonly Text[]
}

const soonMs = 150
const staleMs = 10_000
const againMs = 5000
const anewMs = 60_000
const listed = 5

export class Show {
  display: Display | undefined
  staged: Asked | undefined
  next: readonly Asked[] = []
  poll: Poll | undefined
  counts: { readonly online: number; readonly hall?: number } = { online: 0 }
  /** When the server last answered. */
  at = 0
  /** Nothing was heard for ten seconds: what is shown may be old. */
  stale = false
  /** This screen is none any more. */
  lost = false

  readonly #room: string
  readonly #view: string
  readonly #wire: Wire
  readonly #changed: () => void
  readonly #ends: (() => void)[] = []
  #soon: ReturnType<typeof setTimeout> | undefined
  #late: ReturnType<typeof setTimeout> | undefined
  #asking = false
  #again = false

  constructor(room: string, view: string, wire: Wire, changed: () => void) {
    this.#room = room
    this.#view = view
    this.#wire = wire
    this.#changed = changed
  }

  open(): void {
    const topic = this.#wire.subscribe(`room:${this.#room}`, {
      event: name => name.startsWith('live.message') || this.soon(),
      state: key => key === 'deleted' || this.soon(),
      tick: tick => this.#tick(tick as Tick),
      gap: () => this.soon(),
      snapshot: () => this.soon(),
    })
    const off = this.#wire.onLine(() => this.#line())
    const anew = setInterval(() => this.soon(), anewMs)
    this.#ends.push(() => topic.close(), off, () => clearInterval(anew), () => clearTimeout(this.#soon), () => clearTimeout(this.#late))
    void this.ask()
  }

  close(): void {
    for (const end of this.#ends.splice(0)) end()
  }

  /** Asks in a moment, once for everything that happens until then. */
  soon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined
      void this.ask()
    }, soonMs)
  }

  async ask(): Promise<void> {
    if (this.#asking) {
      this.#again = true
      return
    }
    this.#asking = true
    try {
      await this.#read()
    } catch (error) {
      const { status } = refused(error)
      if (status === 401 || status === 403 || status === 404) this.lost = true
      else this.#ask(againMs)
    } finally {
      this.#asking = false
      if (this.#again) this.soon()
      this.#again = false
    }
    this.#changed()
  }

  #ask(ms: number): void {
    clearTimeout(this.#soon)
    this.#soon = setTimeout(() => {
      this.#soon = undefined
      void this.ask()
    }, ms)
    this.#worry()
  }

  async #read(): Promise<void> {
    const room = `/rooms/${encodeURIComponent(this.#room)}`
    const site = `site=${encodeURIComponent(location.origin)}&view=${this.#view}`
    const [display, questions, polls] = await Promise.all([
      this.#wire.ask(`${room}/display?${site}`) as Promise<Display>,
      this.#part<{ questions: readonly Asked[]; staged?: Asked | null }>(`${room}/questions?sort=votes&limit=${listed + 1}`),
      this.#part<{ polls: readonly Poll[] }>(`${room}/polls`),
    ])
    this.display = display
    this.counts = { ...display.counts, ...this.counts }
    this.staged = questions?.staged ?? undefined
    this.next = (questions?.questions ?? []).filter(each => each.state === 'visible').slice(0, listed)
    this.poll = polls?.polls.find(each => each.featured && each.state !== 'draft' && each.state !== 'archived')
    this.at = Date.now()
    this.stale = false
    clearTimeout(this.#late)
    this.#late = undefined
  }

  /** A module that the room does not have is no failure. */
  async #part<T>(path: string): Promise<T | undefined> {
    try {
      return (await this.#wire.ask(path)) as T
    } catch (error) {
      const { status } = refused(error)
      if (status >= 400 && status < 500 && status !== 429) return undefined
      throw error
    }
  }

  #line(): void {
    if (this.#wire.line === 'open') this.soon()
    else this.#worry()
  }

  #worry(): void {
    this.#late ??= setTimeout(() => {
      this.stale = true
      this.#changed()
    }, staleMs)
  }

  #tick(tick: Tick): void {
    if (tick.viewers) this.counts = { ...this.counts, ...tick.viewers }
    const { votes, polls } = tick
    if (votes) {
      const counted = (one: Asked): Asked => ({ ...one, votes: votes[one.id] ?? one.votes })
      if (this.staged) this.staged = counted(this.staged)
      this.next = this.next.map(counted).toSorted((a, b) => b.votes - a.votes)
    }
    const told = this.poll && polls?.[this.poll.id]
    if (this.poll && told) {
      const rounds = this.poll.rounds.map(each => (each.n === told.round ? { ...each, ballots: told.n, ...(told.tally ? { tally: told.tally } : {}) } : each))
      this.poll = { ...this.poll, rounds }
    }
    this.#changed()
  }
}

interface Tick {
  readonly viewers?: { readonly online: number; readonly hall?: number }
  readonly votes?: Readonly<Record<string, number>>
  readonly polls?: Readonly<Record<string, { readonly round: number; readonly n: number; readonly tally?: Tally | null }>>
}
