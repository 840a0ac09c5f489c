import { createServer } from 'node:net'

/** Whether somebody listens on the port: on this machine's own address, or on all of them. */
export async function isTaken(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', undefined]) if (!(await canListen(port, host))) return true
  return false
}

/** The first free port from `first` on. */
export async function freePort(first: number): Promise<number> {
  for (let port = first; port < first + 100; port++) if (!(await isTaken(port))) return port
  throw new Error(`No port is free between ${first} and ${first + 99}`)
}

function canListen(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}
