// The parts of a prop as indexed meshes with their shade baked into the colours: one mesh for all single parts of a
// material, one for each shape that stands in several places.
import { materials } from './model.mjs'
import { Rays, openness } from './rays.mjs'
import { placed, turned } from './shapes.mjs'

const clear = part => materials[part.material].alpha !== undefined

export function mesh(model) {
  const solid = model.parts.filter(part => !clear(part))
  const rays = new Rays(Float64Array.from(solid.flatMap(part => (part.places ? part.places.flatMap(place => part.corners.flatMap(c => placed(place, c))) : part.corners.flat()))))
  const groups = new Map()
  for (const part of model.parts) {
    const key = part.places ? part : part.material
    if (!groups.has(key)) groups.set(key, { material: part.material, places: part.places, points: [], normals: [], tints: [], indices: [], known: new Map() })
    index(groups.get(key), part)
  }
  const meshes = [...groups.values()].map(({ material, places, points, normals, tints, indices }) => ({ material, places, points, normals, indices, colours: shaded({ material, places, points, normals, tints }, rays) }))
  return { meshes: meshes.toSorted((a, b) => Number(clear(a)) - Number(clear(b))), rays }
}

/** Shade is what the first place sees; the others stand alike. */
function shaded({ material, places, points, normals, tints }, rays) {
  if (materials[material].glow !== undefined || materials[material].alpha !== undefined) return tints
  const first = places?.[0]
  const open = openness(rays, first ? points.map(p => placed(first, p)) : points, first ? normals.map(n => turned(first, n)) : normals, 0.9)
  return tints.map((tint, i) => tint.map(v => v * (0.28 + 0.72 * open[i] ** 0.9)))
}

function index(group, part) {
  part.corners.forEach((corner, i) => {
    const normal = part.normals[i]
    const key = [...corner.map(v => Math.round(v * 5000)), ...normal.map(v => Math.round(v * 60)), ...part.tint.map(v => Math.round(v * 255))].join()
    let found = group.known.get(key)
    if (found === undefined) {
      found = group.points.length
      group.known.set(key, found)
      group.points.push(corner)
      group.normals.push(normal)
      group.tints.push(part.tint)
    }
    group.indices.push(found)
  })
}
