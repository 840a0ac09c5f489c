import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Takes messages as fast as it can, in a process of its own. Says `{"port":…}`; asked by GET, when each message came, and forgets it. */
let times: number[] = []
const server = createServer((req, res) => {
  if (req.method === 'GET') {
    res.end(JSON.stringify(times))
    times = []
    return
  }
  req.resume()
  req.on('end', () => {
    times.push(performance.now())
    res.writeHead(201, { 'content-type': 'application/json' })
    res.end(`{"id":"${times.length}"}`)
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: (server.address() as AddressInfo).port })))
