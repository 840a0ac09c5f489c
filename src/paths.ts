import { join } from 'node:path'

/** The project's folder, whether the program runs from `src` or from `dist`. */
const root = join(__dirname, '..')

export const dataDir = join(root, 'data')
export const cardsDir = join(root, 'cards')
export const manifestDir = join(root, 'manifest')
