import { parseArgs } from 'node:util'
import { loadEnvFile } from './config/load-env-file'
import { settingOf } from './config/setting'
import { AppError, errorCode } from './errors'

/** One operator command. Code is loaded when the command runs, so that `ask` starts without the Teams SDK. */
interface Command {
  readonly summary: string
  /** Its flags, for `--help`. */
  readonly flags?: () => Promise<string>
  readonly run: (args: readonly string[]) => Promise<number>
}

const commands: Readonly<Record<string, Command>> = {
  ask: {
    summary: 'ask [--json] ["question"]   answer a question, or one a line from standard input',
    run: async (args) => {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { json: { type: 'boolean', default: false }, en: { type: 'boolean', default: false } },
      })
      const { ask } = await import('./cli/ask.js')
      const home = settingOf(process.env, 'PEJLING_MUNICIPALITY')
      return ask({
        questions: positionals,
        isJson: values.json,
        locale: values.en ? 'en' : 'da',
        home,
        own: settingOf(process.env, 'PEJLING_DATA'),
      })
    },
  },
  'campaign create': campaign('create', '--name … --time 09:00 --first … [flags]', 'make a draft'),
  'campaign series': campaign(
    'series',
    'NAME --framework … [--from …] --to … [flags]',
    'a ready-made draft: new-in-role, pitfalls, one-area or two-sides',
  ),
  'campaign change': campaign('change', 'ID [flags]', 'change it from its next occasion on'),
  'campaign preview': campaign('preview', 'ID', 'show when and to whom it will be sent'),
  'campaign copy': campaign('copy', 'ID [--name … --first …]', 'make a draft like it'),
  'campaign sample': campaign('sample', 'ID [--number N --who N]', 'a prompt as one of its roles would meet it'),
  'campaign approve': campaign('approve', 'ID --by …', 'approve of questions that HR wrote, where that is asked for'),
  'campaign start': campaign('start', 'ID [--confirm]', 'send it at its times from now on'),
  'campaign pause': campaign('pause', 'ID', 'hold it; what has not left when its hours are over is missed'),
  'campaign resume': campaign('resume', 'ID', 'go on, with what still waits and with its next date'),
  'campaign cancel': campaign('cancel', 'ID', 'end it for good'),
  'campaign delete': campaign('delete', 'ID --by …', 'take away a draft, or one that is over'),
  'campaign status': campaign('status', '[ID]', 'all campaigns, or one with all its occasions'),
  'campaign season': campaign(
    'season',
    '[--role …] [--month …] [--ics FILE] [--page FILE]',
    'what is sent in the next half year',
  ),
  'campaign unreached': campaign('unreached', 'OCCASION [--xlsx FILE]', 'whom it did not reach, as far as HR can help'),
  'campaign deliveries': campaign('deliveries', 'OCCASION [--state …]', 'what became of each recipient'),
  'campaign resend': campaign('resend', 'OCCASION --failed|--unknown|--unreachable', 'send again what did not arrive'),
  'campaign call-back': campaign(
    'call-back',
    'OCCASION',
    'stop a wrong question, and say so on the cards that were sent',
  ),
  'sending status': sending('status', 'which processes send, and whether all is held'),
  'sending pause': sending('pause', 'hold everything that the bot sends by itself'),
  'sending resume': sending('resume', 'let it go on, whatever held it'),
  'person list': person('list', '', 'everybody that Pejling knows'),
  'person show': person('show', 'ID', 'what is known of one, without anything written'),
  'person export': person('export', 'ID FILE --by … --reason …', 'all that is stored, for the person alone'),
  'person erase': person('erase', 'ID --by …', 'erase all, as "slet mine data" does'),
  'person hold': person('hold', 'ID --by … --reason …', 'no prompts, and nothing expires or is erased (GDPR art. 18)'),
  'person release': person('release', 'ID --by …', 'end it'),
  'access list': access('list', '', 'who plans for HR, and for whom'),
  'access give': access('give', 'ID [--unit …] --by …', 'let somebody plan for all leaders, or for some units'),
  'access take': access('take', 'ID --by …', 'end it'),
  'audit list': {
    summary: `${'audit list [--since 2027-01-05]'.padEnd(58)}what was done when and by whom`,
    run: async (args) => (await import('./cli/audit-list.js')).auditList(process.env, args),
  },
  'roster import': {
    summary: `${'roster import FILE [--dry-run] [--leavers --by …]'.padEnd(58)}HR’s list of leaders, Excel or CSV`,
    flags: async () => (await import('./cli/roster-help.js')).rosterHelp,
    run: async (args) => (await import('./cli/roster.js')).rosterCommand(process.env, args),
  },
  roles: list('roles', '[MUNICIPALITY]', 'the roles of each framework, for campaigns and rosters'),
  units: list('units', '', 'the units of the roster, and how many leaders each has'),
  channels: list('channels', '', 'the channels that Pejling is in'),
  prompts: list('prompts', '[MUNICIPALITY]', 'the questions that a campaign can name'),
  people: list('people', '', 'everybody that Pejling knows, and who is not yet in touch'),
  feedback: {
    summary: 'feedback [--json]           what leaders said missed, and why (90 days)',
    run: async (args) => {
      const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } })
      return (await import('./cli/feedback.js')).feedbackCommand(process.env, { isJson: values.json })
    },
  },
  'framework check': {
    summary: 'framework check FILE.yaml   name every fault of a framework, or of a folder for PEJLING_DATA, in Danish',
    run: async (files) => (await import('./cli/framework.js')).frameworkCheck(files),
  },
  'framework schema': {
    summary: 'framework schema            print the JSON schema of a framework',
    run: async () => (await import('./cli/framework.js')).frameworkSchemaPrint(),
  },
  check: {
    summary: 'check                       validate data, texts, cards, manifest and environment',
    run: async () => (await import('./cli/check.js')).check(process.env),
  },
  manifest: {
    summary: 'manifest [FILE.zip]         build the Teams app package from manifest/ and the environment',
    run: async ([file]) => (await import('./cli/manifest.js')).manifest(process.env, file),
  },
  'store definitions': {
    summary: 'store definitions --json    print how each Cosmos DB container must be made, for templates',
    run: async () => (await import('./cli/store-definitions.js')).storeDefinitions(),
  },
  'store backup': {
    summary: 'store backup FILE           copy the SQLite store into a file, while the server runs',
    run: async ([file]) => (await import('./cli/store-backup.js')).storeBackup(process.env, file),
  },
  'store restore': {
    summary: 'store restore FILE          put a backup in its place, when no server runs',
    run: async ([file]) => (await import('./cli/store-backup.js')).storeRestore(process.env, file),
  },
  'store create': {
    summary: 'store create                make the Cosmos DB containers (needs PEJLING_COSMOS_KEY)',
    run: async () => (await import('./cli/store-create.js')).storeCreate(process.env),
  },
}

function access(what: 'list' | 'give' | 'take', flags: string, summary: string): Command {
  return {
    summary: `access ${what} ${flags}`.padEnd(58) + summary,
    run: async (args) => (await import('./cli/access.js')).accessCommand(process.env, what, args),
  }
}

function sending(what: 'status' | 'pause' | 'resume', summary: string): Command {
  return {
    summary: `sending ${what}`.padEnd(58) + summary,
    run: async () => (await import('./cli/sending.js')).sendingCommand(process.env, what),
  }
}

/** What a campaign or a roster can name. */
function list(what: string, args: string, summary: string): Command {
  return {
    summary: `${what} ${args}`.padEnd(58) + summary,
    run: async (rest) => (await import('./cli/lists.js')).listCommand(process.env, what, rest),
  }
}

function person(verb: string, args: string, what: string): Command {
  return {
    summary: `person ${verb} ${args}`.padEnd(58) + what,
    run: async (rest) => {
      const { personCommands } = await import('./cli/person.js')
      const run = personCommands[verb]
      if (!run) throw new AppError('internal', `There is no person ${verb}`)
      return run(process.env, rest)
    },
  }
}

/** A command of HR's, run by the operator; `--json` for programs. */
function campaign(verb: string, args: string, what: string): Command {
  return {
    summary: `campaign ${verb} ${args}`.padEnd(58) + what,
    ...(args.includes('[flags]') && { flags: async () => (await import('./cli/campaign-help.js')).campaignHelp }),
    run: async (rest) => {
      const { campaignCommands } = await import('./cli/campaign.js')
      const run = campaignCommands[verb]
      if (!run) throw new AppError('internal', `There is no campaign ${verb}`)
      return run(process.env, rest)
    },
  }
}

/** The first word of commands that have two. */
const isGroup = (word = '') => Object.keys(commands).some((name) => name.startsWith(`${word} `))

function whatIsWrong(args: readonly string[]): string {
  const [first = '', second] = args
  if (!isGroup(first)) return `There is no command "${first}".`
  if (second !== undefined && !second.startsWith('-')) return `There is no command "${first} ${second}".`
  const seconds = Object.keys(commands).flatMap((name) => (name.startsWith(`${first} `) ? [name.split(' ')[1]] : []))
  return `"${first}" needs a second word: ${seconds.join(', ')}.`
}

const exitCodes = { invalid: 2, forbidden: 3, 'not-found': 4, conflict: 5, unavailable: 6, internal: 70 } as const

async function main(args: readonly string[]): Promise<number> {
  loadEnvFile(process.env)
  const name = Object.keys(commands).find(
    (candidate) => args.slice(0, candidate.split(' ').length).join(' ') === candidate,
  )
  const command = name === undefined ? undefined : commands[name]
  if (!name || !command) {
    const isHelp = args.length === 0 || args[0] === 'help' || args[0] === '--help'
    const out = isHelp ? process.stdout : process.stderr
    if (!isHelp) out.write(`${whatIsWrong(args)}\n`)
    out.write(
      `Usage: pejling <command>   (node dist/cli.js; from the sources: npm run cli -- <command>)\n\n${Object.values(
        commands,
      )
        .map((c) => `  ${c.summary}`)
        .join('\n')}\n`,
    )
    return isHelp ? 0 : 2
  }
  const rest = args.slice(name.split(' ').length)
  if (rest.includes('--help')) {
    process.stdout.write(`${command.summary}\n${(await command.flags?.()) ?? ''}`)
    return 0
  }
  return command.run(rest)
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    // A mistaken flag is the user's to mend; anything unexpected shows its stack, since this is a terminal, not a chat.
    const isUsage =
      error instanceof TypeError && String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS')
    const text = error instanceof AppError || isUsage ? error.message : String((error as Error)?.stack ?? error)
    process.stderr.write(`${text}\n`)
    process.exitCode = isUsage ? 2 : exitCodes[errorCode(error)]
  },
)
