// Pointers and keys on the stage. One finger turns sideways and still scrolls the page up and down.
export interface Moves {
  turn(yaw: number, pitch: number): void
  zoom(factor: number): void
  step(by: number): void
  home(): void
}

const perPixel = 0.0075
const perKey = 0.22

export function listen(canvas: HTMLCanvasElement, moves: Moves, signal: AbortSignal): void {
  const pointers = new Map<number, readonly [number, number]>()
  canvas.addEventListener(
    'pointerdown',
    event => {
      if (event.button !== 0) return
      pointers.set(event.pointerId, [event.clientX, event.clientY])
      canvas.setPointerCapture(event.pointerId)
    },
    { signal },
  )
  canvas.addEventListener(
    'pointermove',
    event => {
      const before = pointers.get(event.pointerId)
      if (!before) return
      const now = [event.clientX, event.clientY] as const
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1]
      pointers.set(event.pointerId, now)
      if (other) {
        const was = Math.hypot(before[0] - other[0], before[1] - other[1])
        moves.zoom(Math.hypot(now[0] - other[0], now[1] - other[1]) / Math.max(1, was))
      } else moves.turn((before[0] - now[0]) * perPixel, (now[1] - before[1]) * perPixel)
    },
    { signal },
  )
  const release = (event: PointerEvent): boolean => pointers.delete(event.pointerId)
  canvas.addEventListener('pointerup', release, { signal })
  canvas.addEventListener('pointercancel', release, { signal })
  canvas.addEventListener(
    'wheel',
    event => {
      // The wheel belongs to the page; a pinch on a trackpad arrives as wheel with Ctrl.
      if (!event.ctrlKey) return
      event.preventDefault()
      moves.zoom(Math.exp(-event.deltaY * 0.01))
    },
    { passive: false, signal },
  )
  const keys: Record<string, () => void> = {
    ArrowLeft: () => moves.turn(-perKey, 0),
    ArrowRight: () => moves.turn(perKey, 0),
    ArrowUp: () => moves.turn(0, perKey / 2),
    ArrowDown: () => moves.turn(0, -perKey / 2),
    '+': () => moves.zoom(1.2),
    '=': () => moves.zoom(1.2),
    '-': () => moves.zoom(1 / 1.2),
    PageDown: () => moves.step(1),
    PageUp: () => moves.step(-1),
    Home: () => moves.home(),
  }
  canvas.addEventListener(
    'keydown',
    event => {
      const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
      if (!act) return
      event.preventDefault()
      act()
    },
    { signal },
  )
}
