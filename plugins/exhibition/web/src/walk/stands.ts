// All stands of the hall: each part once, copied to every front.
import { Group, type InstancedMesh, MeshLambertMaterial } from '@pavilion/scene'
import { hueOf, oklch } from '../colour.ts'
import { type Locale, say } from '../paint.ts'
import type { Plan } from '../plan.ts'
import { type Picture, patternOf, picture } from './art.ts'
import { type Place, arrange, box, bright, copies, turned } from './boxes.ts'
import { type Front, yawTo } from './fronts.ts'
import { Sheet } from './sheets.ts'

/** A place on a front: metres to the right of its middle, up, and towards the aisle, as its visitor sees it. */
export function on(front: Front, right: number, up: number, out: number): [number, number, number] {
  return [front.x + front.facing * right, up, front.z + front.facing * out]
}

export interface Sign {
  readonly at: [number, number, number]
  readonly width: number
  readonly height: number
}

/** The name over the front. */
export function nameOf(front: Front): Sign {
  const width = Math.min(front.width * 0.9, 3.4)
  return { at: on(front, 0, front.height - beam(front) / 2, front.depth / 2 - 0.165), width, height: width / 4 }
}

/** The picture on its back wall. */
export function pictureOf(front: Front): Sign {
  const height = Math.min((front.width * 0.66) / 1.6, 1.75)
  return { at: on(front, -front.width * 0.07, 1.64, 0.2 - front.depth / 2), width: height * 1.6, height }
}

const beam = (front: Front): number => (front.width > 4 ? 0.86 : 0.7)

interface Colours {
  readonly ground: string
  readonly beam: string
  readonly desk: string
  readonly stripe: string
  readonly thing: string
  readonly side: string
}

export interface Stands {
  readonly group: Group
  /** Hides the small name while a sharp one is there. */
  hideName(front: number, hidden: boolean): void
}

export function stands(plan: Plan, fronts: readonly Front[], locale: Locale, dark: boolean, font: string): Stands {
  const colours = plan.zones.map((zone): Colours => paints(hueOf(zone.colour), dark))
  const of = (front: Front): Colours => colours[front.stand.zone] ?? paints(40, dark)
  const wall = dark ? '#46526b' : '#fbfaf6'
  const places = (make: (front: Front, colour: Colours, at: number) => Place): Place[] =>
    fronts.map((front, i) => ({ yaw: yawTo(front), ...make(front, of(front), i) }))
  const group = new Group()

  const vacant = plan.vacant.map(
    (b): Place => ({
      at: [b.x + b.width / 2, 0.03, b.y + b.height / 2],
      size: [b.width - 0.2, 0.06, b.height - 0.2],
      colour: dark ? '#1f2736' : '#c6c1b6',
    }),
  )
  group.add(
    copies(box(0.8, 'top', 'front', 'left', 'right'), [
      ...places((f, c) => ({ at: [f.x, 0.05, f.z], size: [f.width - 0.1, 0.1, f.depth - 0.06], colour: c.ground })),
      ...vacant,
    ]),
    // Walls: behind, and at the side up to where the visitor steps in.
    copies(
      box(0.7, 'front', 'back', 'top', 'left', 'right'),
      places(f => ({ at: on(f, 0, f.height / 2, 0.08 - f.depth / 2), size: [f.width - 0.06, f.height, 0.12], colour: wall })),
    ),
    copies(
      box(0.7, 'front', 'top', 'left', 'right'),
      places((f, c) => ({
        at: on(f, 0.05 - f.width / 2, f.height / 2, -f.depth * 0.17),
        size: [0.08, f.height, f.depth * 0.62],
        colour: c.side,
      })),
    ),
    copies(
      box(0.55, 'left', 'right', 'front'),
      places(f => ({ at: on(f, f.width / 2 - 0.1, f.height / 2, f.depth / 2 - 0.26), size: [0.09, f.height, 0.09], colour: wall })),
    ),
    copies(
      box(0.86, 'front', 'back', 'bottom', 'left', 'right'),
      places((f, c) => ({
        at: on(f, 0, f.height - beam(f) / 2, f.depth / 2 - 0.26),
        size: [f.width - 0.06, beam(f), 0.16],
        colour: c.beam,
      })),
      // At night the beams are lit from inside.
      dark ? bright() : undefined,
    ),
    // A line of light below the beam, and the stripe that carries the zone's colour down the wall.
    copies(
      box(1, 'front', 'bottom'),
      places(f => ({
        at: on(f, 0, f.height - beam(f) - 0.02, f.depth / 2 - 0.26),
        size: [f.width - 0.1, 0.03, 0.1],
        colour: dark ? '#f3d9b0' : '#fffaf0',
      })),
      bright(),
    ),
    copies(
      box(0.75, 'front'),
      places((f, c) => ({
        at: on(f, f.width * 0.41, f.height / 2, 0.1 - f.depth / 2),
        size: [f.width * 0.13, f.height, 0.1],
        colour: c.stripe,
      })),
    ),
    copies(
      box(0.66, 'front', 'back', 'left', 'right'),
      places((f, c) => ({
        at: on(f, f.width * 0.24, 0.58, f.depth / 2 - 0.72),
        size: [Math.min(1.7, f.width * 0.36), 0.96, 0.5],
        colour: c.desk,
      })),
    ),
    copies(
      box(0.8, 'top', 'front', 'back', 'left', 'right'),
      places(f => ({
        at: on(f, f.width * 0.24, 1.08, f.depth / 2 - 0.72),
        size: [Math.min(1.86, f.width * 0.4), 0.06, 0.62],
        colour: dark ? '#c7b08e' : '#c99d68',
      })),
    ),
    copies(
      box(0.72, 'top', 'front', 'back', 'left', 'right'),
      places(f => ({ at: on(f, -f.width * 0.27, 0.38, f.depth / 2 - 0.8), size: [0.5, 0.58, 0.5], colour: dark ? '#55617a' : '#fdfcf9' })),
    ),
  )
  group.add(...things(fronts, of))
  group.add(pictures(fronts, plan))
  const names = labels(fronts, locale, font)
  group.add(names)
  const shown = fronts.map((_, i) => names.instanceMatrix.array.slice(i * 16, i * 16 + 16))
  const gone = new Float32Array(16)
  return {
    group,
    hideName(front, hidden): void {
      names.instanceMatrix.array.set(hidden ? gone : (shown[front] ?? gone), front * 16)
      names.instanceMatrix.needsUpdate = true
    },
  }
}

function paints(hue: number, dark: boolean): Colours {
  return dark
    ? {
        ground: oklch(0.33, 0.05, hue),
        beam: oklch(0.5, 0.13, hue),
        desk: oklch(0.46, 0.1, hue),
        stripe: oklch(0.56, 0.13, hue),
        thing: oklch(0.76, 0.14, hue + 20),
        side: oklch(0.38, 0.06, hue),
      }
    : {
        ground: oklch(0.89, 0.035, hue),
        beam: oklch(0.5, 0.135, hue),
        desk: oklch(0.6, 0.115, hue),
        stripe: oklch(0.68, 0.125, hue),
        thing: oklch(0.68, 0.15, hue + 20),
        side: oklch(0.91, 0.035, hue),
      }
}

/** What stands on the pedestals: five shapes, so that neighbours differ. */
function things(fronts: readonly Front[], of: (front: Front) => Colours): InstancedMesh[] {
  const shapes = [
    turned([[0, 0], [0.34, 0.34], [0, 0.8]], 6),
    turned([[0.3, 0], [0.3, 0.34], [0, 0.7]], 4),
    turned([[0.1, 0], [0.26, 0.16], [0, 0.95]], 6),
    turned([[0.16, 0], [0.33, 0.32], [0.16, 0.62], [0, 0.62]], 5),
    turned([[0.32, 0], [0.07, 0.36], [0.3, 0.68], [0, 0.68]], 5),
  ]
  return shapes.map((shape, kind) => {
    const mine = fronts.filter((_, i) => i % shapes.length === kind)
    const material = new MeshLambertMaterial({ vertexColors: true, flatShading: true })
    const places = mine.map(
      (front): Place => ({
        at: on(front, -front.width * 0.27, 0.67, front.depth / 2 - 0.8),
        size: [0.8, 0.8, 0.8],
        yaw: front.stand.index,
        colour: of(front).thing,
      }),
    )
    return copies(shape, places, material)
  })
}

/** The picture again on the outer wall of the last stand of a row, for who comes along the aisle. */
function outside(front: Front, plan: Plan): Place | undefined {
  const edge = front.x - (front.facing * front.width) / 2
  const beside = [...plan.stands, ...plan.vacant].some(
    b => Math.abs((front.facing > 0 ? b.x + b.width : b.x) - edge) < 0.1 && b.y < front.z && b.y + b.height > front.z,
  )
  if (beside) return undefined
  const width = Math.min(1.7, front.depth * 0.56)
  const at = on(front, -0.005 - front.width / 2, 1.62, -front.depth * 0.17)
  return { at, size: [width, width / 1.6, 1], yaw: yawTo(front) - Math.PI / 2 }
}

/** The same picture serves stands that are alike: one zone, field and pattern. */
function pictures(fronts: readonly Front[], plan: Plan): InstancedMesh {
  const sheet = new Sheet(8, 12, 256, 160)
  const known = new Map<string, number>()
  const cells = fronts.map(({ stand }) => {
    const colour = plan.zones[stand.zone]?.colour ?? 0
    const shown: Picture = { colour, field: stand.field, pattern: patternOf(stand.id) }
    const key = `${colour} ${stand.field} ${shown.pattern}`
    const found = known.get(key)
    if (found !== undefined) return found
    const cell = known.size % (sheet.columns * sheet.rows)
    known.set(key, cell)
    sheet.draw(cell, (pen, width, height) => picture(pen, width, height, shown))
    return cell
  })
  const ends = fronts.flatMap((front, i) => {
    const place = outside(front, plan)
    return place ? [{ place, cell: cells[i] ?? 0 }] : []
  })
  return arrange(sheet.planes([...cells, ...ends.map(end => end.cell)], false), [
    ...fronts.map(front => flat(front, pictureOf(front))),
    ...ends.map(end => end.place),
  ])
}

/** The names of all stands on one sheet of 2048 pixels. */
function labels(fronts: readonly Front[], locale: Locale, font: string): InstancedMesh {
  const most = Math.max(0, ...fronts.map(front => front.stand.index)) + 1
  const columns = most <= 1024 ? 16 : 32
  const sheet = new Sheet(columns, columns * 4, 2048 / columns, 512 / columns)
  const written = new Set<number>()
  for (const { stand } of fronts) {
    if (written.has(stand.index)) continue
    written.add(stand.index)
    sheet.draw(stand.index, (pen, width, height) => {
      pen.fillStyle = '#fff'
      pen.textAlign = 'center'
      pen.textBaseline = 'middle'
      pen.font = `600 ${height * 0.6}px ${font}`
      pen.fillText(say(stand.name, locale).slice(0, 24), width / 2, height * 0.53, width - 6)
    })
  }
  return arrange(
    sheet.planes(fronts.map(front => front.stand.index), true),
    fronts.map(front => flat(front, nameOf(front))),
  )
}

const flat = (front: Front, { at, width, height }: Sign): Place => ({ at, size: [width, height, 1], yaw: yawTo(front) })
