// Draws one frame of the map: only what is in sight, at one of three levels of detail.
import type { Camera, Size } from './camera.ts'
import { type Palette, type ZoneColours, zoneColours } from './colour.ts'
import { type Box, type Plan, type Stand, type Text, middle } from './plan.ts'
import type { Point } from './route.ts'

export type Locale = 'zh' | 'en'

export interface Scene {
  readonly plan: Plan
  readonly camera: Camera
  readonly size: Size
  readonly density: number
  readonly palette: Palette
  readonly locale: Locale
  /** Stands that match; undefined when nothing is filtered. */
  readonly matching: ReadonlySet<number> | undefined
  readonly selected: Stand | undefined
  readonly hovered: Stand | undefined
  readonly route: readonly Point[] | undefined
  /** Stands of a tour in their order. */
  readonly stops: readonly Stand[]
  /** Drawn part of the route, 0–1. */
  readonly reach: number
}

/** Pixels a metre from which codes are readable, and zone signs step back. */
export const codesFrom = 7.5
const gap = 0.16

export function paint(ctx: CanvasRenderingContext2D, scene: Scene): void {
  const { camera, size, density, palette } = scene
  const ox = size.width / 2 - camera.x * camera.scale
  const oy = size.height / 2 - camera.y * camera.scale
  const seen: Box = { x: -ox / camera.scale, y: -oy / camera.scale, width: size.width / camera.scale, height: size.height / camera.scale }
  ctx.setTransform(density, 0, 0, density, 0, 0)
  ctx.fillStyle = palette.sunken
  ctx.fillRect(0, 0, size.width, size.height)
  ctx.setTransform(density * camera.scale, 0, 0, density * camera.scale, density * ox, density * oy)
  ground(ctx, scene)
  stands(ctx, scene, seen)
  ctx.setTransform(density, 0, 0, density, 0, 0)
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  const X = (x: number): number => x * camera.scale + ox
  const Y = (y: number): number => y * camera.scale + oy
  if (camera.scale >= codesFrom) labels(ctx, scene, seen, X, Y)
  stage(ctx, scene, X, Y)
  signs(ctx, scene, X, Y)
  gates(ctx, scene, X, Y)
  if (scene.route) way(ctx, scene, scene.route, X, Y)
  numbers(ctx, scene, X, Y)
  if (scene.selected) pin(ctx, scene, scene.selected, X, Y)
}

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y

function ground(ctx: CanvasRenderingContext2D, { plan, camera, palette }: Scene): void {
  ctx.fillStyle = palette.surface
  ctx.strokeStyle = palette.line
  ctx.lineWidth = 1.4 / camera.scale
  rounded(ctx, 0, 0, plan.width, plan.height, 3)
  ctx.fill()
  ctx.stroke()
  for (const zone of plan.zones) {
    ctx.fillStyle = zoneColours(zone.colour, palette.dark).ground
    rounded(ctx, zone.x - 2, zone.y - 2, zone.width + 4, zone.height + 4, 2)
    ctx.fill()
  }
}

function stands(ctx: CanvasRenderingContext2D, scene: Scene, seen: Box): void {
  const { plan, camera, palette, matching, selected, hovered } = scene
  const radius = camera.scale > 4 ? 0.35 : 0
  const add = (b: Box): void => {
    if (radius > 0) ctx.roundRect(b.x + gap, b.y + gap, b.width - 2 * gap, b.height - 2 * gap, radius)
    else ctx.rect(b.x + gap, b.y + gap, b.width - 2 * gap, b.height - 2 * gap)
  }
  const fill = (style: string, boxes: Iterable<Box>): void => {
    ctx.beginPath()
    for (const b of boxes) if (overlaps(b, seen)) add(b)
    ctx.fillStyle = style
    ctx.fill()
  }
  const on: Stand[][] = plan.zones.map(() => [])
  const off: Stand[] = []
  for (const stand of plan.stands) {
    if (matching && !matching.has(stand.index)) off.push(stand)
    else on[stand.zone]?.push(stand)
  }
  ctx.globalAlpha = 0.5
  fill(palette.line, plan.vacant)
  fill(palette.line, off)
  ctx.globalAlpha = 1
  plan.zones.forEach((zone, index) => fill(zoneColours(zone.colour, palette.dark).stand, on[index] ?? []))
  if (hovered && hovered !== selected) outline(ctx, scene, hovered, palette.ink)
  if (selected) fill(palette.brand, [selected])
}

function outline(ctx: CanvasRenderingContext2D, { camera }: Scene, b: Box, style: string): void {
  ctx.beginPath()
  ctx.roundRect(b.x + gap, b.y + gap, b.width - 2 * gap, b.height - 2 * gap, 0.35)
  ctx.strokeStyle = style
  ctx.lineWidth = 2 / camera.scale
  ctx.stroke()
}

type Place = (at: number) => number

function labels(ctx: CanvasRenderingContext2D, scene: Scene, seen: Box, X: Place, Y: Place): void {
  const { plan, camera, palette, selected, matching } = scene
  for (const stand of plan.stands) {
    if (!overlaps(stand, seen)) continue
    const [x, y] = middle(stand)
    const width = stand.width * camera.scale - 10
    const height = stand.height * camera.scale - 8
    ctx.globalAlpha = matching && !matching.has(stand.index) ? 0.35 : 1
    ctx.fillStyle = stand === selected ? palette['brand-ink'] : palette.ink
    if (width > 62 && height > 40) named(ctx, scene, stand, X(x), Y(y), width, height)
    else {
      ctx.font = `600 ${Math.max(8, Math.min(12, width / 3))}px ui-monospace, monospace`
      ctx.fillText(width > 52 ? stand.code : stand.code.slice(stand.code.indexOf('-') + 1), X(x), Y(y), width + 6)
    }
  }
  ctx.globalAlpha = 1
}

function named(ctx: CanvasRenderingContext2D, scene: Scene, stand: Stand, x: number, y: number, width: number, height: number): void {
  const size = Math.min(16, Math.max(11, width / 8))
  ctx.font = `600 ${size}px ${scene.palette.font}`
  const lines = wrap(ctx, say(stand.name, scene.locale), width, Math.max(1, Math.floor((height - 16) / (size * 1.25))))
  const top = y - (lines.length * size * 1.25) / 2 + size * 0.5 - 4
  lines.forEach((line, i) => ctx.fillText(line, x, top + i * size * 1.25, width))
  ctx.globalAlpha *= 0.72
  ctx.font = `500 ${Math.min(12, size - 1)}px ui-monospace, monospace`
  ctx.fillText(stand.code, x, top + lines.length * size * 1.25 + 2, width)
}

/** Breaks between words, or anywhere between Han characters, and ends with an ellipsis. */
export function wrap(ctx: Pick<CanvasRenderingContext2D, 'measureText'>, words: string, width: number, most: number): string[] {
  const parts = words.match(/\p{Script=Han}|[^\s\p{Script=Han}]+\s*/gu) ?? [words]
  const lines: string[] = []
  let line = ''
  for (const part of parts) {
    if (line && ctx.measureText((line + part).trimEnd()).width > width) {
      lines.push(line.trimEnd())
      line = ''
      if (lines.length === most) break
    }
    line += part
  }
  if (lines.length < most && line) lines.push(line.trimEnd())
  else if (line || lines.join('').replace(/\s/g, '').length < words.replace(/\s/g, '').length) {
    lines[lines.length - 1] = `${(lines.at(-1) ?? '').slice(0, -1)}…`
  }
  return lines
}

export const say = (both: Text, locale: Locale): string => both[locale] || both.zh || both.en

function stage(ctx: CanvasRenderingContext2D, { plan, camera, palette, locale }: Scene, X: Place, Y: Place): void {
  const { x, y, width, height } = plan.stage
  ctx.fillStyle = palette['brand-soft']
  ctx.strokeStyle = palette.brand
  ctx.lineWidth = 1.5
  rounded(ctx, X(x), Y(y), width * camera.scale, height * camera.scale, Math.min(12, 1.5 * camera.scale))
  ctx.fill()
  ctx.stroke()
  ctx.fillStyle = palette.brand
  ctx.font = `700 ${Math.max(11, Math.min(20, camera.scale * 3))}px ${palette.font}`
  ctx.fillText(say(plan.stage.name, locale), X(x + width / 2), Y(y + height / 2), width * camera.scale - 6)
}

/** Zone signs: a pill in the middle while the zone is small, a line above its first row when it is near. */
function signs(ctx: CanvasRenderingContext2D, { plan, camera, palette, locale }: Scene, X: Place, Y: Place): void {
  const far = Math.max(0, Math.min(1, (codesFrom + 1 - camera.scale) / 1.5))
  for (const zone of plan.zones) {
    const colours: ZoneColours = zoneColours(zone.colour, palette.dark)
    const words = say(zone.name, locale)
    const room = zone.width * camera.scale
    if (far > 0) {
      ctx.globalAlpha = far
      pill(ctx, palette, colours, zone.letter, words, X(zone.x + zone.width / 2), Y(zone.y + zone.height / 2), room)
      ctx.globalAlpha = 1
    }
    if (far < 1) {
      ctx.globalAlpha = 1 - far
      ctx.textAlign = 'left'
      ctx.fillStyle = colours.sign
      ctx.font = `700 15px ${palette.font}`
      ctx.fillText(`${zone.letter}  ${words}`, X(zone.x), Y(zone.y) - 14, room)
      ctx.textAlign = 'center'
      ctx.globalAlpha = 1
    }
  }
}

function pill(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  colours: ZoneColours,
  letter: string,
  words: string,
  x: number,
  y: number,
  room: number,
): void {
  let size = Math.max(11, Math.min(22, room / 7))
  ctx.font = `700 ${size}px ${palette.font}`
  let width = ctx.measureText(words).width
  const most = room * 1.08 - size * 3
  if (width > most) {
    size = Math.max(10, (size * most) / width)
    ctx.font = `700 ${size}px ${palette.font}`
    width = Math.min(ctx.measureText(words).width, Math.max(most, room - size * 3))
  }
  const badge = size * 1.5
  const whole = width + badge + size * 1.3
  const height = size * 2
  const left = x - whole / 2
  rounded(ctx, left, y - height / 2, whole, height, height / 2)
  ctx.fillStyle = palette.surface
  ctx.fill()
  ctx.strokeStyle = palette.line
  ctx.lineWidth = 1
  ctx.stroke()
  ctx.beginPath()
  ctx.arc(left + height / 2, y, badge / 2, 0, 7)
  ctx.fillStyle = colours.sign
  ctx.fill()
  ctx.fillStyle = palette.dark ? '#0c1018' : '#fff'
  ctx.font = `700 ${size * 0.82}px ui-monospace, monospace`
  ctx.fillText(letter, left + height / 2, y + 1)
  ctx.fillStyle = palette.ink
  ctx.font = `700 ${size}px ${palette.font}`
  ctx.fillText(words, left + height / 2 + badge / 2 + size * 0.35 + width / 2, y + 1, width)
}

function gates(ctx: CanvasRenderingContext2D, { plan, palette, locale }: Scene, X: Place, Y: Place): void {
  for (const gate of plan.gates) {
    const [x, y] = [X(gate.x), Y(gate.y)]
    const up = gate.y > plan.height / 2 ? -1 : 1
    ctx.fillStyle = palette.jade
    ctx.beginPath()
    ctx.arc(x, y, 8, 0, 7)
    ctx.fill()
    ctx.fillStyle = palette.surface
    ctx.beginPath()
    ctx.moveTo(x, y + 4.5 * up)
    ctx.lineTo(x + 3.8, y - 2.8 * up)
    ctx.lineTo(x - 3.8, y - 2.8 * up)
    ctx.fill()
    ctx.fillStyle = palette.ink
    ctx.font = `600 13px ${palette.font}`
    ctx.textAlign = 'left'
    ctx.fillText(say(gate.name, locale), x + 14, y + 1)
    ctx.textAlign = 'center'
  }
}

function way(ctx: CanvasRenderingContext2D, { palette, reach }: Scene, route: readonly Point[], X: Place, Y: Place): void {
  const points = route.map(([x, y]): Point => [X(x), Y(y)])
  let length = 0
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as Point, points[i] as Point]
    length += Math.hypot(b[0] - a[0], b[1] - a[1])
  }
  const line = (width: number, style: string, dash: number[]): void => {
    ctx.beginPath()
    points.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)))
    ctx.setLineDash(dash)
    ctx.lineWidth = width
    ctx.strokeStyle = style
    ctx.stroke()
  }
  ctx.lineJoin = ctx.lineCap = 'round'
  const grown = [length * reach, length + 1]
  line(11, palette.surface, reach < 1 ? grown : [])
  line(5.5, palette.brand, reach < 1 ? grown : [])
  ctx.setLineDash([])
}

/** The stops of a tour by number. */
function numbers(ctx: CanvasRenderingContext2D, { palette, stops }: Scene, X: Place, Y: Place): void {
  ctx.textAlign = 'center'
  ctx.font = `700 13px ${palette.font}`
  stops.forEach((stop, at) => {
    const [mx, my] = middle(stop)
    const [x, y] = [X(mx), Y(my)]
    ctx.beginPath()
    ctx.arc(x, y, 11, 0, 7)
    ctx.fillStyle = palette.brand
    ctx.strokeStyle = palette.surface
    ctx.lineWidth = 2
    ctx.fill()
    ctx.stroke()
    ctx.fillStyle = palette['brand-ink']
    ctx.fillText(String(at + 1), x, y + 1)
  })
}

/** A drop that stands on the stand's middle, above everything else. */
function pin(ctx: CanvasRenderingContext2D, { palette, camera }: Scene, stand: Stand, X: Place, Y: Place): void {
  if (camera.scale >= codesFrom) return
  const [mx, my] = middle(stand)
  const [x, y] = [X(mx), Y(my)]
  ctx.beginPath()
  ctx.moveTo(x, y)
  ctx.bezierCurveTo(x - 3, y - 10, x - 11, y - 13, x - 11, y - 22)
  ctx.arc(x, y - 22, 11, Math.PI, 0)
  ctx.bezierCurveTo(x + 11, y - 13, x + 3, y - 10, x, y)
  ctx.fillStyle = palette.brand
  ctx.strokeStyle = palette.surface
  ctx.lineWidth = 2
  ctx.fill()
  ctx.stroke()
  ctx.beginPath()
  ctx.arc(x, y - 22, 4, 0, 7)
  ctx.fillStyle = palette['brand-ink']
  ctx.fill()
}

function rounded(ctx: CanvasRenderingContext2D, x: number, y: number, width: number, height: number, radius: number): void {
  ctx.beginPath()
  ctx.roundRect(x, y, width, height, radius)
}
