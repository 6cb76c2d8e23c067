import { describe, expect, it } from 'vitest'
import { type PlanAnswer, around, decode, filter } from './plan.ts'

const answer: PlanAnswer = {
  hall: 'ed-1',
  name: { zh: '', en: '' },
  label: { zh: '演示布局', en: 'Demo layout' },
  width: 40,
  height: 30,
  gates: [],
  stage: { name: { zh: '主舞台', en: 'Main stage' }, x: 2, y: 2, width: 10, height: 4 },
  zones: [
    { id: 'zone-a', letter: 'A', name: { zh: '智能', en: 'AI' }, colour: 0, synthetic: true, x: 0, y: 8, width: 20, height: 20 },
    { id: 'zone-b', letter: 'B', name: { zh: '芯片', en: 'Chips' }, colour: 1, synthetic: true, x: 20, y: 8, width: 20, height: 20 },
  ],
  stands: {
    id: ['b-001', 'a-001', 'a-002'],
    code: ['B-001', 'A-001', 'A-002'],
    nameZh: ['清华同方', '澜野科技', '珩构工坊'],
    nameEn: ['Tsinghua Tongfang', 'Lanye Technology', 'Henggou Works'],
    zone: [1, 0, 0],
    synthetic: [0, 1, 1],
    field: ['', 'ai', 'ai'],
    showsZh: ['抗菌不锈钢', '', '机器视觉'],
    showsEn: ['Antibacterial steel', '', 'Machine vision'],
    box: [[20, 8, 6, 6], [0, 8, 3, 3], [3, 8, 3, 3]],
  },
  vacant: [[6, 8, 3, 3, 0]],
}

describe('a plan', () => {
  const plan = decode(answer)
  const ids = (zone: string, words: string): string[] => filter(plan, zone, words).map(s => s.id)

  it('keeps the order of the answer, so that real exhibitors stay in front', () => {
    expect(plan.stands.map(s => s.id)).toEqual(['b-001', 'a-001', 'a-002'])
    expect(plan.stands[0]?.synthetic).toBe(false)
    expect(plan.vacant[0]).toMatchObject({ x: 6, width: 3, zone: 0 })
  })

  it('is narrowed by zone, by code, and by name and exhibit in either language', () => {
    expect(ids('', '')).toHaveLength(3)
    expect(ids('zone-a', '')).toEqual(['a-001', 'a-002'])
    expect(ids('', ' b-0 ')).toEqual(['b-001'])
    expect(ids('', '同方')).toEqual(['b-001'])
    expect(ids('', 'WORKS')).toEqual(['a-002'])
    expect(ids('', 'steel')).toEqual(['b-001'])
    expect(ids('', '视觉')).toEqual(['a-002'])
    expect(ids('zone-b', 'works')).toEqual([])
    expect(ids('zone-none', '')).toEqual([])
  })

  it('has a smallest box around stands', () => {
    expect(around(plan.stands)).toEqual({ x: 0, y: 8, width: 26, height: 6 })
  })
})
