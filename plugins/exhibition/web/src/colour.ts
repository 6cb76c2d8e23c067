// OKLCH in code: the map needs no read-back from a canvas to know a colour.
const hues = [255, 295, 155, 75, 125, 195, 225, 25]

export const hueOf = (colour: number): number => hues[((colour % hues.length) + hues.length) % hues.length] ?? 40

/** @param hue degrees  @returns #rrggbb, clipped to sRGB */
export function oklch(lightness: number, chroma: number, hue: number): string {
  const angle = (hue * Math.PI) / 180
  const a = chroma * Math.cos(angle)
  const b = chroma * Math.sin(angle)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return `#${linear.map(hex).join('')}`
}

function hex(value: number): string {
  const v = Math.min(1, Math.max(0, value))
  const gamma = v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055
  return Math.round(gamma * 255)
    .toString(16)
    .padStart(2, '0')
}

export interface ZoneColours {
  readonly stand: string
  readonly ground: string
  readonly sign: string
}

export const zoneColours = (colour: number, dark: boolean): ZoneColours => {
  const hue = hueOf(colour)
  return dark
    ? { stand: oklch(0.4, 0.075, hue), ground: oklch(0.225, 0.032, hue), sign: oklch(0.78, 0.105, hue) }
    : { stand: oklch(0.85, 0.065, hue), ground: oklch(0.965, 0.02, hue), sign: oklch(0.5, 0.125, hue) }
}

const names = ['paper', 'surface', 'sunken', 'ink', 'ink-2', 'ink-3', 'line', 'line-strong', 'brand', 'brand-ink', 'brand-soft', 'jade', 'gold'] as const
export type Palette = Record<(typeof names)[number], string> & { readonly dark: boolean; readonly font: string }

/** The page's tokens as plain colours, whatever theme or edition set them. */
export function palette(host: HTMLElement, probe: HTMLElement): Palette {
  const style = getComputedStyle(probe)
  const found: Record<string, string> = {}
  for (const name of names) {
    probe.style.color = `var(--pv-${name})`
    found[name] = style.color
  }
  probe.style.color = ''
  const chosen = document.documentElement.dataset['theme']
  const dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  return { ...(found as Record<(typeof names)[number], string>), dark, font: getComputedStyle(host).fontFamily }
}
