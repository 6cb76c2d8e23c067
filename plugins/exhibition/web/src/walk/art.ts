// The pictures on stands: the same six patterns as on the booth's page, an icon of its field, and words when near.
import { hueOf, oklch } from '../colour.ts'
import { wrap } from '../paint.ts'

export type Pen = CanvasRenderingContext2D
const patterns = 6

/** The pattern that the booth's page shows for the same id. */
export function patternOf(id: string): number {
  let hash = 0
  for (let i = 0; i < id.length; i++) hash = (Math.imul(31, hash) + id.charCodeAt(i)) | 0
  return ((hash % patterns) + patterns) % patterns
}

const ring = (x: number, y: number, r: number): string => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`
const icons: Readonly<Record<string, string>> = {
  ai: `${ring(7, 7, 2.2)}${ring(17, 7, 2.2)}${ring(12, 17, 2.2)}M9.2 7h5.6M8 9l3 6M16 9l-3 6`,
  ict: 'M7 7h10v10H7zM10.5 10.5h3v3h-3zM9.5 3v4M14.5 3v4M9.5 17v4M14.5 17v4M3 9.5h4M3 14.5h4M17 9.5h4M17 14.5h4',
  biomed: 'M12 20s-8-4.6-8-10.2A4.4 4.4 0 0 1 12 7a4.4 4.4 0 0 1 8 2.8C20 15.4 12 20 12 20zM5 12h4l1.5-3 3 5.5 1.5-2.5h4',
  manufacturing: 'M3 20h18M4 20V10l5 3v-3l5 3v-3l5 3v7M17 11V4h2v8M8 16.5h2M13 16.5h2',
  energy: 'M13 2 5 13h6l-1 9 9-12h-6z',
  'new-materials': 'M12 3l7.8 4.5v9L12 21l-7.8-4.5v-9zM12 12l7.8-4.5M12 12v9M12 12 4.2 7.5',
  aerospace: `M12 2c4 3 5 7 5 11l-2 3H9l-2-3c0-4 1-8 5-11z${ring(12, 10, 2)}M7 13l-3 5 4-1.4M17 13l3 5-4-1.4M12 18.5V22`,
  'culture-tech': 'M4 5h16v11H4zM10 8l5 2.5-5 2.5zM8 20h8',
}
const roof = 'M3 9.5 12 4l9 5.5M5.5 9v10M18.5 9v10M9.5 19v-6h5v6M3 19.5h18'

export interface Picture {
  readonly colour: number
  readonly field: string
  readonly pattern: number
}

export interface Caption {
  readonly title: string
  readonly name: string
  readonly code: string
  readonly font: string
}

/** Draws a picture of the size; with a caption it is the one that is read from near. */
export function picture(pen: Pen, width: number, height: number, { colour, field, pattern }: Picture, caption?: Caption): void {
  const hue = hueOf(colour)
  const ground = pen.createLinearGradient(0, 0, width * 0.7, height)
  ground.addColorStop(0, oklch(0.5, 0.12, hue))
  ground.addColorStop(1, oklch(0.25, 0.07, hue + 34))
  pen.fillStyle = ground
  pen.fillRect(0, 0, width, height)
  const glow = pen.createRadialGradient(width * 0.84, 0, 0, width * 0.84, 0, width * 0.8)
  glow.addColorStop(0, oklch(0.74, 0.14, hue))
  glow.addColorStop(1, `${oklch(0.5, 0.12, hue)}00`)
  pen.fillStyle = glow
  pen.fillRect(0, 0, width, height)
  pen.save()
  pen.beginPath()
  pen.rect(0, 0, width, height)
  pen.clip()
  pen.strokeStyle = pen.fillStyle = '#ffffff36'
  pen.lineWidth = width / 190
  draw[pattern]?.(pen, width, height)
  pen.restore()
  const size = caption ? height * 0.3 : height * 0.5
  const [x, y] = caption ? [width * 0.06, height * 0.09] : [width / 2 - size / 2, height / 2 - size / 2]
  sign(pen, icons[field] ?? roof, x, y, size)
  if (caption) words(pen, width, height, caption)
}

function sign(pen: Pen, path: string, x: number, y: number, size: number): void {
  pen.save()
  pen.translate(x, y)
  pen.scale(size / 24, size / 24)
  pen.strokeStyle = '#fff'
  pen.lineWidth = 1.5
  pen.lineJoin = pen.lineCap = 'round'
  pen.stroke(new Path2D(path))
  pen.restore()
}

function words(pen: Pen, width: number, height: number, { title, name, code, font }: Caption): void {
  const left = width * 0.06
  const size = height * 0.125
  pen.fillStyle = '#fff'
  pen.textAlign = 'left'
  pen.textBaseline = 'alphabetic'
  pen.font = `700 ${size}px ${font}`
  const lines = wrap(pen, title || name, width * 0.88, 2)
  const top = height * 0.77 - (lines.length - 1) * size * 1.2
  lines.forEach((line, i) => pen.fillText(line, left, top + i * size * 1.2, width * 0.88))
  pen.globalAlpha = 0.86
  pen.font = `500 ${height * 0.075}px ${font}`
  pen.fillText(title ? name : '', left, height * 0.92, width * 0.66)
  pen.textAlign = 'right'
  pen.font = `600 ${height * 0.075}px ui-monospace, monospace`
  pen.fillText(code, width * 0.94, height * 0.92)
  pen.globalAlpha = 1
}

const arc = (pen: Pen, x: number, y: number, r: number, from = 0, to = 7): void => {
  pen.beginPath()
  pen.arc(x, y, r, from, to)
  pen.stroke()
}

type Drawing = (pen: Pen, width: number, height: number) => void

/** In the order of the page's patterns: grid, dots, rings, rays, waves, roofs. */
const draw: readonly Drawing[] = [
  (pen, w, h) => {
    pen.beginPath()
    for (let x = 0; x < w; x += w / 14) {
      pen.moveTo(x, 0)
      pen.lineTo(x, h)
    }
    for (let y = 0; y < h; y += w / 14) {
      pen.moveTo(0, y)
      pen.lineTo(w, y)
    }
    pen.stroke()
  },
  (pen, w, h) => {
    pen.beginPath()
    for (let y = w / 40; y < h; y += w / 20) for (let x = w / 40; x < w; x += w / 20) pen.rect(x, y, w / 120, w / 120)
    pen.fill()
  },
  (pen, w, h) => {
    for (let r = w / 20; r < w; r += w / 20) arc(pen, w * 0.78, h * 1.15, r)
  },
  (pen, w, h) => {
    pen.beginPath()
    for (let i = 0; i < 40; i++) {
      const angle = (i / 40) * Math.PI * 2
      pen.moveTo(w * 0.82, h * 1.1)
      pen.arc(w * 0.82, h * 1.1, w * 1.2, angle, angle + 0.05)
    }
    pen.fill()
  },
  (pen, w, h) => {
    const step = w / 8
    for (let y = 0, row = 0; y < h + step; y += step / 2.4, row++) {
      for (let x = row % 2 ? -step / 2 : 0; x < w + step; x += step) {
        arc(pen, x, y, step * 0.48, Math.PI, 2 * Math.PI)
        arc(pen, x, y, step * 0.3, Math.PI, 2 * Math.PI)
      }
    }
  },
  (pen, w, h) => {
    const step = w / 6
    pen.beginPath()
    for (let y = step / 2, row = 0; y < h + step; y += step * 0.6, row++) {
      for (let x = row % 2 ? -step / 2 : 0; x < w + step; x += step) {
        pen.moveTo(x, y)
        pen.quadraticCurveTo(x + step * 0.3, y - step * 0.1, x + step / 2, y - step * 0.42)
        pen.quadraticCurveTo(x + step * 0.7, y - step * 0.1, x + step, y)
      }
    }
    pen.stroke()
  },
]
