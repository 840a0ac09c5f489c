import { join } from 'node:path'
import { buildManifest } from '../manifest/build-manifest'
import { manifestDir } from '../paths'

/** Builds the package to upload to Teams. @throws AppError `invalid` naming every missing variable */
export async function manifest(env: NodeJS.ProcessEnv): Promise<number> {
  const outFile = join(manifestDir, 'build', 'pejling.zip')
  const built = await buildManifest({ env, manifestDir, outFile })
  process.stdout.write(`${built.outFile}: version ${built.version}, app ${built.appId}, ${built.files.join(', ')}\n`)
  return 0
}
