// A screen that waits to be let in: shows a code, asks whether somebody typed it, and takes another when it is over.
import { type Wire, refused } from '../live/wire.ts'

const askMs = 2000
const againMs = 5000

export class Pairing {
  code = ''
  until: Date | undefined
  /** The server could not be reached just now. */
  away = false

  readonly #view: string
  readonly #place: string
  readonly #wire: Wire
  readonly #changed: () => void
  readonly #paired: () => void
  #secret = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  #closed = false

  constructor(view: string, place: string, wire: Wire, changed: () => void, paired: () => void) {
    this.#view = view
    this.#place = place
    this.#wire = wire
    this.#changed = changed
    this.#paired = paired
  }

  begin(): void {
    void this.#step(() => this.#ask())
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
  }

  async #step(work: () => Promise<number>): Promise<void> {
    let wait = againMs
    try {
      wait = await work()
      this.away = false
    } catch (error) {
      this.away = true
      wait = Math.max(againMs, refused(error).retryAfterMs)
    }
    if (this.#closed) return
    this.#changed()
    if (wait > 0) this.#timer = setTimeout(() => void this.#step(() => (this.#secret ? this.#collect() : this.#ask())), wait)
  }

  async #ask(): Promise<number> {
    const answer = (await this.#wire.ask('/pairings', post({ view: this.#view, place: this.#place }))) as { code: string; secret: string; until: string }
    this.code = answer.code
    this.#secret = answer.secret
    this.until = new Date(answer.until)
    return askMs
  }

  async #collect(): Promise<number> {
    const { state } = (await this.#wire.ask('/pairings/collect', post({ secret: this.#secret }))) as { state: 'waiting' | 'paired' | 'gone' }
    if (state === 'waiting') return askMs
    if (state === 'gone') return this.#ask()
    this.close()
    this.#paired()
    return 0
  }
}

const post = (body: object): RequestInit => ({ method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
