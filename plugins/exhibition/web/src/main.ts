import { HallMap } from './hall-map.ts'

export default { elements: { HallMap } }
