import { join } from 'node:path'

const root = join(__dirname, '../..')

// What jest puts in the place of `src/paths.ts`.

/** As the build leaves it (tests/support/build-data.js); what is held about the written files reads `writtenData`. */
export const dataDir = process.env.BUILT_DATA ?? join(root, 'data')
export const writtenData = join(root, 'data')
export const cardsDir = join(root, 'cards')
export const manifestDir = join(root, 'manifest')
