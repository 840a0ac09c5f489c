import { join } from 'node:path'
import { loadProgram } from './load'

// Run once with the Node and the flags that the program will run with, where it will run: in the image, or on the server.
const { exports, keep } = loadProgram(join(__dirname, 'lib'))
const { warm } = exports as { readonly warm: () => Promise<void> }
void warm().then(keep)
