// The reading thread when it runs from source, under tsx or vitest: a thread does not take over its
// parent's loader. The compiled product starts `reading-thread.js` itself and never comes here.
import { register } from 'tsx/esm/api'

register()
await import('./reading-thread.ts')
