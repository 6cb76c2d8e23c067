// How the visitor wants the flying texts; kept in this browser.
import { type Looks, plain } from './danmaku.ts'
import { keep, recall } from './memory.ts'

export const choices = {
  density: [2, 4, 8, 12],
  opacity: [0.4, 0.65, 0.9, 1],
  size: [16, 20, 24, 30],
  area: [0.25, 0.5, 0.75],
} as const

export type Choice = keyof typeof choices

export const small = (): boolean => matchMedia('(max-width: 760px)').matches

export const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

export function rememberedLooks(): Looks {
  const start: Looks = { ...plain, size: small() ? 16 : plain.size }
  try {
    const kept = JSON.parse(recall('local', 'looks') ?? '{}') as Partial<Record<keyof Looks, unknown>>
    const allowed = Object.entries(choices).filter(([name, values]) => (values as readonly unknown[]).includes(kept[name as Choice]))
    return { ...start, ...Object.fromEntries(allowed.map(([name]) => [name, kept[name as Choice]])), on: kept.on !== false }
  } catch {
    return start
  }
}

export const rememberLooks = (looks: Looks): void => keep('local', 'looks', JSON.stringify(looks))
