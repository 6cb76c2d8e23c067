// The chat of a recording, aligned to its picture: ten seconds at a time, one piece back and two ahead.
import type { Bucket, Flight, Message } from './types.ts'

export const bucketMs = 10_000
/** A step longer than this is a jump: the list starts anew and nothing flies for what was skipped. */
const jumpMs = 3000

export interface Step {
  readonly jumped: boolean
  readonly messages: readonly Message[]
  readonly flights: readonly Flight[]
}

export class Replay {
  readonly #load: (bucket: number) => Promise<unknown>
  readonly #buckets = new Map<number, Bucket | undefined>()
  #last = Infinity
  #shown = -Infinity

  constructor(load: (bucket: number) => Promise<unknown>) {
    this.#load = load
  }

  /** What is due at this media time since the last step; what is not loaded yet comes with a later step. */
  step(mediaMs: number): Step {
    const now = Math.floor(mediaMs / bucketMs)
    this.#want(now)
    const jumped = mediaMs < this.#shown || mediaMs > this.#shown + jumpMs
    const from = jumped ? Math.max(0, now - 1) * bucketMs - 1 : this.#shown
    const to = this.#loadedUntil(Math.max(0, Math.floor((from + 1) / bucketMs)), mediaMs)
    if (to <= from) return { jumped: false, messages: [], flights: [] }
    this.#shown = to
    const due = ({ mediaMs: at }: { mediaMs: number }): boolean => at > from && at <= to
    const loaded = [...this.#buckets].toSorted(([a], [b]) => a - b).flatMap(([, bucket]) => bucket ?? [])
    return {
      jumped,
      messages: loaded.flatMap(bucket => bucket.messages.filter(due).map(each => each.message)),
      flights: jumped ? [] : loaded.flatMap(bucket => bucket.danmaku.filter(due).map(each => each.item)),
    }
  }

  #want(now: number): void {
    for (const number of this.#buckets.keys()) if (number < now - 2 || number > now + 3) this.#buckets.delete(number)
    for (let number = Math.max(0, now - 1); number <= Math.min(this.#last, now + 2); number++) {
      if (!this.#buckets.has(number)) void this.#fetch(number)
    }
  }

  async #fetch(number: number): Promise<void> {
    this.#buckets.set(number, undefined)
    try {
      const bucket = (await this.#load(number)) as Bucket
      this.#last = bucket.last
      if (this.#buckets.has(number)) this.#buckets.set(number, bucket)
    } catch {
      // Asked again with the next step.
      this.#buckets.delete(number)
    }
  }

  /** The end of what is loaded without a hole, at most the time asked for. */
  #loadedUntil(first: number, mediaMs: number): number {
    let number = first
    while (number * bucketMs <= mediaMs && (this.#buckets.get(number) || number > this.#last)) number++
    return Math.min(mediaMs, number * bucketMs - 1)
  }
}
