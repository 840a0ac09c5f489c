import { askButton, type Button, button } from '../kit/button'
import type { AnswerView } from './answer-view'

const examples = { own: ['expectations', 'pitfalls', 'situation'], ours: ['ourExpectations', 'ourPitfalls'] }

/** What goes on from a text of Pejling's own: what it speaks of, at a press, else examples of what to ask. */
export function talkButtons({ answer, texts, locale, support, isForHr, isPersonal }: AnswerView): Button[] {
  const t = (key: string) => texts(locale, key)
  const hr = support.isHrReached && isPersonal ? [button(t('hr.title'), 'hr.write')] : []
  const asks = examples[isPersonal ? 'own' : 'ours'].map((key) => askButton(t(`example.${key}`)))
  const askMe = button(t(isPersonal ? 'answer.askMe' : 'answer.askUs'), 'prompt.request')
  switch (answer.talk) {
    case 'about-privacy':
    case 'about-ai':
      return [button(t('privacy.title'), 'privacy.show'), ...hr]
    case 'about-voluntary':
    case 'about-rhythm':
    case 'about-stop':
      if (!isPersonal) return [button(t('teamRhythm.title'), 'teamRhythm.show')]
      return [button(t('talk.pause'), 'pause.ask'), button(t('talk.stop'), 'pause.stop')]
    case 'about-source':
    case 'outside':
      return [...hr, ...asks]
    case 'about-use':
      return [...asks, askMe]
    case 'hr-campaign':
    case 'hr-report':
    case 'hr-test':
      return isForHr
        ? [button(t('talk.newCampaign'), 'campaign.new'), button(t('talk.campaigns'), 'campaign.list')]
        : hr
    default:
      return asks
  }
}
