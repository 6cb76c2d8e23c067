import { ForumStars } from './forum-stars.ts'

export default { elements: { ForumStars } }
