// Turns pointers, wheel and keys on the canvas into movements of the map.
export interface Moves {
  pan(dx: number, dy: number): void
  zoom(factor: number, x: number, y: number): void
  zoomMiddle(factor: number): void
  fit(): void
  tap(x: number, y: number): void
  hover(x: number, y: number): void
}

const tapSlack = 6
const doubleTapMs = 320
const step = 64

export function listen(canvas: HTMLCanvasElement, moves: Moves, signal: AbortSignal): void {
  const pointers = new Map<number, readonly [number, number]>()
  let moved = 0
  let lastTap = { at: 0, x: 0, y: 0 }

  canvas.addEventListener(
    'wheel',
    event => {
      event.preventDefault()
      const pixels = event.deltaMode === 1 ? event.deltaY * 24 : event.deltaY
      moves.zoom(Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.0015)), event.offsetX, event.offsetY)
    },
    { passive: false, signal },
  )
  canvas.addEventListener(
    'pointerdown',
    event => {
      if (event.button !== 0) return
      canvas.setPointerCapture(event.pointerId)
      if (pointers.size === 0) moved = 0
      pointers.set(event.pointerId, [event.offsetX, event.offsetY])
    },
    { signal },
  )
  canvas.addEventListener(
    'pointermove',
    event => {
      const before = pointers.get(event.pointerId)
      if (!before) return moves.hover(event.offsetX, event.offsetY)
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1]
      if (other) {
        const was = Math.hypot(before[0] - other[0], before[1] - other[1])
        const is = Math.hypot(event.offsetX - other[0], event.offsetY - other[1])
        moves.zoom(is / Math.max(1, was), (event.offsetX + other[0]) / 2, (event.offsetY + other[1]) / 2)
        moves.pan((event.offsetX - before[0]) / 2, (event.offsetY - before[1]) / 2)
      } else if (moved + Math.hypot(event.offsetX - before[0], event.offsetY - before[1]) > tapSlack) {
        moves.pan(event.offsetX - before[0], event.offsetY - before[1])
      }
      moved += Math.hypot(event.offsetX - before[0], event.offsetY - before[1])
      pointers.set(event.pointerId, [event.offsetX, event.offsetY])
    },
    { signal },
  )
  const release = (event: PointerEvent): void => {
    const tapped = pointers.size === 1 && moved <= tapSlack && event.type === 'pointerup'
    pointers.delete(event.pointerId)
    if (!tapped) return
    const near = Math.hypot(event.offsetX - lastTap.x, event.offsetY - lastTap.y) < 24
    if (near && event.timeStamp - lastTap.at < doubleTapMs) {
      lastTap = { at: 0, x: 0, y: 0 }
      moves.zoom(2, event.offsetX, event.offsetY)
    } else {
      lastTap = { at: event.timeStamp, x: event.offsetX, y: event.offsetY }
      moves.tap(event.offsetX, event.offsetY)
    }
  }
  canvas.addEventListener('pointerup', release, { signal })
  canvas.addEventListener('pointercancel', release, { signal })
  canvas.addEventListener('pointerleave', () => moves.hover(-1, -1), { signal })

  const keys: Record<string, () => void> = {
    ArrowLeft: () => moves.pan(step, 0),
    ArrowRight: () => moves.pan(-step, 0),
    ArrowUp: () => moves.pan(0, step),
    ArrowDown: () => moves.pan(0, -step),
    '+': () => moves.zoomMiddle(1.35),
    '=': () => moves.zoomMiddle(1.35),
    '-': () => moves.zoomMiddle(1 / 1.35),
    '0': () => moves.fit(),
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
