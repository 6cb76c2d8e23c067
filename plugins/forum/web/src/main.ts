import { ForumBlocks } from './forum-blocks.ts'
import { ForumMine } from './forum-mine.ts'
import { ForumStars } from './forum-stars.ts'

export default { elements: { ForumBlocks, ForumMine, ForumStars } }
