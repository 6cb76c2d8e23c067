import { HallMap } from './hall-map.ts'
import { HallTour } from './tour/hall-tour.ts'

export default { elements: { HallMap, HallTour } }
