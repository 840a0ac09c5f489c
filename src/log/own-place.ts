import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { join, relative } from 'node:path'

const root = join(__dirname, '..', '..')
/** Beside the bundle, in which all our code is one file. In the sources there is none. */
const bundleMap = `${__filename}.map`
let map: SourceMap | undefined

/**
 * Where a frame of a stack is in our sources (`src/x.ts:12`); undefined where it is not our code. The bundle's map is read when an error
 * first asks for it: at each start that would take longer than all the rest.
 */
export function ownPlace(file: string, line: number, column: number): string | undefined {
  if (existsSync(bundleMap)) return file === __filename ? placeInBundle(line, column) : undefined
  return file.startsWith(root) && !file.includes('node_modules') ? `${relative(root, file)}:${line}` : undefined
}

function placeInBundle(line: number, column: number): string | undefined {
  map ??= new SourceMap(JSON.parse(readFileSync(bundleMap, 'utf8')))
  const entry = map.findEntry(line - 1, column - 1)
  return 'originalSource' in entry
    ? `${entry.originalSource.replace(/^(?:\.\.\/)+/, '')}:${entry.originalLine + 1}`
    : undefined
}
