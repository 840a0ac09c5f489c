import { z } from 'zod'
import {
  audiencePageSchema,
  audiencePages,
  audienceSchema,
  campaignSchema,
  campaigns,
  recipientSchema,
} from '../../records/campaign'
import { deliveries, deliverySchema } from '../../records/delivery'
import type { Container } from '../../store/store'

// Campaigns' records, of which only what names a person is read. So what a newer version of the program has written into other
// fields keeps nobody from being shown their data or erased.

const campaign = campaignSchema
  .pick({ id: true, name: true, createdBy: true, ownBy: true, approved: true, shownIn: true })
  .extend({ audience: audienceSchema.pick({ people: true }) })
export type NamingCampaign = z.infer<typeof campaign>
export const namingCampaigns: Container<NamingCampaign> = { ...campaigns, schema: campaign }

const audiencePage = audiencePageSchema.pick({ id: true, occasionId: true, campaignId: true }).extend({
  dueAt: z.unknown(),
  closesAt: z.unknown(),
  ttl: z.number().optional(),
  recipients: z.array(recipientSchema.pick({ id: true })),
})
export type NamingPage = z.infer<typeof audiencePage>
export const namingPages: Container<NamingPage> = { ...audiencePages, schema: audiencePage }

const delivery = deliverySchema
  .pick({ id: true, occasionId: true })
  .extend({ state: z.string(), createdAt: z.unknown() })
export type NamingDelivery = z.infer<typeof delivery>
export const namingDeliveries: Container<NamingDelivery> = { ...deliveries, schema: delivery }
