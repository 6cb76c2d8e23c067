// Where a flying text may start: pure arithmetic, no canvas.

/** The gap between two texts of one lane, in CSS pixels. */
export const gap = 28

interface Lane {
  /** When the last text has entered the picture whole, with its gap. */
  entered: number
  /** When it has left the picture. */
  left: number
}

/**
 * Lanes of texts that cross the picture in a fixed time, so that long ones fly faster. A lane takes a
 * text when its last one has entered whole (no overlap at the entry) and will have left before the new
 * one arrives at the far side (no overtaking on the way).
 */
export class Lanes {
  readonly #seconds: number
  #lanes: Lane[] = []
  #width = 0

  constructor(seconds: number) {
    this.#seconds = seconds
  }

  get count(): number {
    return this.#lanes.length
  }

  /** @param width of the picture; texts on their way keep their lanes as far as these exist */
  resize(width: number, count: number): void {
    this.#width = width
    this.#lanes = Array.from({ length: count }, (_, at) => this.#lanes[at] ?? { entered: -Infinity, left: -Infinity })
  }

  /** Pixels per second of a text. */
  speed(textWidth: number): number {
    return (this.#width + textWidth) / this.#seconds
  }

  /** Takes the first free lane for a text at a time in milliseconds; -1 when none is free. */
  take(textWidth: number, now: number): number {
    const speed = this.speed(textWidth)
    const arrives = now + (this.#width / speed) * 1000
    const at = this.#lanes.findIndex(lane => lane.entered <= now && lane.left <= arrives)
    const lane = this.#lanes[at]
    if (lane) {
      lane.entered = now + ((textWidth + gap) / speed) * 1000
      lane.left = now + this.#seconds * 1000
    }
    return at
  }

  /** The lane for a text that must be shown at once: the one whose last text is furthest on its way. */
  force(textWidth: number, now: number): number {
    const free = this.take(textWidth, now)
    if (free >= 0) return free
    const at = this.#lanes.reduce((best, lane, index) => (lane.entered < (this.#lanes[best]?.entered ?? Infinity) ? index : best), 0)
    const lane = this.#lanes[at]
    if (!lane) return -1
    lane.entered = Math.max(lane.entered, now + ((textWidth + gap) / this.speed(textWidth)) * 1000)
    lane.left = Math.max(lane.left, now + this.#seconds * 1000)
    return at
  }

  /** Takes a whole lane for a text that stands still; -1 when something is in every one. */
  hold(ms: number, now: number): number {
    const at = this.#lanes.findIndex(lane => lane.left <= now)
    const lane = this.#lanes[at]
    if (lane) lane.entered = lane.left = now + ms
    return at
  }

  clear(): void {
    for (const lane of this.#lanes) lane.entered = lane.left = -Infinity
  }
}
