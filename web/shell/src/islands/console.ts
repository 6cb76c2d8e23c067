// The organiser's area: pages that work without script, made faster by it.
import { ApprovalKeys } from './console/approval-keys.ts'

export default { elements: { ApprovalKeys } }
