import type { Services } from '../../caller/context'
import type { Saying } from '../../errors'
import { allLeaders, levels } from '../../framework/schema'
import { isGuid } from '../../guid'
import type { Campaign } from '../../records/campaign'
import { channels } from '../../records/channel'
import { meansLeaders } from '../audience/is-meant'
import { freeName, isTaken, longestName, namesTaken } from '../kept/campaign-names'
import type { CampaignInput } from './campaign-input'
import { recurrenceFaults } from './recurrence-faults'

const idForm = /^c[a-z0-9]{12}$/
const longestQuestion = 500
/** Half a year of them, and so many fit a message beside the form they were typed in. */
const mostQuestions = 26
const mostOccasionsEach = 26
const mostPeople = 2000
const channelForm = /^[\w:.@=-]{1,255}$/

/**
 * Everything in a form that keeps it from being saved, each with the key of the sentence that names the field.
 * @param before the campaign that is changed; undefined: a new one
 */
export async function campaignFaults(
  services: Services,
  input: CampaignInput,
  before?: Pick<Campaign, 'id' | 'name'>,
): Promise<readonly Saying[]> {
  const { id, name, reminder } = input
  const isReminder = [1, 2, 3, 4, 5, 6].includes(reminder.afterDays) && [0, 1, 2].includes(reminder.most)
  return [
    ...(id !== undefined && !idForm.test(id) ? [{ key: 'campaign.fault.id' }] : []),
    ...(name === '' || name.length > longestName
      ? [{ key: 'campaign.fault.name', params: { most: longestName } }]
      : []),
    ...(await nameFaults(services, input, before)),
    ...audienceFaults(services, input.audience),
    ...(await channelFaults(services, input.audience.channels)),
    ...promptFaults(services, input.prompts),
    ...recurrenceFaults(input, services.config.timeZone),
    ...(isReminder ? [] : [{ key: 'campaign.fault.reminder' }]),
  ]
}

/** Two of a name cannot be told apart in a list. One that has its name already may keep it. */
async function nameFaults(
  services: Services,
  { id, name }: CampaignInput,
  before: Pick<Campaign, 'id' | 'name'> | undefined,
): Promise<readonly Saying[]> {
  if (name === '' || name.length > longestName || before?.name === name) return []
  const names = await namesTaken(services, before?.id ?? id)
  return isTaken(names, name)
    ? [{ key: 'campaign.fault.nameTaken', params: { name, free: freeName(names, name) } }]
    : []
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
  const goneFaults = (ids: readonly string[]) =>
    ids.filter((id) => !library.prompt(id)).map((prompt) => ({ key: 'campaign.fault.prompt', params: { prompt } }))
  switch (prompts.kind) {
    case 'automatic':
    case 'pitfalls':
      return []
    case 'areas': {
      const known = new Set(library.frameworks.flatMap(({ areas }) => areas.map(({ slug }) => slug)))
      const unknown = prompts.areas.filter((area) => !known.has(area))
      const { occasionsEach = 1 } = prompts
      if (prompts.areas.length === 0) return [{ key: 'campaign.fault.areas' }]
      return [
        ...unknown.map((area) => ({ key: 'campaign.fault.area', params: { area } })),
        ...(Number.isInteger(occasionsEach) && occasionsEach >= 1 && occasionsEach <= mostOccasionsEach
          ? []
          : [{ key: 'campaign.fault.occasionsEach', params: { most: mostOccasionsEach } }]),
      ]
    }
    case 'chosen':
      return prompts.promptIds.length === 0 ? [{ key: 'campaign.fault.prompts' }] : goneFaults(prompts.promptIds)
    case 'byRole':
      return prompts.turns.length === 0
        ? [{ key: 'campaign.fault.prompts' }]
        : goneFaults(prompts.turns.flatMap((turn) => Object.values(turn)))
    case 'own':
      return ownFaults([prompts, ...(prompts.more ?? [])])
  }
}

/** Of a list each fault names its question by number; of a single one there is nothing to tell it from. */
function ownFaults(questions: readonly { readonly question: string; readonly en?: string | undefined }[]): Saying[] {
  const fits = (text: string) => text.length > 0 && text.length <= longestQuestion
  const most = longestQuestion
  if (questions.length > mostQuestions)
    return [{ key: 'campaign.fault.questionCount', params: { most: mostQuestions, n: questions.length } }]
  return questions.flatMap(({ question, en = question }, at): Saying[] => {
    if (fits(question) && fits(en)) return []
    const [number, isAlone] = [at + 1, questions.length === 1]
    return isAlone
      ? [{ key: 'campaign.fault.question', params: { most } }]
      : [{ key: 'campaign.fault.questionAt', params: { number, most } }]
  })
}
