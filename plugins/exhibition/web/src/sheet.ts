// The list on a phone is a sheet with three stops.
export type SheetStop = 'low' | 'half' | 'high'

const low = 152
const order: readonly SheetStop[] = ['low', 'half', 'high']

/** Height in pixels of a stop in a window of that height. */
export function sheetHeight(stop: SheetStop, height: number): number {
  if (stop === 'low') return Math.min(low, height)
  return Math.round(height * (stop === 'half' ? 0.46 : 0.9))
}

export const nextStop = (stop: SheetStop): SheetStop => order[(order.indexOf(stop) + 1) % order.length] ?? 'half'

export const nearestStop = (pixels: number, height: number): SheetStop =>
  order.reduce((best, stop) =>
    Math.abs(sheetHeight(stop, height) - pixels) < Math.abs(sheetHeight(best, height) - pixels) ? stop : best,
  )

/**
 * Follows a finger on the sheet's grip.
 *
 * @param dragged is told the height below the finger
 * @param ended is told the last height, or nothing when the finger hardly moved
 */
export function drag(event: PointerEvent, height: number, dragged: (height: number) => void, ended: (height?: number) => void): void {
  const grip = event.currentTarget as HTMLElement
  const start = event.clientY
  let moved = 0
  const leave = new AbortController()
  const { signal } = leave
  grip.setPointerCapture(event.pointerId)
  grip.addEventListener(
    'pointermove',
    move => {
      moved = move.clientY - start
      dragged(Math.max(96, height - moved))
    },
    { signal },
  )
  const end = (): void => {
    leave.abort()
    if (Math.abs(moved) > 6) ended(height - moved)
    else ended()
  }
  grip.addEventListener('pointerup', end, { signal })
  grip.addEventListener('pointercancel', end, { signal })
}
