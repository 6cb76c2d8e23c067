// The moderators' desk of a live room.
import { RoomDesk } from './room-desk/room-desk.ts'

export default { elements: { RoomDesk } }
