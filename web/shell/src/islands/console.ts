// The organiser's area: pages that work without script, made faster by it.
import { ApprovalKeys } from './console/approval-keys.ts'
import { DeskFigures } from './console/desk-figures.ts'
import { LookPreview } from './console/look-preview.ts'

export default { elements: { ApprovalKeys, DeskFigures, LookPreview } }
