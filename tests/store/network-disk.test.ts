import { networkDiskOf } from '../../src/store/sqlite/network-disk'

test.each([
  ['NFS', 0x6969],
  ['SMB', 0x517b],
  ['SMB', 0xfe534d42],
  ['SMB', 0xfe534d42 - 2 ** 32],
  ['CIFS', 0xff534d42],
  ['FUSE', 0x65735546],
])('%s (%i) is a network disk', (kind, type) => {
  let asked = ''
  const statfs = (path: string) => {
    asked = path
    return { type }
  }
  expect(networkDiskOf('/mnt/data/pejling.sqlite', statfs)).toBe(kind)
  expect(asked).toBe('/mnt/data')
})

test.each([
  ['ext4', 0xef53],
  ['xfs', 0x58465342],
  ['btrfs', 0x9123683e],
  ['tmpfs', 0x01021994],
  ['overlay', 0x794c7630],
])('%s (%i) is a disk of the machine’s own', (_kind, type) => {
  expect(networkDiskOf('/var/pejling.sqlite', () => ({ type }))).toBeUndefined()
})

test('this machine’s own disk is none, and a system that tells nothing is believed', () => {
  expect(networkDiskOf(`${process.cwd()}/pejling.sqlite`)).toBeUndefined()
  const silent = () => {
    throw new Error('no such call')
  }
  expect(networkDiskOf('/x/y.sqlite', silent)).toBeUndefined()
})
