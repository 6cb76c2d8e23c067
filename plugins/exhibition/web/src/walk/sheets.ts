// Textures: drawn once into canvases, and cut into cells that one instanced mesh shares.
import { CanvasTexture, InstancedBufferAttribute, InstancedMesh, MeshBasicMaterial, PlaneGeometry, SRGBColorSpace } from '@pavilion/scene'
import type { Pen } from './art.ts'

export function canvas(width: number, height: number): { canvas: HTMLCanvasElement; pen: Pen } {
  const made = document.createElement('canvas')
  made.width = width
  made.height = height
  return { canvas: made, pen: made.getContext('2d') as Pen }
}

export function texture(from: HTMLCanvasElement): CanvasTexture {
  const made = new CanvasTexture(from)
  made.colorSpace = SRGBColorSpace
  made.anisotropy = 8
  return made
}

/** One texture of equal cells, filled from the top left. */
export class Sheet {
  readonly columns: number
  readonly rows: number
  readonly pen: Pen
  readonly #canvas: HTMLCanvasElement
  readonly #cell: readonly [width: number, height: number]

  constructor(columns: number, rows: number, width: number, height: number) {
    const made = canvas(columns * width, rows * height)
    this.#canvas = made.canvas
    this.pen = made.pen
    this.columns = columns
    this.rows = rows
    this.#cell = [width, height]
  }

  /** Draws a cell with the origin at its corner. */
  draw(index: number, drawing: (pen: Pen, width: number, height: number) => void): void {
    const [width, height] = this.#cell
    this.pen.save()
    this.pen.translate((index % this.columns) * width, Math.floor(index / this.columns) * height)
    drawing(this.pen, width, height)
    this.pen.restore()
  }

  /** Planes that each show one cell, in one draw. */
  planes(cells: readonly number[], transparent: boolean): InstancedMesh {
    const plane = new PlaneGeometry(1, 1)
    const places = Float32Array.from(cells.flatMap(cell => [cell % this.columns, Math.floor(cell / this.columns)]))
    plane.setAttribute('cell', new InstancedBufferAttribute(places, 2))
    const material = new MeshBasicMaterial({ map: texture(this.#canvas), transparent, depthWrite: !transparent })
    const uv = `vMapUv = vec2((cell.x + uv.x) / ${this.columns}., 1. - (cell.y + 1. - uv.y) / ${this.rows}.);`
    material.onBeforeCompile = shader => {
      shader.vertexShader = shader.vertexShader
        .replace('#include <common>', '#include <common>\nattribute vec2 cell;')
        .replace('#include <uv_vertex>', `#include <uv_vertex>\n${uv}`)
    }
    material.customProgramCacheKey = () => `cells ${this.columns} ${this.rows}`
    return new InstancedMesh(plane, material, cells.length)
  }
}
