// The floor: aisles of polished stone, carpets of the zones, soft shadows at the stands, lamps mirrored in it.
import { Mesh, MeshLambertMaterial, PlaneGeometry } from '@pavilion/scene'
import { hueOf, oklch } from '../colour.ts'
import type { Plan } from '../plan.ts'
import { type Look, ceiling, lampStep } from './room.ts'
import { canvas, texture } from './sheets.ts'

const longest = 2048

export function floor(plan: Plan, { dark }: Look): Mesh {
  const scale = longest / Math.max(plan.width, plan.height)
  const { canvas: drawn, pen } = canvas(Math.round(plan.width * scale), Math.round(plan.height * scale))
  pen.scale(scale, scale)
  pen.fillStyle = dark ? '#232b3a' : '#cfcac1'
  pen.fillRect(0, 0, plan.width, plan.height)
  for (const zone of plan.zones) {
    pen.fillStyle = dark ? oklch(0.31, 0.05, hueOf(zone.colour)) : oklch(0.82, 0.055, hueOf(zone.colour))
    pen.beginPath()
    pen.roundRect(zone.x - 1.4, zone.y - 1.4, zone.width + 2.8, zone.height + 2.8, 0.8)
    pen.fill()
    pen.strokeStyle = dark ? oklch(0.42, 0.08, hueOf(zone.colour)) : oklch(0.7, 0.085, hueOf(zone.colour))
    pen.lineWidth = 0.12
    pen.stroke()
  }
  const red = dark ? '#6d2a20' : '#c25443'
  pen.fillStyle = red
  for (const gate of plan.gates) pen.fillRect(gate.x - 2.2, gate.y > plan.height / 2 ? gate.y - 1 : 0, 4.4, 4)
  // One path, blurred once.
  pen.fillStyle = dark ? '#00000073' : '#3a2f2038'
  pen.filter = `blur(${Math.round(scale * 0.45)}px)`
  pen.beginPath()
  for (const b of [...plan.stands, plan.stage]) pen.rect(b.x - 0.15, b.y - 0.15, b.width + 0.3, b.height + 0.3)
  pen.fill()
  pen.filter = 'none'
  const mesh = new Mesh(new PlaneGeometry(plan.width, plan.height), polished(texture(drawn), dark))
  mesh.rotation.x = -Math.PI / 2
  mesh.position.set(plan.width / 2, 0, plan.height / 2)
  return mesh
}

/** Stone with fine joints that mirrors the lamps: their rhythm is known, so the mirror needs no second picture. */
function polished(map: ReturnType<typeof texture>, dark: boolean): MeshLambertMaterial {
  const material = new MeshLambertMaterial({ map })
  const step = `vec2(${lampStep.x}., ${lampStep.z}.)`
  material.onBeforeCompile = shader => {
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', '#include <common>\nvarying vec3 vSpot;')
      .replace('#include <project_vertex>', '#include <project_vertex>\nvSpot = (modelMatrix * vec4(transformed, 1.)).xyz;')
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', '#include <common>\nvarying vec3 vSpot;')
      .replace(
        '#include <opaque_fragment>',
        `vec2 joint = abs(fract(vSpot.xz / 2. + .5) - .5) * 2.;
        vec2 wide = fwidth(vSpot.xz);
        vec2 line = (1. - smoothstep(vec2(0.), wide + .014, joint)) * clamp(.05 / wide, 0., 1.);
        outgoingLight *= 1. - ${dark ? '.22' : '.07'} * max(line.x, line.y);
        vec3 away = normalize(vSpot - cameraPosition);
        float far = ${(ceiling - 0.5).toFixed(1)} / max(.05, -away.y);
        vec2 hit = vSpot.xz + away.xz * far;
        vec2 off = abs(fract(hit / ${step}) - .5) * ${step};
        vec2 soft = vec2(.5 + far * .03);
        vec2 lamp = 1. - smoothstep(vec2(1.8, .28) - soft * .4, vec2(1.8, .28) + soft, off);
        float shine = pow(1. + away.y, 3.) * exp(-far * .012);
        outgoingLight += ${dark ? 'vec3(.42, .52, .72)' : 'vec3(.5, .49, .46)'} * shine * (lamp.x * lamp.y + .12);
        #include <opaque_fragment>`,
      )
  }
  material.customProgramCacheKey = () => `polished ${dark}`
  return material
}
