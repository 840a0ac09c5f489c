import { join } from 'node:path'
import { loadProgram } from './load'

const { begin } = loadProgram(join(__dirname, 'lib')).exports as { readonly begin: { cli(): Promise<unknown> } }
void begin.cli()
