// Everything that is drawn, built from the plan and thrown away as a whole.
import { Color, Fog, InstancedMesh, type Material, Mesh, MeshBasicMaterial, MeshLambertMaterial, Scene } from '@pavilion/scene'
import type { Plan } from '../plan.ts'
import type { Front } from './fronts.ts'
import { NearPanels } from './near.ts'
import { type Look, room } from './room.ts'
import { stands } from './stands.ts'
import { WayMarks } from './way.ts'

export class World {
  readonly scene = new Scene()
  readonly near: NearPanels
  readonly way: WayMarks

  constructor(plan: Plan, fronts: readonly Front[], look: Look, brand: string) {
    const air = look.dark ? '#0d1420' : '#e4e8ec'
    this.scene.background = new Color(air)
    this.scene.fog = new Fog(air, 28, look.dark ? 105 : 120)
    const built = stands(plan, fronts, look.locale, look.dark, look.font)
    this.near = new NearPanels(plan, fronts, built, look.locale, look.font)
    this.way = new WayMarks(brand)
    this.scene.add(room(plan, look), built.group, this.near.group, this.way.group)
  }

  dispose(): void {
    this.scene.traverse(each => {
      if (!(each instanceof Mesh)) return
      if (each instanceof InstancedMesh) each.dispose()
      each.geometry.dispose()
      for (const material of [each.material].flat() as Material[]) {
        if (material instanceof MeshBasicMaterial || material instanceof MeshLambertMaterial) material.map?.dispose()
        material.dispose()
      }
    })
  }
}
