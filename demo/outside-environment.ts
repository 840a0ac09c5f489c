/** This process's environment without anybody's settings of a bot: a demo must not meet a real registration or store. */
export function outsideEnvironment(): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PEJLING_|MicrosoftApp|NODE_ENV$|PORT$)/i.test(name))
  // Bot and Playground talk to each other on this machine, never through a proxy.
  return { ...Object.fromEntries(kept), NO_PROXY: 'localhost,127.0.0.1' }
}
