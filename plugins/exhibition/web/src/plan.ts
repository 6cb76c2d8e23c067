// The floor of a hall as the API sends it, and as the map uses it.
export interface Text {
  readonly zh: string
  readonly en: string
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Gate {
  readonly id: string
  readonly name: Text
  readonly x: number
  readonly y: number
}

export interface Zone extends Box {
  readonly id: string
  readonly letter: string
  readonly name: Text
  readonly colour: number
  readonly synthetic: boolean
}

/** The answer of /halls/{id}/plan: lists of equal length instead of a list of stands. */
export interface PlanAnswer {
  readonly hall: string
  readonly name: Text
  readonly label: Text
  readonly width: number
  readonly height: number
  readonly gates: readonly Gate[]
  readonly stage: Box & { readonly name: Text }
  readonly zones: readonly Zone[]
  readonly stands: {
    readonly id: readonly string[]
    readonly code: readonly string[]
    readonly nameZh: readonly string[]
    readonly nameEn: readonly string[]
    readonly zone: readonly number[]
    readonly synthetic: readonly number[]
    readonly field: readonly string[]
    readonly showsZh: readonly string[]
    readonly showsEn: readonly string[]
    readonly box: readonly (readonly number[])[]
  }
  readonly vacant: readonly (readonly number[])[]
}

export interface Stand extends Box {
  readonly index: number
  readonly id: string
  readonly code: string
  readonly name: Text
  readonly zone: number
  readonly synthetic: boolean
  /** Id of its first field, or empty. */
  readonly field: string
  /** What stands there: an item or a speciality; may be empty. */
  readonly shows: Text
  /** What a search looks through, lower case. */
  readonly words: string
}

export interface Plan extends Box {
  readonly hall: string
  readonly gates: readonly Gate[]
  readonly stage: Box & { readonly name: Text }
  readonly zones: readonly Zone[]
  readonly stands: readonly Stand[]
  readonly vacant: readonly (Box & { readonly zone: number })[]
}

const box = (b: readonly number[]): Box => ({ x: b[0] ?? 0, y: b[1] ?? 0, width: b[2] ?? 0, height: b[3] ?? 0 })

export function decode(answer: PlanAnswer): Plan {
  const s = answer.stands
  const stands = s.id.map((id, index): Stand => {
    const name = { zh: s.nameZh[index] ?? '', en: s.nameEn[index] ?? '' }
    const code = s.code[index] ?? ''
    const shows = { zh: s.showsZh[index] ?? '', en: s.showsEn[index] ?? '' }
    return {
      ...box(s.box[index] ?? []),
      index,
      id,
      code,
      name,
      zone: s.zone[index] ?? 0,
      synthetic: s.synthetic[index] === 1,
      field: s.field[index] ?? '',
      shows,
      words: `${code} ${name.zh} ${name.en} ${shows.zh} ${shows.en}`.toLowerCase(),
    }
  })
  return {
    x: 0,
    y: 0,
    width: answer.width,
    height: answer.height,
    hall: answer.hall,
    gates: answer.gates,
    stage: answer.stage,
    zones: answer.zones,
    stands,
    vacant: answer.vacant.map(v => ({ ...box(v), zone: v[4] ?? 0 })),
  }
}

/** The stands of a zone (its id, or empty) whose code, name or exhibit contains the words: real ones first, as sent. */
export function filter(plan: Plan, zone: string, words: string): readonly Stand[] {
  const wanted = words.trim().toLowerCase()
  const index = zone ? plan.zones.findIndex(z => z.id === zone) : -1
  return plan.stands.filter(s => (!zone || s.zone === index) && (!wanted || s.words.includes(wanted)))
}

export const inside = (b: Box, x: number, y: number): boolean =>
  x >= b.x && x <= b.x + b.width && y >= b.y && y <= b.y + b.height

export const middle = (b: Box): readonly [number, number] => [b.x + b.width / 2, b.y + b.height / 2]

/** The smallest box around boxes and points. */
export function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map(b => b.x))
  const y = Math.min(...boxes.map(b => b.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map(b => b.x + b.width)) - x,
    height: Math.max(...boxes.map(b => b.y + b.height)) - y,
  }
}
