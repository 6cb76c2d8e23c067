import { DistanceVote } from './distance-vote.ts'
import { ExhibitViewer } from './exhibit-viewer.ts'

export default { elements: { ExhibitViewer, DistanceVote } }
