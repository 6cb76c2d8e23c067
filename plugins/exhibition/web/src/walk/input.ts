// Fingers, mouse and keys on the walk's canvas.
import type { Steps } from './walker.ts'

export interface Acts {
  look(dx: number, dy: number): void
  tap(x: number, y: number): void
  /** A key that walks went down: whatever was under way ends. */
  walk(): void
  next(step: number): void
  open(): void
  stop(): void
}

const slack = 6
const walking: Readonly<Record<string, keyof typeof ways>> = {
  w: 'ahead',
  arrowup: 'ahead',
  s: 'back',
  arrowdown: 'back',
  a: 'left',
  d: 'right',
  arrowleft: 'turnLeft',
  q: 'turnLeft',
  arrowright: 'turnRight',
  e: 'turnRight',
}
const ways = { ahead: 0, back: 0, left: 0, right: 0, turnLeft: 0, turnRight: 0 }

export class Keys {
  readonly #down = new Set<keyof typeof ways>()
  #fast = false

  get steps(): Steps {
    const way = (plus: keyof typeof ways, minus: keyof typeof ways): number =>
      Number(this.#down.has(plus)) - Number(this.#down.has(minus))
    return { ahead: way('ahead', 'back'), aside: way('right', 'left'), turn: way('turnLeft', 'turnRight'), fast: this.#fast }
  }

  get any(): boolean {
    return this.#down.size > 0
  }

  release(): void {
    this.#down.clear()
  }

  listen(canvas: HTMLCanvasElement, acts: Acts, signal: AbortSignal): void {
    const others: Readonly<Record<string, () => void>> = {
      n: () => acts.next(1),
      pagedown: () => acts.next(1),
      p: () => acts.next(-1),
      pageup: () => acts.next(-1),
      enter: () => acts.open(),
      escape: () => acts.stop(),
    }
    canvas.addEventListener(
      'keydown',
      event => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        const key = event.key.toLowerCase()
        const way = walking[key]
        if (!way && !others[key]) return
        event.preventDefault()
        this.#fast = event.shiftKey
        if (way) {
          this.#down.add(way)
          acts.walk()
        } else if (!event.repeat) others[key]?.()
      },
      { signal },
    )
    canvas.addEventListener(
      'keyup',
      event => {
        const way = walking[event.key.toLowerCase()]
        if (way) this.#down.delete(way)
        this.#fast = event.shiftKey
      },
      { signal },
    )
    canvas.addEventListener('blur', () => this.release(), { signal })
  }
}

export function pointers(canvas: HTMLCanvasElement, acts: Acts, signal: AbortSignal): void {
  let held: number | undefined
  let [x, y, moved] = [0, 0, 0]
  canvas.addEventListener(
    'pointerdown',
    event => {
      if (event.button !== 0 || held !== undefined) return
      held = event.pointerId
      moved = 0
      ;[x, y] = [event.clientX, event.clientY]
      canvas.setPointerCapture(held)
    },
    { signal },
  )
  canvas.addEventListener(
    'pointermove',
    event => {
      if (event.pointerId !== held) return
      const [dx, dy] = [event.clientX - x, event.clientY - y]
      moved += Math.abs(dx) + Math.abs(dy)
      ;[x, y] = [event.clientX, event.clientY]
      if (moved > slack) acts.look(dx * 0.0042, dy * 0.0032)
    },
    { signal },
  )
  const release = (event: PointerEvent): void => {
    if (event.pointerId !== held) return
    held = undefined
    if (event.type === 'pointerup' && moved <= slack) acts.tap(event.offsetX, event.offsetY)
  }
  canvas.addEventListener('pointerup', release, { signal })
  canvas.addEventListener('pointercancel', release, { signal })
}
