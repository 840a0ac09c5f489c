import { containers } from '../records/containers'
import { containerDefinition } from '../store/cosmos/cosmos-definitions'

/** Prints how each container must be made: what `infra/containers.json` holds for the template, for those who deploy in another way. */
export async function storeDefinitions(): Promise<number> {
  process.stdout.write(`${JSON.stringify(containers.map(containerDefinition), null, 2)}\n`)
  return 0
}
