import { type TemplateResult, css, html, svg } from 'lit'
import { PavilionElement, base } from './element.ts'

export interface Point {
  readonly label: string
  /** Undefined is a gap: no data, not zero. */
  readonly value: number | undefined
}

/**
 * Bars or a line as SVG, with the same figures as a table for those who cannot see it:
 * `<pv-chart kind="bar" label="…" .points=${…}></pv-chart>`. The axis always starts at zero.
 */
export class Chart extends PavilionElement {
  static override properties = { kind: {}, label: {}, unit: {}, points: { attribute: false } }
  static override styles = [
    base,
    css`
      svg {
        display: block;
        width: 100%;
        height: auto;
        overflow: visible;
      }
      rect {
        fill: var(--pv-zone, var(--pv-brand));
      }
      path {
        fill: none;
        stroke: var(--pv-zone, var(--pv-brand));
        stroke-width: 2.5;
        stroke-linejoin: round;
      }
      circle {
        fill: var(--pv-zone, var(--pv-brand));
      }
      line {
        stroke: var(--pv-line);
      }
      text {
        fill: var(--pv-ink-3);
        font-size: 12px;
      }
      .sr {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    `,
  ]
  declare kind: 'bar' | 'line' | undefined
  declare label: string
  declare unit: string | undefined
  declare points: readonly Point[] | undefined

  override render(): TemplateResult {
    const points = this.points ?? []
    const width = 600
    const height = 220
    const top = niceTop(Math.max(0, ...points.map(p => p.value ?? 0)))
    const step = width / Math.max(1, points.length)
    const x = (at: number): number => step * (at + 0.5)
    const y = (value: number): number => height - (value / top) * height
    const format = new Intl.NumberFormat(document.documentElement.lang || 'zh', { notation: 'compact' })
    return html`<svg viewBox="-44 -10 ${width + 52} ${height + 40}" aria-hidden="true">
        ${[0, 0.5, 1].map(
          part => svg`<line x1="0" x2=${width} y1=${y(top * part)} y2=${y(top * part)}></line>
            <text x="-8" y=${y(top * part) + 4} text-anchor="end">${format.format(top * part)}</text>`,
        )}
        ${this.kind === 'line' ? this.#line(points, x, y) : this.#bars(points, x, y, step, height)}
        ${points.map((p, at) => svg`<text x=${x(at)} y=${height + 22} text-anchor="middle">${p.label}</text>`)}
      </svg>
      <table class="sr">
        <caption>${this.label}</caption>
        ${points.map(p => html`<tr><th scope="row">${p.label}</th><td>${p.value ?? '–'} ${this.unit ?? ''}</td></tr>`)}
      </table>`
  }

  #bars(points: readonly Point[], x: (at: number) => number, y: (v: number) => number, step: number, height: number): unknown {
    const wide = Math.min(56, step * 0.62)
    return points.map((p, at) =>
      p.value === undefined
        ? ''
        : svg`<rect x=${x(at) - wide / 2} y=${y(p.value)} width=${wide} height=${height - y(p.value)} rx="4"></rect>`,
    )
  }

  #line(points: readonly Point[], x: (at: number) => number, y: (v: number) => number): unknown {
    return [
      svg`<path d=${linePath(points.map((p, at) => (p.value === undefined ? undefined : ([x(at), y(p.value)] as const))))}></path>`,
      points.map((p, at) => (p.value === undefined ? '' : svg`<circle cx=${x(at)} cy=${y(p.value)} r="4"></circle>`)),
    ]
  }
}

/** The next 1, 2 or 5 times a power of ten. */
export function niceTop(largest: number): number {
  if (largest <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(largest))
  return ([1, 2, 5, 10].find(factor => factor * power >= largest) ?? 10) * power
}

/** A path that breaks where a value is missing. */
export function linePath(points: readonly (readonly [number, number] | undefined)[]): string {
  return points
    .map((p, at) => (p === undefined ? '' : `${points[at - 1] === undefined ? 'M' : 'L'}${p[0].toFixed(1)} ${p[1].toFixed(1)}`))
    .join('')
}
