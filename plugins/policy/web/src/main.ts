import { PolicyCalculator } from './policy-calculator.ts'

export default { elements: { PolicyCalculator } }
