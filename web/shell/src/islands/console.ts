// The organiser's area: pages that work without script, made faster by it.
import { ApprovalKeys } from './console/approval-keys.ts'
import { DeskFigures } from './console/desk-figures.ts'

export default { elements: { ApprovalKeys, DeskFigures } }
