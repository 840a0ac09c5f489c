import { join } from 'node:path'
import { buildManifest } from '../manifest/build-manifest'
import { manifestDir } from '../paths'

/** Builds the package to upload to Teams. @param file where to, instead of beside the manifest. @throws AppError `invalid` naming every missing variable */
export async function manifest(env: NodeJS.ProcessEnv, file: string | undefined): Promise<number> {
  const outFile = file ?? join(manifestDir, 'build', 'pejling.zip')
  const built = await buildManifest({ env, manifestDir, outFile })
  process.stdout.write(`${built.outFile}: version ${built.version}, app ${built.appId}, ${built.files.join(', ')}\n`)
  return 0
}
