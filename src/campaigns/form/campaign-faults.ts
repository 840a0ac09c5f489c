import type { Services } from '../../caller/context'
import type { Saying } from '../../errors'
import { allLeaders, levels } from '../../framework/schema'
import { isGuid } from '../../guid'
import { channels } from '../../records/channel'
import { meansLeaders } from '../audience/is-meant'
import type { CampaignInput } from './campaign-input'
import { recurrenceFaults } from './recurrence-faults'

const idForm = /^c[a-z0-9]{12}$/
const longestName = 80
const longestQuestion = 500
const mostPeople = 2000
const channelForm = /^[\w:.@=-]{1,255}$/

/** Everything in a form that keeps it from being saved, each with the key of the sentence that names the field. */
export async function campaignFaults(services: Services, input: CampaignInput): Promise<readonly Saying[]> {
  const { id, name, reminder } = input
  const isReminder = [1, 2, 3, 4, 5, 6].includes(reminder.afterDays) && [0, 1, 2].includes(reminder.most)
  return [
    ...(id !== undefined && !idForm.test(id) ? [{ key: 'campaign.fault.id' }] : []),
    ...(name === '' || name.length > longestName
      ? [{ key: 'campaign.fault.name', params: { most: longestName } }]
      : []),
    ...audienceFaults(services, input.audience),
    ...(await channelFaults(services, input.audience.channels)),
    ...promptFaults(services, input.prompts),
    ...recurrenceFaults(input, services.config.timeZone),
    ...(isReminder ? [] : [{ key: 'campaign.fault.reminder' }]),
  ]
}

function audienceFaults({ knowledge, config }: Services, audience: CampaignInput['audience']): readonly Saying[] {
  const { library } = knowledge
  const { frameworks, roles, people } = audience
  const known = frameworks.flatMap((slug) => library.framework(slug) ?? [])
  const within = known.length > 0 ? known : library.frameworks
  const hasRole = (role: string) => within.some((framework) => framework.roles.some(({ slug }) => slug === role))
  const isEmpty = !meansLeaders({ ...audience }) && people.length === 0 && audience.channels.length === 0
  return [
    ...frameworks
      .filter((slug) => !library.framework(slug))
      .map((framework) => ({ key: 'campaign.fault.framework', params: { framework } })),
    ...roles
      .filter((role) => role !== allLeaders && !hasRole(role))
      .map((role) => ({ key: 'campaign.fault.role', params: { role } })),
    ...audience.levels
      .filter((level) => !levels.some((known) => known === level))
      .map((level) => ({ key: 'campaign.fault.level', params: { level, levels: levels.join(', ') } })),
    ...people
      // People in Microsoft's Playground have ids of another form.
      .filter((id) => !(config.isLocal ? /^[\w-]{1,64}$/.test(id) : isGuid(id)))
      .map((person) => ({ key: 'campaign.fault.person', params: { person } })),
    ...(people.length > mostPeople ? [{ key: 'campaign.fault.people', params: { most: mostPeople } }] : []),
    ...(isEmpty ? [{ key: 'campaign.fault.audienceEmpty' }] : []),
  ]
}

async function channelFaults({ store, config }: Services, ids: readonly string[]): Promise<readonly Saying[]> {
  // A text that can be no id is not looked up.
  if (ids.some((id) => !channelForm.test(id))) return [{ key: 'campaign.fault.channel' }]
  const found = await Promise.all(ids.map((id) => store.get(channels, config.tenantId, id)))
  const isMissing = found.some((channel) => !channel || channel.document.removedAt !== null)
  return isMissing ? [{ key: 'campaign.fault.channel' }] : []
}

function promptFaults({ knowledge }: Services, prompts: CampaignInput['prompts']): readonly Saying[] {
  const { library } = knowledge
  switch (prompts.kind) {
    case 'automatic':
      return []
    case 'areas': {
      const known = new Set(library.frameworks.flatMap(({ areas }) => areas.map(({ slug }) => slug)))
      const unknown = prompts.areas.filter((area) => !known.has(area))
      if (prompts.areas.length === 0) return [{ key: 'campaign.fault.areas' }]
      return unknown.map((area) => ({ key: 'campaign.fault.area', params: { area } }))
    }
    case 'chosen': {
      const gone = prompts.promptIds.filter((id) => !library.prompt(id))
      if (prompts.promptIds.length === 0) return [{ key: 'campaign.fault.prompts' }]
      return gone.map((prompt) => ({ key: 'campaign.fault.prompt', params: { prompt } }))
    }
    case 'own': {
      const { length } = prompts.question
      return length > 0 && length <= longestQuestion
        ? []
        : [{ key: 'campaign.fault.question', params: { most: longestQuestion } }]
    }
  }
}
