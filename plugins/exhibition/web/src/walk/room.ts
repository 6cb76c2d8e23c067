// The hall around the stands: floor, ceiling, walls, gates, stage, signs of the zones.
import {
  DirectionalLight,
  Group,
  HemisphereLight,
  type InstancedMesh,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  PlaneGeometry,
  RepeatWrapping,
} from '@pavilion/scene'
import { hueOf, oklch } from '../colour.ts'
import { type Locale, say } from '../paint.ts'
import type { Plan, Text } from '../plan.ts'
import type { Pen } from './art.ts'
import { type Place, arrange, box, bright, copies, turned } from './boxes.ts'
import { floor } from './ground.ts'
import { Sheet, canvas, texture } from './sheets.ts'

export const ceiling = 11
/** Lamps hang in this rhythm; the floor mirrors them. */
export const lampStep = { x: 16, z: 12 }

export interface Look {
  readonly locale: Locale
  readonly dark: boolean
  readonly font: string
}

const every = ['left', 'right', 'top', 'bottom', 'front', 'back'] as const

export function room(plan: Plan, look: Look): Group {
  const { dark } = look
  const group = new Group()
  const sun = new DirectionalLight(dark ? '#d5e2ff' : '#fff4e4', dark ? 2 : 1.5)
  sun.position.set(0.45, 1, 0.7)
  group.add(
    new HemisphereLight(dark ? '#b4c5ea' : '#ffffff', dark ? '#39435a' : '#e6dfd3', dark ? 2.3 : 2.45),
    sun,
    floor(plan, look),
    roof(plan, dark),
    copies(box(0.82, ...every), structure(plan, dark)),
    copies(box(1, ...every), glowing(plan, dark), bright()),
    signs(plan, look),
    marks(plan, look),
    ...plants(plan, dark),
  )
  return group
}

function roof(plan: Plan, dark: boolean): Mesh {
  const { canvas: tile, pen } = canvas(256, 192)
  pen.fillStyle = dark ? '#111826' : '#d9dee4'
  pen.fillRect(0, 0, 256, 192)
  pen.strokeStyle = dark ? '#182133' : '#cfd5dc'
  pen.lineWidth = 2
  for (let i = 0; i <= 8; i++) {
    pen.strokeRect(i * 32, -4, 32, 200)
    pen.strokeRect(-4, i * 24, 264, 24)
  }
  const glow = pen.createRadialGradient(128, 96, 4, 128, 96, 84)
  glow.addColorStop(0, dark ? '#5d79b2aa' : '#ffffff')
  glow.addColorStop(1, dark ? '#5d79b200' : '#ffffff00')
  pen.fillStyle = glow
  pen.fillRect(0, 0, 256, 192)
  const map = texture(tile)
  map.wrapS = map.wrapT = RepeatWrapping
  map.repeat.set(plan.width / lampStep.x, plan.height / lampStep.z)
  const mesh = new Mesh(new PlaneGeometry(plan.width, plan.height), new MeshBasicMaterial({ map }))
  mesh.rotation.x = Math.PI / 2
  mesh.position.set(plan.width / 2, ceiling, plan.height / 2)
  return mesh
}

/** Walls, pillars, trusses, stage and what holds the signs: everything that light falls on. */
function structure(plan: Plan, dark: boolean): Place[] {
  const { width, height } = plan
  const wall = dark ? '#1c2536' : '#e4e1da'
  const base = dark ? '#2a354a' : '#b9a585'
  const steel = dark ? '#3a4863' : '#f4f5f6'
  const places: Place[] = []
  const put = (colour: string, at: Place['at'], size: Place['size']): void => void places.push({ at, size, colour })
  for (const z of [-0.25, height + 0.25]) put(wall, [width / 2, ceiling / 2, z], [width + 1, ceiling, 0.5])
  for (const x of [-0.25, width + 0.25]) put(wall, [x, ceiling / 2, height / 2], [0.5, ceiling, height])
  for (const z of [0.06, height - 0.06]) put(base, [width / 2, 0.6, z], [width, 1.2, 0.12])
  for (const x of [0.06, width - 0.06]) put(base, [x, 0.6, height / 2], [0.12, 1.2, height])
  for (let x = lampStep.x / 2; x < width; x += lampStep.x) {
    for (const z of [0.35, height - 0.35]) put(steel, [x, ceiling / 2, z], [0.7, ceiling, 0.7])
    put(steel, [x, ceiling - 0.9, height / 2], [0.22, 0.28, height])
  }
  for (let z = lampStep.z; z < height; z += lampStep.z) {
    put(steel, [width / 2, ceiling - 0.7, z], [width, 0.3, 0.3])
    put(steel, [width / 2, ceiling - 1.25, z], [width, 0.12, 0.12])
  }
  stage(plan, dark, put)
  for (const gate of plan.gates) {
    const z = gate.y > height / 2 ? height - 0.5 : 0.5
    for (const side of [-5.4, 5.4]) put(dark ? '#a5301c' : '#b23220', [gate.x + side, 3.1, z], [0.8, 6.2, 1.1])
    put(dark ? '#a5301c' : '#b23220', [gate.x, 6.4, z], [13, 1.5, 1.2])
    put(dark ? '#7d2315' : '#8d2a1b', [gate.x, 7.3, z], [14.4, 0.35, 1.6])
  }
  for (const { x, z } of hangers(plan)) {
    put(dark ? '#202a3c' : '#ffffff', [x, hang, z], [sign.width + 0.1, sign.width / 4 + 0.14, sign.width + 0.1])
    for (const side of [-3, 3]) put(steel, [x + side, (hang + ceiling) / 2, z], [0.06, ceiling - hang, 0.06])
  }
  return places
}

type Put = (colour: string, at: Place['at'], size: Place['size']) => void

function stage({ stage: { x, y, width, height } }: Plan, dark: boolean, put: Put): void {
  const [mx, mz] = [x + width / 2, y + height / 2]
  put(dark ? '#3c1a17' : '#8d2a1b', [mx, 0.35, mz], [width, 0.7, height])
  put(dark ? '#55241d' : '#a83a28', [mx, 0.12, mz], [width + 1, 0.24, height + 1])
  put(dark ? '#0a0e16' : '#20242d', [mx, 4.1, mz], [20.6, 5.6, 0.5])
  for (const side of [-12, 12]) put(dark ? '#2c364a' : '#3a3f4b', [mx + side, 3.6, mz], [0.5, 7, 0.5])
  put(dark ? '#2c364a' : '#3a3f4b', [mx, 7.1, mz], [25, 0.4, 0.5])
}

/** Lamps, glass doors and the line of light along the walls. */
function glowing(plan: Plan, dark: boolean): Place[] {
  const { width, height } = plan
  const lamp = dark ? '#c9dbff' : '#ffffff'
  const places: Place[] = []
  for (let x = lampStep.x / 2; x < width; x += lampStep.x) {
    for (let z = lampStep.z / 2; z < height; z += lampStep.z) {
      places.push({ at: [x, ceiling - 0.5, z], size: [3.6, 0.1, 0.55], colour: lamp })
    }
  }
  for (const gate of plan.gates) {
    const z = gate.y > height / 2 ? height - 0.1 : 0.1
    const glass = dark ? '#33507f' : '#dff1fb'
    for (const side of [-3.75, -1.25, 1.25, 3.75]) places.push({ at: [gate.x + side, 2.8, z], size: [2.36, 5.4, 0.14], colour: glass })
  }
  for (const z of [0.16, height - 0.16]) {
    places.push({ at: [width / 2, 1.26, z], size: [width, 0.06, 0.12], colour: dark ? '#5b7fc4' : '#fff6e2' })
  }
  return places
}

const hang = 6.5
const sign = { width: 7.2 }

/** Every zone has a cube of signs over each of its ends. */
function hangers(plan: Plan): { zone: number; x: number; z: number }[] {
  return plan.zones.flatMap((zone, index) => {
    const x = zone.x + zone.width / 2
    const ends = zone.height > 24 ? [zone.y + 5, zone.y + zone.height - 5] : [zone.y + zone.height / 2]
    return ends.map(z => ({ zone: index, x, z }))
  })
}

function signs(plan: Plan, look: Look): InstancedMesh {
  const { zones, gates } = plan
  const sheet = new Sheet(2, Math.ceil((zones.length + 1 + gates.length) / 2), 512, 128)
  zones.forEach((zone, i) => {
    const ground = oklch(look.dark ? 0.46 : 0.5, 0.135, hueOf(zone.colour))
    sheet.draw(i, (pen, width, height) => board(pen, width, height, ground, zone.letter, zone.name, look))
  })
  const red = look.dark ? '#a5301c' : '#b23220'
  sheet.draw(zones.length, (pen, width, height) => board(pen, width, height, red, '', plan.stage.name, look))
  gates.forEach((gate, i) => {
    sheet.draw(zones.length + 1 + i, (pen, width, height) => board(pen, width, height, red, '', gate.name, look))
  })
  const cells: number[] = []
  const places: Place[] = []
  const put = (cell: number, at: Place['at'], width: number, yaw: number): void => {
    cells.push(cell)
    places.push({ at, size: [width, width / 4, 1], yaw })
  }
  const out = sign.width / 2 + 0.07
  for (const { zone, x, z } of hangers(plan)) {
    put(zone, [x, hang, z + out], sign.width, 0)
    put(zone, [x, hang, z - out], sign.width, Math.PI)
    put(zone, [x + out, hang, z], sign.width, Math.PI / 2)
    put(zone, [x - out, hang, z], sign.width, -Math.PI / 2)
  }
  const { stage: s } = plan
  for (const side of [1, -1]) {
    put(zones.length, [s.x + s.width / 2, 4.1, s.y + s.height / 2 + side * 0.27], 20, side > 0 ? 0 : Math.PI)
  }
  gates.forEach((gate, i) => {
    const south = gate.y > plan.height / 2
    put(zones.length + 1 + i, [gate.x, 6.4, south ? plan.height - 1.12 : 1.12], 5.6, south ? Math.PI : 0)
  })
  return arrange(sheet.planes(cells, false), places)
}

function board(pen: Pen, width: number, height: number, ground: string, letter: string, name: Text, { locale, font }: Look): void {
  pen.fillStyle = ground
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = '#fff'
  pen.textBaseline = 'middle'
  let left = 24
  if (letter) {
    pen.beginPath()
    pen.roundRect(20, 22, 84, 84, 16)
    pen.fill()
    pen.fillStyle = ground
    pen.textAlign = 'center'
    pen.font = `800 ${letter.length > 1 ? 42 : 62}px ui-monospace, monospace`
    pen.fillText(letter, 62, 66)
    pen.fillStyle = '#fff'
    left = 124
  }
  const space = width - left - 20
  const middle = letter ? left : left + space / 2
  pen.textAlign = letter ? 'left' : 'center'
  pen.font = `700 54px ${font}`
  pen.fillText(say(name, locale), middle, 52, space)
  pen.globalAlpha = 0.88
  pen.font = `500 25px ${font}`
  pen.fillText(say(name, locale === 'zh' ? 'en' : 'zh'), middle, 100, space)
  pen.globalAlpha = 1
}

/** Letters on the floor where aisles enter a zone, and arrows behind the gates. */
function marks(plan: Plan, { dark }: Look): InstancedMesh {
  const sheet = new Sheet(4, Math.ceil((plan.zones.length + 1) / 4), 256, 256)
  plan.zones.forEach((zone, i) => {
    sheet.draw(i, pen => {
      pen.strokeStyle = pen.fillStyle = oklch(dark ? 0.7 : 0.5, 0.12, hueOf(zone.colour))
      pen.lineWidth = 12
      pen.beginPath()
      pen.arc(128, 128, 108, 0, 7)
      pen.stroke()
      pen.textAlign = 'center'
      pen.textBaseline = 'middle'
      pen.font = `800 ${zone.letter.length > 1 ? 96 : 140}px ui-monospace, monospace`
      pen.fillText(zone.letter, 128, 138)
    })
  })
  sheet.draw(plan.zones.length, pen => {
    pen.fillStyle = dark ? '#ffffff66' : '#5c636f77'
    for (const y of [20, 96]) {
      pen.beginPath()
      for (const [px, py] of [[128, y], [216, y + 88], [216, y + 132], [128, y + 44], [40, y + 132], [40, y + 88]] as const) pen.lineTo(px, py)
      pen.fill()
    }
  })
  const cells: number[] = []
  const places: Place[] = []
  const put = (cell: number, x: number, z: number, size: number, yaw: number): void => {
    cells.push(cell)
    places.push({ at: [x, 0, z], size: [size, size, 1], yaw })
  }
  plan.zones.forEach((zone, i) => {
    put(i, zone.x + zone.width / 2, zone.y + zone.height + 1.9, 2.3, 0)
    put(i, zone.x + zone.width / 2, zone.y - 1.9, 2.3, Math.PI)
  })
  for (const gate of plan.gates) {
    const south = gate.y > plan.height / 2
    put(plan.zones.length, gate.x, gate.y + (south ? -5.5 : 5.5), 2, south ? 0 : Math.PI)
  }
  const mesh = sheet.planes(cells, true)
  mesh.geometry.rotateX(-Math.PI / 2)
  mesh.position.y = 0.02
  return arrange(mesh, places.map(place => ({ ...place, size: [place.size[0], 1, place.size[1]] })))
}

/** Green at the corners of the zones and beside the gates. */
function plants(plan: Plan, dark: boolean): InstancedMesh[] {
  const spots: (readonly [x: number, z: number])[] = plan.zones.flatMap(zone => [
    [zone.x + 17 - 1.4, zone.y + zone.height + 0.9] as const,
    [zone.x + 17 + 1.4, zone.y + zone.height + 0.9] as const,
    [zone.x + 17 - 1.4, zone.y - 0.9] as const,
    [zone.x + 17 + 1.4, zone.y - 0.9] as const,
  ])
  for (const gate of plan.gates) spots.push([gate.x - 6.6, gate.y], [gate.x + 6.6, gate.y])
  const pots = spots.map(([x, z]): Place => ({ at: [x, 0.3, z], size: [0.62, 0.6, 0.62], colour: dark ? '#4a5266' : '#f7f4ee' }))
  const leaves = spots.map(
    ([x, z], i): Place => ({
      at: [x, 0.6, z],
      size: [1, 1 + (i % 3) * 0.12, 1],
      yaw: i,
      colour: oklch((dark ? 0.45 : 0.6) + (i % 2) * 0.04, 0.1, 142 + (i % 3) * 6),
    }),
  )
  const green = new MeshLambertMaterial({ vertexColors: true, flatShading: true })
  const bush = turned([[0.14, 0], [0.46, 0.22], [0.52, 0.6], [0.34, 0.98], [0, 1.12]], 7)
  return [copies(box(0.7, 'top', 'left', 'right', 'front', 'back'), pots), copies(bush, leaves, green)]
}
