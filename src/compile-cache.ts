import * as nodeModule from 'node:module'

// From Node 22.8 on, code compiled at one start is kept for the next, in the system's folder for temporary files: a fifth
// less work until the first answer. Must come before what it is to cache. Node itself falls back where it cannot write.
const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: () => unknown }
enableCompileCache?.()
