// Taps on a reaction, merged: one message to the server for half a second of tapping.

/** How long taps of one kind gather, in milliseconds, and how many count at most. */
export const gathering = 500
export const most = 10

export class Taps {
  readonly #send: (kind: string, n: number) => void
  readonly #waiting = new Map<string, { n: number; timer: ReturnType<typeof setTimeout> }>()

  constructor(send: (kind: string, n: number) => void) {
    this.#send = send
  }

  tap(kind: string): void {
    const waiting = this.#waiting.get(kind)
    if (waiting) waiting.n = Math.min(most, waiting.n + 1)
    else this.#waiting.set(kind, { n: 1, timer: setTimeout(() => this.#flush(kind), gathering) })
  }

  /** Sends what has gathered, at once. */
  flush(): void {
    for (const [kind, { timer }] of this.#waiting) {
      clearTimeout(timer)
      this.#flush(kind)
    }
  }

  #flush(kind: string): void {
    const n = this.#waiting.get(kind)?.n
    this.#waiting.delete(kind)
    if (n) this.#send(kind, n)
  }
}
