// The hall's page on a phone: it follows the room and sends its forms without leaving.
import { HallLive } from './hall/hall-live.ts'

export default { elements: { HallLive } }
