import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { web } from './build/paths.mjs'

export default defineConfig({
  root: path.dirname(web),
  resolve: { alias: { '@pavilion/ui': path.join(web, 'kit/src/ui.ts'), lit: path.join(web, 'node_modules/lit') } },
  test: { environment: 'happy-dom', include: ['web/{shell,kit}/src/**/*.test.ts', 'plugins/*/web/src/**/*.test.ts'], cache: false },
})
