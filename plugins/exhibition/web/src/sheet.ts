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
