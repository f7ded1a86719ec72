// A thread that runs from source: it brings the loader for TypeScript, and then becomes what it was started for.
// The compiled product never comes here.
import { register } from 'tsx/esm/api'

register()
await import(process.env.THREAD_MODULE)
