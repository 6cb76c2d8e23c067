// What a moderator does: shown at once, sent in order, taken back within ten seconds, and kept while there is no line.
import { type Refusal, type Wire, refused } from '../live/wire.ts'
import { newKey } from '../live/wire.ts'

/** How long an act can be taken back. */
export const undoMs = 10_000

const againMs = 4000
const most = 200

export interface Sending {
  readonly path: string
  readonly method: 'POST' | 'PUT' | 'DELETE'
  readonly body?: object
}

export interface Act {
  /** Sent with the act, so that a second arrival does nothing. */
  readonly key: string
  /** What it is about: `question:…`, `message:…`, or a part of the room. */
  readonly item: string
  /** What is said of it while it can be taken back. */
  readonly label: string
  readonly send: Sending
  /** What takes it back; an act without waits ten seconds before it is sent. */
  readonly reverse?: Sending
  /** It takes effect at once and for good. */
  readonly final?: boolean
  readonly at: number
}

type State = 'held' | 'queued' | 'sending' | 'done'
export interface Pending {
  readonly act: Act
  readonly state: State
}

/** Told when an act was refused: a colleague was faster, or it is not allowed. */
export type Refused = (act: Act, why: Refusal) => void

export class Acts {
  readonly #wire: Wire
  readonly #room: string
  readonly #changed: () => void
  readonly #refused: Refused
  #list: Pending[] = []
  #running = false
  #paused = false
  #timers = new Set<ReturnType<typeof setTimeout>>()

  constructor(room: string, wire: Wire, changed: () => void, told: Refused) {
    this.#room = room
    this.#wire = wire
    this.#changed = changed
    this.#refused = told
    this.#recall()
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
  }

  /** Unsent acts, oldest first. */
  get waiting(): number {
    return this.#list.filter(each => each.state !== 'done').length
  }

  /** The last act that can still be taken back. */
  get undoable(): Act | undefined {
    const since = Date.now() - undoMs
    return this.#list.findLast(({ act, state }) => act.at > since && !act.final && (state === 'held' || state === 'queued' || act.reverse !== undefined))?.act
  }

  /** What was done about an item and the server has not shown yet. */
  of(item: string): Act | undefined {
    return this.#list.findLast(each => each.act.item === item && each.state !== 'done')?.act
  }

  do(what: Omit<Act, 'key' | 'at'>): Act {
    const act: Act = { ...what, key: newKey(), at: Date.now() }
    // What waits about the same item goes first, so that the order is that of the moderator.
    this.#release(act.item)
    const state: State = act.reverse || act.final ? 'queued' : 'held'
    this.#list = [...this.#list, { act, state }].slice(-most)
    if (state === 'held') this.#later(undoMs, () => this.#release(act.item, act.key))
    this.#later(undoMs, () => this.#forget())
    this.#tell()
    void this.flush()
    return act
  }

  /** Takes the last act back: one that was not sent is forgotten, one that was is reversed. */
  undo(act: Act | undefined = this.undoable): Act | undefined {
    const known = this.#list.find(each => each.act === act)
    if (!act || !known) return undefined
    this.#list = this.#list.filter(each => each !== known)
    if (known.state === 'done' || known.state === 'sending') {
      if (!act.reverse) return undefined
      const back: Act = { key: newKey(), item: act.item, label: '', send: act.reverse, final: true, at: Date.now() }
      this.#list = [...this.#list, { act: back, state: 'queued' }]
      void this.flush()
    }
    this.#tell()
    return act
  }

  /** Nothing is sent until {@link resume}: after a lost line the desk first asks what happened meanwhile. */
  pause(): void {
    this.#paused = true
  }

  resume(): void {
    this.#paused = false
    void this.flush()
  }

  async flush(): Promise<void> {
    if (this.#running || this.#paused) return
    this.#running = true
    try {
      for (let next = this.#next(); next && !this.#paused; next = this.#next()) await this.#send(next)
    } finally {
      this.#running = false
    }
  }

  #next(): Pending | undefined {
    return this.#list.find(each => each.state === 'queued')
  }

  async #send(pending: Pending): Promise<void> {
    const { act } = pending
    this.#become(act, 'sending')
    const { path, method, body } = act.send
    try {
      await this.#wire.ask(`/rooms/${encodeURIComponent(this.#room)}${path}`, {
        method,
        body: JSON.stringify({ ...body, ...(keyed(act.send) ? { key: act.key } : {}) }),
        headers: { 'content-type': 'application/json', 'idempotency-key': act.key },
      })
      this.#become(act, 'done')
    } catch (error) {
      const why = refused(error)
      if (why.code === 'offline' || why.status === 503 || why.status === 429) {
        this.#become(act, 'queued')
        this.#paused = true
        this.#later(Math.max(againMs, why.retryAfterMs), () => this.resume())
      } else {
        this.#list = this.#list.filter(each => each.act !== act)
        this.#refused(act, why)
      }
    }
    this.#tell()
  }

  #become(act: Act, state: State): void {
    this.#list = this.#list.map(each => (each.act === act ? { act, state } : each))
  }

  #release(item: string, key?: string): void {
    this.#list = this.#list.map(each => (each.state === 'held' && each.act.item === item && (!key || each.act.key === key) ? ({ act: each.act, state: 'queued' } as const) : each))
    this.#tell()
    void this.flush()
  }

  #forget(): void {
    const since = Date.now() - undoMs
    this.#list = this.#list.filter(each => each.state !== 'done' || each.act.at > since)
    this.#tell()
  }

  #later(ms: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      work()
    }, ms)
    this.#timers.add(timer)
  }

  #tell(): void {
    this.#keep()
    this.#changed()
  }

  get #place(): string {
    return `pav-desk ${this.#room}`
  }

  /** A page that is loaded anew without a line has not forgotten what was done. */
  #keep(): void {
    const unsent = this.#list.filter(each => each.state !== 'done').map(each => each.act)
    if (unsent.length > 0) sessionStorage.setItem(this.#place, JSON.stringify(unsent))
    else sessionStorage.removeItem(this.#place)
  }

  #recall(): void {
    const kept = sessionStorage.getItem(this.#place)
    if (kept) this.#list = (JSON.parse(kept) as Act[]).map(act => ({ act, state: 'queued' }))
  }
}

/** Commands about one question, message or poll take a key in their body. */
const keyed = ({ path }: Sending): boolean => /^\/(questions|polls)\/[^/]+\/[a-z-]+$/.test(path) && !path.endsWith('/vote')
