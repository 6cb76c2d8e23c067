// Light, dark or the system's: kept in this browser. The inline script in the head applies it before the first paint.
import { toast } from './toast.ts'
import { word } from './words.ts'

const order = ['light', 'dark', 'auto'] as const
type Theme = (typeof order)[number]

export function theme(): Theme {
  const chosen = document.documentElement.dataset['theme']
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto'
}

/** The theme after this one, starting away from what the visitor sees now. */
export function following(now: Theme, systemIsDark: boolean): Theme {
  const round = systemIsDark ? (['auto', 'light', 'dark'] as const) : (['auto', 'dark', 'light'] as const)
  return round[(round.indexOf(now) + 1) % order.length] ?? 'auto'
}

export function switchTheme(): void {
  const next = following(theme(), matchMedia('(prefers-color-scheme: dark)').matches)
  const root = document.documentElement
  try {
    if (next === 'auto') {
      delete root.dataset['theme']
      localStorage.removeItem('pv-theme')
    } else {
      root.dataset['theme'] = next
      localStorage.setItem('pv-theme', next)
    }
  } catch {
    // Storage is closed to us (private window): the choice holds for this page only.
  }
  toast(word(`theme-${next}`), 1500)
  dispatchEvent(new CustomEvent('pv-theme'))
}
