import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isTaken } from './ports'
import type { Program } from './run-program'
import { startBot } from './start-bot'
import { startPlayground } from './start-playground'

// Git-ignored, below the working directory. Kept from one demo to the next; `npm run demo -- --fresh` begins without it.
const folder = resolve('.pejling')
const storeFile = join(folder, 'demo.sqlite')

const usage = `npm run demo [-- --fresh]

The bot and Microsoft's Agents Playground, until Ctrl-C. You are Bente Skovgaard, a leader who has HR access too.

  --fresh                     begin without what the last demo kept in .pejling/demo.sqlite
  PEJLING_PORT                the bot's port (3978)
  PEJLING_PLAYGROUND_PORT     the Playground's port (56150)

Files, such as Excel lists, can be neither sent nor fetched in the Playground.
`

/** The bot and Microsoft's Agents Playground, side by side until Ctrl-C. Either's end is the other's too. */
async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    process.stdout.write(usage)
    return
  }
  const botPort = await portOf('PEJLING_PORT', 3978)
  const port = await portOf('PEJLING_PLAYGROUND_PORT', 56150)
  mkdirSync(folder, { recursive: true })
  if (process.argv.includes('--fresh')) for (const end of ['', '-wal', '-shm']) rmSync(storeFile + end, { force: true })

  const stop = new AbortController()
  let isAskedToStop = false
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => {
      isAskedToStop = true
      stop.abort()
    })
  }
  const programs: Program[] = []
  try {
    const { signal } = stop
    programs.push(await startBot({ port: botPort, storeFile, onOutput: (text) => process.stdout.write(text), signal }))
    programs.push(await startPlayground({ port, botPort, logFile: join(folder, 'playground.log'), signal }))
    process.stdout.write(introduction(port))
    const fault = await Promise.race(
      ['Pejling', 'The Playground'].map(async (name, index) => {
        const complaint = (await programs[index]?.ended)?.complaint
        return `${name} has stopped by itself, so the demo stops too. ${complaint}`
      }),
    )
    if (!isAskedToStop) throw new Error(fault)
  } catch (error) {
    if (!isAskedToStop) throw error
  } finally {
    stop.abort()
    await Promise.all(programs.map((program) => program.ended))
  }
  process.stdout.write('\nStoppet.\n')
}

async function portOf(variable: string, usual: number): Promise<number> {
  const port = Number(process.env[variable] || usual)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`${variable} must be a port number, 1 to 65535.`)
  }
  if (await isTaken(port)) {
    throw new Error(`Port ${port} is taken: stop the program that has it, or set ${variable} to another.`)
  }
  return port
}

function introduction(port: number): string {
  return `
Pejling kører. Åbn http://localhost:${port}

I "Personal Chat": vælg fx Skanderborg og rollen Kontraktholder, og spørg så

    hvad forventes der af mig?
    og faldgruberne?
    jeg ender altid med at løse opgaverne selv
    giv mig et spørgsmål
    mine refleksioner

I kanalen "Ugens refleksion": skriv @Pejling, vælg den på listen, og fortsæt

    giv os et spørgsmål

Bente har også HR-adgang. I "Personal Chat":

    ny kampagne
    kampagner
    årshjul

docs/hr.md fortæller resten. Det, der sendes med "tal med HR", kommer i kanalen "General".

Playground husker ikke samtalen, når siden lukkes; det gør Pejling. Skriv "profil" for at se, hvad der er valgt.
In English: open the address above and write "english" to Pejling.

Ctrl-C stopper begge dele.
`
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message.trim()}\n`)
  process.exitCode = 1
})
