// Screens of the venue: the code they wait with, and what they show once they are let in.
import { DisplayScreen } from './display/screen.ts'

export default { elements: { DisplayScreen } }
