import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'

/** As Linux numbers them (statfs(2)). FUSE and 9p are mostly a share or another machine's disk. */
const kinds: Readonly<Record<number, string>> = {
  26985: 'NFS',
  20859: 'SMB',
  4266872130: 'SMB',
  4283649346: 'CIFS',
  1702057286: 'FUSE',
  16914839: '9p',
  1397113167: 'AFS',
  12805120: 'Ceph',
}

/**
 * Which network file system a database lies on, where its locks may not hold and two servers would write over each other; undefined for a
 * disk of the machine's own, and where the system does not tell.
 */
export function networkDiskOf(
  file: string,
  statfs: (path: string) => { readonly type: number } = statfsSync,
): string | undefined {
  try {
    // Some systems give the number with its sign.
    return kinds[statfs(dirname(file)).type >>> 0]
  } catch {
    return undefined
  }
}
