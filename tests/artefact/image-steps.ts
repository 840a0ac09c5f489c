import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

interface Stage {
  /** What stands for the stage's file system. */
  readonly folder: string
  workdir: string
  readonly env: Record<string, string>
}

/** What .dockerignore leaves out of the context. */
const ignored = new Set(['.git', 'node_modules', 'dist', 'screenshots', '.env'])

/**
 * Carries out the Dockerfile's steps in a folder, for there is no engine here: what is copied, set and run, each stage in a folder of its
 * own. What is for a file system's root alone (a volume, its owner) is left out and said.
 * @returns the last stage's program folder and its environment
 */
export function runImageSteps(root: string, place: string, say: (line: string) => void) {
  const stages = new Map<string, Stage>()
  let stage: Stage | undefined
  for (const [, instruction = '', rest = ''] of linesOf(root).matchAll(/^([A-Z]+) +(.+)$/gm)) {
    if (instruction === 'FROM') {
      const name = / AS (\w+)/.exec(rest)?.[1] ?? 'last'
      stage = { folder: join(place, name), workdir: '/', env: {} }
      stages.set(name, stage)
      continue
    }
    if (!stage) throw new Error(`${instruction} comes before FROM`)
    const here = join(stage.folder, stage.workdir)
    if (instruction === 'WORKDIR') {
      stage.workdir = rest
      mkdirSync(join(stage.folder, rest), { recursive: true })
    }
    if (instruction === 'ENV') {
      const [name = '', value = ''] = rest.split('=', 1).concat(rest.slice(rest.indexOf('=') + 1))
      stage.env[name] = value.replace(/^"(.*)"$/, '$1')
    }
    if (instruction === 'COPY') {
      const [, from, source = ''] = /^(?:--from=(\w+) )?(\S+) \.$/.exec(rest) ?? []
      const origin = from ? join(stages.get(from)?.folder ?? '', source) : root
      cpSync(origin, here, { recursive: true, filter: (path) => from !== undefined || !ignored.has(basename(path)) })
    }
    if (instruction === 'RUN') {
      if (/ \//.test(rest)) {
        say(`left out, for it changes the root of a file system: RUN ${rest}`)
        continue
      }
      say(`RUN ${rest}`)
      execFileSync('sh', ['-c', rest], {
        cwd: here,
        env: { PATH: process.env.PATH, HOME: process.env.HOME, ...stage.env },
      })
    }
  }
  if (!stage) throw new Error('the Dockerfile has no stage')
  return { folder: join(stage.folder, stage.workdir), env: stage.env }
}

/** With lines that go on joined. */
function linesOf(root: string): string {
  return readFileSync(join(root, 'Dockerfile'), 'utf8').replace(/\\\n\s*/g, '')
}
