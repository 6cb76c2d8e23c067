import {
  ACESFilmicToneMapping,
  Box3,
  DirectionalLight,
  GLTFLoader,
  Group,
  HemisphereLight,
  Mesh,
  type Object3D,
  PMREMGenerator,
  PerspectiveCamera,
  PlaneGeometry,
  RoomEnvironment,
  Scene,
  ShadowMaterial,
  type Texture,
  Vector3,
  WebGLRenderer,
} from '@pavilion/scene'
import { type Orbit, type Point, between, eye, fitted, looking, nearer, turned } from './orbit.ts'

/** A place of the model that the tour stops at. */
export interface Spot {
  readonly id: string
  readonly point: Point
  readonly camera: Point
}

/** Where a spot is on the canvas in CSS pixels; behind means the model hides it. */
export interface Seen {
  readonly x: number
  readonly y: number
  readonly behind: boolean
}

export interface Watcher {
  /** After every drawn picture. */
  drawn(seen: readonly Seen[]): void
  lost(): void
}

const flightMs = 1100
const slowMs = 55

/** One model in its light, drawn only when something changed. Throws when the browser has no WebGL. */
export class Stage {
  readonly #renderer: WebGLRenderer
  readonly #scene = new Scene()
  readonly #camera = new PerspectiveCamera(32, 1, 0.1, 60)
  readonly #watcher: Watcher
  readonly #leave = new AbortController()
  readonly #view = new Vector3()
  readonly #pivot = new Vector3()
  #environment: Texture | undefined
  #spots: readonly Spot[] = []
  #home: Orbit = looking([4, 3, 6], [0, 1.7, 0])
  #orbit: Orbit = this.#home
  #flight: { from: Orbit; to: Orbit; began: number } | undefined
  #frame = 0
  #visible = true
  #width = 1
  #height = 1
  #density = Math.min(2, devicePixelRatio)
  #slow = 0
  #last = 0
  #touched = false

  constructor(canvas: HTMLCanvasElement, watcher: Watcher) {
    this.#watcher = watcher
    // Asked for here, because the renderer writes an error to the console where there is none.
    const context = canvas.getContext('webgl2', { antialias: true, alpha: true, powerPreference: 'low-power' })
    if (!context) throw new Error('this browser has no WebGL')
    this.#renderer = new WebGLRenderer({ canvas, context })
    this.#renderer.toneMapping = ACESFilmicToneMapping
    this.#renderer.toneMappingExposure = 1.05
    this.#renderer.shadowMap.enabled = true
    this.#renderer.shadowMap.autoUpdate = false
    canvas.addEventListener(
      'webglcontextlost',
      event => {
        event.preventDefault()
        watcher.lost()
      },
      { signal: this.#leave.signal },
    )
    document.addEventListener('visibilitychange', () => this.show(this.#visible), { signal: this.#leave.signal })
    this.#light()
  }

  #light(): void {
    const room = new RoomEnvironment()
    const maker = new PMREMGenerator(this.#renderer)
    this.#environment = maker.fromScene(room, 0.04).texture
    maker.dispose()
    room.dispose()
    this.#scene.environment = this.#environment
    this.#scene.environmentIntensity = 0.5
    const key = new DirectionalLight('#ffeed8', 2.5)
    key.position.set(4.4, 7, 3.6)
    key.castShadow = true
    key.shadow.mapSize.set(2048, 2048)
    key.shadow.radius = 5
    key.shadow.bias = -0.0004
    key.shadow.normalBias = 0.02
    Object.assign(key.shadow.camera, { left: -3.4, right: 3.4, top: 3.6, bottom: -3.2, near: 1, far: 18 })
    const rim = new DirectionalLight('#8fbcff', 1.7)
    rim.position.set(-5, 2.6, -4.6)
    const fill = new DirectionalLight('#ffd9c2', 0.4)
    fill.position.set(-4, 1, 5)
    const ground = new Mesh(new PlaneGeometry(14, 14), new ShadowMaterial({ opacity: 0.5 }))
    ground.rotation.x = -Math.PI / 2
    ground.position.y = 0.002
    ground.receiveShadow = true
    this.#scene.add(key, rim, fill, new HemisphereLight('#a8c6ff', '#1b1420', 0.45), ground)
  }

  /** Puts the model on stage; its spots, in order, are what the tour can stop at. */
  async load(url: string, signal: AbortSignal): Promise<readonly Spot[]> {
    const answer = await fetch(url, { signal })
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
    const { scene, scenes } = await new GLTFLoader().parseAsync(await answer.arrayBuffer(), '')
    if (this.#leave.signal.aborted) return []
    const found: { order: number; spot: Spot }[] = []
    scene.traverse(each => {
      const { spot, order, camera } = each.userData as { spot?: string; order?: number; camera?: Point }
      if (spot && camera) {
        const at = each.getWorldPosition(new Vector3())
        found.push({ order: order ?? 0, spot: { id: spot, point: [at.x, at.y, at.z], camera } })
      }
      if (solid(each)) {
        each.castShadow = true
        each.receiveShadow = true
      }
    })
    const model = new Group()
    model.add(scene)
    this.#scene.add(model)
    const view = (scenes[0]?.userData as { view?: { target: Point; camera: Point } } | undefined)?.view
    const middle = new Box3().setFromObject(model).getCenter(this.#pivot)
    this.#home = view ? looking(view.camera, view.target) : looking([middle.x + 4, middle.y + 2, middle.z + 6], [middle.x, middle.y, middle.z])
    this.#spots = found.toSorted((a, b) => a.order - b.order).map(each => each.spot)
    this.#renderer.shadowMap.needsUpdate = true
    this.#orbit = fitted(this.#home, this.#camera.aspect)
    return this.#spots
  }

  /** A first turn into the light, unless motion is unwelcome. */
  enter(calm: boolean): void {
    if (calm) this.dirty()
    else {
      this.#orbit = nearer(turned(this.#orbit, 0.9, 0.12), 0.86)
      this.fly(undefined, false)
    }
  }

  /** Flies to a spot, or back to where the whole model is seen. */
  fly(spot: Spot | undefined, calm: boolean): void {
    const to = fitted(spot ? this.#towards(spot) : this.#home, this.#camera.aspect)
    this.#touched = spot !== undefined
    if (calm) {
      this.#flight = undefined
      this.#orbit = to
    } else this.#flight = { from: this.#orbit, to, began: performance.now() }
    this.dirty()
  }

  /** Looks at the spot and a little past it, so that it keeps its surroundings. */
  #towards({ point, camera }: Spot): Orbit {
    const home = this.#home.target
    const mix = (k: 0 | 1 | 2): number => point[k] * 0.78 + home[k] * 0.22
    return looking(camera, [mix(0), mix(1), mix(2)])
  }

  turn(yaw: number, pitch: number): void {
    this.#take(turned(this.#orbit, yaw, pitch))
  }

  zoom(factor: number): void {
    this.#take(nearer(this.#orbit, factor))
  }

  #take(orbit: Orbit): void {
    this.#flight = undefined
    this.#touched = true
    this.#orbit = orbit
    this.dirty()
  }

  resize(width: number, height: number): void {
    if (width === 0 || height === 0) return
    this.#width = width
    this.#height = height
    this.#camera.aspect = width / height
    this.#camera.updateProjectionMatrix()
    if (!this.#touched && !this.#flight) this.#orbit = fitted(this.#home, this.#camera.aspect)
    this.#renderer.setPixelRatio(this.#density)
    this.#renderer.setSize(width, height, false)
    this.dirty()
  }

  /** Off screen nothing is drawn. */
  show(visible: boolean): void {
    this.#visible = visible
    this.dirty()
  }

  dirty(): void {
    if (this.#frame === 0 && this.#visible && !document.hidden && !this.#leave.signal.aborted) {
      this.#frame = requestAnimationFrame(now => this.#draw(now))
    }
  }

  #draw(now: number): void {
    this.#frame = 0
    if (this.#flight) {
      const { from, to, began } = this.#flight
      const part = Math.min(1, Math.max(0, (now - began) / flightMs))
      this.#orbit = between(from, to, part)
      if (part >= 1) this.#flight = undefined
      this.#pace(now)
    }
    const [x, y, z] = eye(this.#orbit)
    this.#camera.position.set(x, y, z)
    this.#camera.lookAt(...this.#orbit.target)
    this.#renderer.render(this.#scene, this.#camera)
    this.#watcher.drawn(this.#spots.map(spot => this.#seen(spot)))
    if (this.#flight) this.dirty()
    else this.#last = 0
  }

  /** Half the pixels when the machine cannot keep up. */
  #pace(now: number): void {
    const late = this.#last > 0 && now - this.#last > slowMs
    this.#last = now
    this.#slow = late ? this.#slow + 1 : 0
    if (this.#slow < 3 || this.#density <= 0.5) return
    this.#slow = 0
    this.#density = Math.max(0.5, this.#density / 2)
    this.#renderer.setPixelRatio(this.#density)
  }

  #seen({ point }: Spot): Seen {
    const [x, y, z] = point
    const target = this.#orbit.target
    const away = (x - this.#home.target[0]) * (this.#camera.position.x - target[0]) + (z - this.#home.target[2]) * (this.#camera.position.z - target[2])
    const reach = Math.hypot(x - this.#home.target[0], z - this.#home.target[2]) * Math.hypot(this.#camera.position.x - target[0], this.#camera.position.z - target[2])
    this.#view.set(x, y, z).project(this.#camera)
    return { x: (this.#view.x * 0.5 + 0.5) * this.#width, y: (-this.#view.y * 0.5 + 0.5) * this.#height, behind: reach > 0.15 && away / reach < -0.35 }
  }

  /** Gives everything back: buffers, textures, and the context itself. */
  dispose(): void {
    this.#leave.abort()
    cancelAnimationFrame(this.#frame)
    this.#scene.traverse(each => {
      if (each instanceof Mesh) {
        each.geometry.dispose()
        for (const material of [each.material].flat()) material.dispose()
      }
      if (each instanceof DirectionalLight) each.dispose()
    })
    this.#environment?.dispose()
    this.#renderer.dispose()
    this.#renderer.forceContextLoss()
  }
}

/** Glass and lamps cast no shadow. */
function solid(each: Object3D): boolean {
  if (!(each instanceof Mesh)) return false
  return [each.material].flat().every(material => !material.transparent && !['warm', 'cool'].includes(material.name))
}
