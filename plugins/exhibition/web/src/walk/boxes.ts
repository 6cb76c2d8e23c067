// Many boxes in one draw: geometry without the faces nobody sees, placed one by one.
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  InstancedMesh,
  type Material,
  MeshBasicMaterial,
  MeshLambertMaterial,
  Object3D,
} from '@pavilion/scene'

export type Face = 'left' | 'right' | 'top' | 'bottom' | 'front' | 'back'

/** Corners of a face, seen from outside against the clock, and where it looks. */
const faces: Readonly<Record<Face, readonly [corners: string, x: number, y: number, z: number]>> = {
  right: ['+-+ +-- ++- +++', 1, 0, 0],
  left: ['--- --+ -++ -+-', -1, 0, 0],
  top: ['-++ +++ ++- -+-', 0, 1, 0],
  bottom: ['--- +-- +-+ --+', 0, -1, 0],
  front: ['--+ +-+ +++ -++', 0, 0, 1],
  back: ['+-- --- -+- ++-', 0, 0, -1],
}

/**
 * A box of edge 1 around the origin.
 *
 * @param shade brightness at the foot; it is 1 at the top, which stands in for light from above
 */
export function box(shade: number, ...shown: readonly Face[]): BufferGeometry {
  const positions: number[] = []
  const normals: number[] = []
  const colours: number[] = []
  const index: number[] = []
  for (const [corners, ...normal] of shown.map(face => faces[face])) {
    const first = positions.length / 3
    for (const corner of corners.split(' ')) {
      positions.push(...[...corner].map(sign => (sign === '+' ? 0.5 : -0.5)))
      normals.push(...normal)
      const light = corner[1] === '+' ? 1 : shade
      colours.push(light, light, light)
    }
    index.push(first, first + 1, first + 2, first, first + 2, first + 3)
  }
  return geometry(positions, normals, colours, index)
}

/** A body turned around the upright axis: pairs of radius and height from the foot up. */
export function turned(profile: readonly (readonly [radius: number, height: number])[], sides: number): BufferGeometry {
  const positions: number[] = []
  const colours: number[] = []
  const index: number[] = []
  for (const [radius, height] of profile) {
    for (let side = 0; side < sides; side++) {
      const angle = (side / sides) * 2 * Math.PI
      positions.push(Math.sin(angle) * radius, height, Math.cos(angle) * radius)
      const light = 0.8 + 0.2 * height
      colours.push(light, light, light)
    }
  }
  for (let level = 0; level + 1 < profile.length; level++) {
    for (let side = 0; side < sides; side++) {
      const [a, b] = [level * sides + side, level * sides + ((side + 1) % sides)]
      if (profile[level]?.[0] !== 0) index.push(a, b, b + sides)
      if (profile[level + 1]?.[0] !== 0) index.push(a, b + sides, a + sides)
    }
  }
  const made = geometry(positions, [], colours, index)
  made.computeVertexNormals()
  return made
}

function geometry(positions: number[], normals: number[], colours: number[], index: number[]): BufferGeometry {
  const made = new BufferGeometry()
  made.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  if (normals.length > 0) made.setAttribute('normal', new BufferAttribute(new Float32Array(normals), 3))
  made.setAttribute('color', new BufferAttribute(new Float32Array(colours), 3))
  made.setIndex(index)
  return made
}

/** Where one copy stands. */
export interface Place {
  readonly at: readonly [x: number, y: number, z: number]
  readonly size: readonly [x: number, y: number, z: number]
  readonly yaw?: number
  readonly colour?: string
}

const lit = (): Material => new MeshLambertMaterial({ vertexColors: true })
export const bright = (): Material => new MeshBasicMaterial({ vertexColors: true })
const helper = new Object3D()
const tint = new Color()

export function copies(shape: BufferGeometry, places: readonly Place[], material: Material = lit()): InstancedMesh {
  const mesh = new InstancedMesh(shape, material, places.length)
  arrange(mesh, places)
  return mesh
}

export function arrange(mesh: InstancedMesh, places: readonly Place[]): InstancedMesh {
  places.forEach((place, i) => {
    helper.position.set(...place.at)
    helper.scale.set(...place.size)
    helper.rotation.set(0, place.yaw ?? 0, 0)
    helper.updateMatrix()
    mesh.setMatrixAt(i, helper.matrix)
    if (place.colour) mesh.setColorAt(i, tint.set(place.colour))
  })
  mesh.frustumCulled = false
  return mesh
}
