import { join } from 'node:path'
import { loadProgram } from './load'

const { begin } = loadProgram(join(__dirname, 'lib')).exports as { readonly begin: { main(): Promise<unknown> } }
void begin.main()
