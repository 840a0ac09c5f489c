import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { campaignCard } from '../../src/cards/campaign/campaign-card'
import { confirmCancelCard, confirmStartCard } from '../../src/cards/campaign/campaign-confirm-card'
import { campaignFormCard } from '../../src/cards/campaign/campaign-form-card'
import { campaignListCard } from '../../src/cards/campaign/campaign-list-card'
import { campaignPreviewCard } from '../../src/cards/campaign/campaign-preview-card'
import { campaignResendCard } from '../../src/cards/campaign/campaign-resend-card'
import { notice } from '../../src/cards/kit/notice-card'
import type { Reader } from '../../src/cards/kit/reader'
import type { CardContent } from '../../src/cards/kit/render'
import { hrDeskCard } from '../../src/cards/leader/hr-desk-card'
import { hrAnswerCard, hrFormCard, hrPreviewCard, hrStateCard } from '../../src/cards/leader/hr-request-card'
import { pauseChoiceCard, stoppedCard } from '../../src/cards/leader/pause-card'
import { personalDataCard } from '../../src/cards/leader/personal-data-card'
import { eraseCard, privacyCard } from '../../src/cards/leader/privacy-card'
import { profileCard } from '../../src/cards/leader/profile-card'
import { welcomeCard } from '../../src/cards/leader/welcome-card'
import { hrRequestSchema } from '../../src/records/hr-request'
import { locales } from '../../src/texts'
import { campaign, channel, counts, form, nowMs, occasion, preview } from '../cards/campaign/sample-campaigns'
import { cards, readerIn } from '../cards/sample-cards'
import { openGallery } from './card-gallery'

// Pictures of what is mostly text, dark and narrow, in both languages: `npx tsx tests/support/shoot-texts.ts [folder]`.

const at = '2026-11-20T13:05:00.000Z'
const processing = {
  legalBasis: '',
  processors: '',
  archive: '',
  contact: '',
  controller: '',
  dpo: '',
  retentionMonths: 18,
  profileMonths: 24,
}
const request = hrRequestSchema.parse({
  id: 'h',
  tenantId: 't',
  leaderId: 'ea',
  name: 'Ea Holm',
  text: 'Må jeg ringe til jer i morgen?',
  state: 'taken',
  delivery: 'sent',
  sendingSince: at,
  handlerId: 'bo',
  handlerName: 'Bo Lund',
  createdAt: at,
  answers: [{ at, text: 'Ja, ring efter kl. 9.', delivery: 'sent' }],
})
const running = campaign({ state: 'running', name: 'Ugens spørgsmål' })
const status = {
  campaign: running,
  nextSendAt: at,
  occasions: [
    {
      occasion: occasion('2026-11-24'),
      counts: counts({ sent: 120, failed: 2, unknown: 3, missed: 1 }),
      away: 0,
      remindedLeaders: 0,
    },
  ],
}

const shots = (reader: Reader): Readonly<Record<string, CardContent>> => ({
  welcome: welcomeCard({ ...reader, processing }),
  profile: profileCard({ ...reader, framework: 'skanderborg', role: 'kontraktholder', municipality: null }),
  pause: pauseChoiceCard(reader),
  stopped: stoppedCard(reader),
  privacy: privacyCard({ ...reader, processing, isPersonal: true, hasHelpDesk: true }),
  data: personalDataCard(reader, 'text', 1, 3),
  erase: eraseCard({ ...reader, reflections: 8, messages: 0, answers: 1 }),
  erased: notice(reader, 'dataErased'),
  'hr-form': hrFormCard(reader),
  'hr-preview': hrPreviewCard(reader, request),
  'hr-state': hrStateCard(reader, request),
  'hr-answer': hrAnswerCard(reader, request, 0),
  'hr-desk': hrDeskCard(reader, request),
  'campaign-list': campaignListCard({
    ...reader,
    campaigns: [{ campaign: running, nextSendAt: at, last: status.occasions[0] ?? null, approval: 'none' }],
    page: 0,
    pages: 1,
    nowMs,
  }),
  ...Object.fromEntries(
    (['automatic', 'areas', 'chosen', 'own'] as const).flatMap((plan) =>
      (plan === 'automatic' ? (['who', 'what', 'when'] as const) : (['which'] as const)).map((step) => [
        plan === 'automatic' ? `campaign-form-${step}` : `campaign-form-${plan}`,
        campaignFormCard({
          ...reader,
          campaignId: 'c',
          isNew: true,
          step,
          form: {
            ...form,
            framework: 'skanderborg',
            plan,
            prompts: reader.library.prompts.slice(0, 2).map(({ id }) => id),
          },
          channels: [channel(1)],
          units: ['Børn og unge', 'Skole, nord'],
          ...(plan === 'chosen' && {
            bank: {
              roles: [{ title: reader.texts(reader.locale, 'campaignForm.bankRole.all'), value: 'all' }],
              role: 'all',
              areas: [{ title: reader.texts(reader.locale, 'campaignForm.bankArea.all'), value: 'all' }],
              area: 'all',
              page: reader.library.prompts.slice(1, 7),
              number: 0,
              pages: 4,
            },
          }),
        }),
      ]),
    ),
  ),
  'campaign-preview': campaignPreviewCard({ ...reader, campaign: campaign(), preview, nowMs }),
  campaign: campaignCard({ ...reader, nowMs, status }),
  'campaign-resend': campaignResendCard({ ...reader, nowMs, status }),
  'campaign-start': confirmStartCard(reader, 'c', preview),
  'campaign-cancel': confirmCancelCard(reader, running),
})

async function main(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const gallery = await openGallery()
  for (const locale of locales)
    for (const [name, content] of Object.entries(shots(readerIn(locale))))
      await gallery.shoot(
        { card: cards.render(content).card, theme: 'dark', width: 360 },
        join(folder, `${name}-${locale}.png`),
      )
  await gallery.close()
}

void main(process.argv[2] ?? join(tmpdir(), 'text-shots'))
