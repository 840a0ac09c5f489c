// Runs after `npm install` in a checkout. Where only what runs is installed there is nothing to build with: that is no fault.
const { spawnSync } = require('node:child_process')
const { join } = require('node:path')

function command() {
  try {
    require.resolve('esbuild')
    return require.resolve('tsx/cli')
  } catch {
    return undefined
  }
}

const tsx = command()
if (tsx) process.exitCode = spawnSync(process.execPath, [tsx, join(__dirname, 'build.ts')], { stdio: 'inherit' }).status ?? 1
else console.log('Pejling is not built here, since what it is built with is not installed. Build it elsewhere (npm ci) and bring dist/.')
