import { createLog } from '../../src/log/log'
import { createUploadFile, isTrustedUploadUrl } from '../../src/teams/upload-file'
import { createFakeDrive, type FakeDrive } from '../support/fake-drive'

test.each([
  ['https://odder-my.sharepoint.com/personal/ea/_api/v2.0/drive/items/1/uploadSession?guid=1', true],
  ['https://sonderborg.sharepoint.com/x', true],
  ['http://odder-my.sharepoint.com/x', false],
  ['https://sharepoint.com/x', false],
  ['https://odder.sharepoint.com.ond.dk/x', false],
  ['https://ond.dk/odder.sharepoint.com', false],
  ['https://evilsharepoint.com/x', false],
  ['https://a.b.sharepoint.com/x', false],
  ['https://odder.sharepoint.com:8443/x', false],
  ['https://ea:kode@odder.sharepoint.com/x', false],
  ['https://graph.microsoft.com/x', false],
  ['http://127.0.0.1:1/x', false],
  ['file:///etc/passwd', false],
  ['//odder.sharepoint.com/x', false],
  ['', false],
])('in production a file may go to %s: %s', (url, isTrusted) => {
  expect(isTrustedUploadUrl(url, { isLocal: false })).toBe(isTrusted)
})

test.each([
  ['http://127.0.0.1:5000/x', true],
  ['http://localhost:5000/x', true],
  ['http://[::1]:5000/x', true],
  ['https://odder.sharepoint.com/x', false],
  ['http://127.0.0.1.ond.dk/x', false],
  ['http://10.0.0.1/x', false],
])('in local mode a file may go to %s: %s', (url, isTrusted) => {
  expect(isTrustedUploadUrl(url, { isLocal: true })).toBe(isTrusted)
})

describe('an upload', () => {
  let drive: FakeDrive
  let lines = ''
  const log = createLog({
    level: 'info',
    destination: {
      write: (line: string) => {
        lines += line
      },
    },
  })
  beforeEach(async () => {
    lines = ''
    drive = await createFakeDrive()
  })
  afterEach(() => drive.close())
  const bytes = new TextEncoder().encode('en fil')
  const put = (url = drive.url) =>
    createUploadFile({ config: { isLocal: true }, log, timeoutMs: 300 })(url, bytes, 'text/x')

  test('is one PUT of the whole, with its range', async () => {
    expect(await put()).toBe(true)
    expect(drive.uploads).toHaveLength(1)
    const [upload] = drive.uploads
    const { 'content-range': range, 'content-length': length, 'content-type': type } = upload?.headers ?? {}
    expect([upload?.method, range, length, type]).toEqual(['PUT', 'bytes 0-5/6', '6', 'text/x'])
    expect(Buffer.from(upload?.bytes ?? []).toString()).toBe('en fil')
  })

  test.each([[{ status: 500 }], [{ status: 404 }], [{ status: 503 }], ['hang'], ['reset']] as const)(
    'that ends in %j is told as not done, once, and the address stays out of the log',
    async (fault) => {
      drive.fail(fault)
      expect(await put()).toBe(false)
      expect(drive.uploads).toHaveLength(1)
      expect(lines).toContain('file not uploaded')
      expect(lines).not.toContain('hemmelig')
    },
  )

  test('is led nowhere else', async () => {
    const other = await createFakeDrive()
    try {
      drive.fail({ status: 307, location: other.url })
      expect(await put()).toBe(false)
      expect(other.uploads).toEqual([])
    } finally {
      await other.close()
    }
  })

  test('to a port where nobody listens is told as not done', async () => {
    const { url } = drive
    await drive.close()
    expect(await put(url)).toBe(false)
    drive = await createFakeDrive()
  })
})
