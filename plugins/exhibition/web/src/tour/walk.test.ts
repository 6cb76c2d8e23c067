import { expect, test } from 'vitest'
import { type PlanAnswer, decode } from '../plan.ts'
import { Walk, metres } from '../route.ts'
import { tourWalk } from './walk.ts'

const text = { zh: '甲', en: 'A' }
const answer: PlanAnswer = {
  hall: 'ed-1',
  name: text,
  label: text,
  width: 30,
  height: 20,
  gates: [{ id: 'south', name: text, x: 15, y: 18 }],
  stage: { name: text, x: 12, y: 2, width: 6, height: 2 },
  zones: [{ id: 'z', letter: 'A', name: text, colour: 0, synthetic: false, x: 2, y: 6, width: 26, height: 9 }],
  stands: {
    id: ['b-1', 'b-2'],
    code: ['A-1', 'A-2'],
    nameZh: ['一', '二'],
    nameEn: ['One', 'Two'],
    zone: [0, 0],
    synthetic: [0, 0],
    field: ['', ''],
    showsZh: ['', ''],
    showsEn: ['', ''],
    box: [
      [4, 8, 3, 3],
      [22, 8, 3, 3],
    ],
  },
  vacant: [],
}

test('a tour goes on where the stand before it ends, and leaves out what is not in the hall', () => {
  const plan = decode(answer)
  const grid = new Walk(plan)
  const gate = plan.gates[0]
  if (!gate) throw new Error('no gate')
  const tour = tourWalk(plan, grid, gate, ['b-2', 'nobody', 'b-1'])
  expect(tour?.stops.map(stand => stand.id)).toEqual(['b-2', 'b-1'])
  const way = tour?.way ?? []
  expect(way[0]).toEqual([15, 18])
  expect(metres(way)).toBeGreaterThan(20)
  expect(metres(way)).toBeLessThan(40)
  const [x = 0] = way[way.length - 1] ?? []
  expect(x).toBeLessThan(9)
  expect(tourWalk(plan, grid, gate, ['nobody', ''])).toBeUndefined()
})
