const { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } = require('node:fs')
const { dirname } = require('node:path')

/**
 * Makes a folder unless it is there. Another run may make the same at the same time: whoever is done first has done it for both.
 * @param make fills the folder it is given, which then takes its place
 */
module.exports = function madeOnce(kept, make) {
  if (existsSync(kept)) return
  mkdirSync(dirname(kept), { recursive: true })
  const folder = mkdtempSync(`${kept}-`)
  make(folder)
  try {
    renameSync(folder, kept)
  } catch (error) {
    rmSync(folder, { recursive: true })
    if (!existsSync(kept)) throw error
  }
}
