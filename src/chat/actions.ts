import { z } from 'zod'
import { campaignIdInput } from '../campaigns/form/campaign-input'
import { callBackInput } from '../campaigns/verbs/call-back'
import { unreachedInput } from '../campaigns/verbs/list-unreached'
import { resendInput } from '../campaigns/verbs/resend-deliveries'
import { sampleInput } from '../campaigns/verbs/sample-prompt'
import { seasonInput } from '../campaigns/verbs/show-season'
import type { Verb } from '../cards/kit/button'
import { lookAgainInput, outcomeInput } from '../channels/agreements'
import { channelAnswerInput, discussionInput, ownAnswerInput } from '../channels/answer-in-channel'
import { agreeInput } from '../channels/end-discussion'
import { placeFrameworkInput, placeInput } from '../channels/place'
import { AppError } from '../errors'
import { feedbackIdInput, missQuestionInput } from '../feedback/miss-question'
import { aboutInput, missInput } from '../feedback/note-miss'
import { findPeopleInput } from '../hr-access/find-people'
import { personInput } from '../hr-access/give-hr-access'
import { answerRequestInput, resendAnswerInput } from '../hr-requests/answer-requests'
import { requestIdInput, requestTextInput, sendRequestInput } from '../hr-requests/send-request'
import { reflectionIdInput } from '../journal/change-reflection'
import { listInput } from '../journal/list-reflections'
import { waitingInput } from '../journal/list-waiting'
import { chosenInput, periodInput } from '../journal/prepare-lus'
import { answerInput } from '../journal/save-reflection'
import { searchInput } from '../journal/search-reflections'
import { channelInput, shareInput } from '../journal/share-reflection'
import { scaleSeriesInput } from '../journal/show-scale'
import { withdrawInput } from '../journal/withdraw-reflection'
import { pauseInput } from '../people/pause-prompts'
import { draftIdInput } from '../people/roster/roster-draft'
import { profileInput } from '../people/save-profile'
import { promptRequestInput } from '../prompts/request-prompt'
import { rhythmInput } from '../prompts/rhythm'
import { askFrameworks, mostTyped } from './ask-frameworks'
import { changeReading, readAsInput } from './change-reading'
import { choosePlace, choosePlaceGroup, keepPlace } from './channel/choose-place'
import { askEnd, endTalk, goOnTalking, keepAgreement } from './channel/end-talk'
import { askAgainLater, sayOutcome } from './channel/follow-agreement'
import { takeAnother } from './channel/open-talk'
import { changeAnswer, editAnswer, leaveAnswer, removeAnswer } from './channel/own-answer'
import { postInThread } from './channel/post-in-thread'
import { answerAgain, answerRequest, closeRequest, takeRequest } from './hr/answer-leader'
import {
  askCallBack,
  askCancel,
  askResend,
  callBackNow,
  cancelNow,
  pageInput,
  pauseNow,
  resendNow,
  resumeNow,
  showCampaign,
  showCampaigns,
  showMore,
  showUnreached,
} from './hr/follow-campaign'
import { formInput } from './hr/form-fields'
import { nextStep, previousStep, showMoreOfBank, showRoles } from './hr/form-steps'
import {
  askTakeAccess,
  askWhom,
  chooseUnits,
  giveAccess,
  givePressInput,
  lookForPerson,
  showAccess,
  takeAccess,
} from './hr/hr-access'
import {
  dropNow,
  findInTeams,
  importNow,
  offerFaults,
  reviewImportInput,
  reviewInput,
  saveTitles,
  showRoster,
  undoNow,
} from './hr/import-leaders'
import { offerTemplate, offerWaiting, showInformText, showLeaders, tellHowToImport } from './hr/leaders'
import { offerLog, showLog } from './hr/log'
import {
  dropDraft,
  duplicateCampaign,
  editCampaign,
  leaveForm,
  newCampaign,
  previewForm,
  reviewCampaign,
  startNow,
  startPressInput,
} from './hr/plan-campaign'
import { offerSeries, openSeries, seriesInput } from './hr/ready-made'
import { bringUpRequest, showRequests } from './hr/requests'
import { offerSeason, offerUnreached, showYear } from './hr/season'
import { showSample } from './hr/show-sample'
import {
  findInJournal,
  findInput,
  listJournal,
  lookInJournal,
  openReflection,
  showOwnCoverage,
  showOwnScale,
} from './journal/journal'
import { chooseLus, offerLusFile, showLus } from './journal/lus'
import { askWithdraw, chooseChannel, postShare, previewShare, takeBack, withdraw } from './journal/share'
import { leaveHr, previewRequest, sendToHr, showRequestState, writeToHr } from './leader/ask-hr'
import { askPause, pauseUntil, startAgain, stopForGood } from './leader/pause'
import { askErase, dataInput, eraseData, keepData, showData, showPrivacy } from './leader/personal-data'
import {
  chooseFramework,
  chooseInput,
  chooseLocale,
  chooseLocaleInput,
  chooseProfile,
  chooseRole,
  skipProfile,
} from './leader/profile'
import { askWhatMissed, keepMiss, leaveMiss, sendMissQuestion, showMissQuestion, takeMissQuestionBack } from './miss'
import {
  answerPrompt,
  edit,
  goBack,
  keepTyped,
  putOff,
  skip,
  snooze,
  typedPromptInput,
  typedSnoozeInput,
} from './prompts/answer-prompt'
import { givePrompt } from './prompts/give-prompt'
import { keepChosen, showRhythm, stopOwn } from './prompts/rhythm'
import { showNewest, showWaiting } from './prompts/waiting'
import type { Reply } from './reply'
import type { Turn } from './turn'

/** What a verb does, and who may. */
export interface Action {
  /** Only in the caller's own chat, since it shows or changes what is theirs alone. */
  readonly isPrivate: boolean
  /** What its button must bring. */
  readonly input: z.ZodType
  /** @throws AppError `invalid` where the data of a button does not fit, and what the verb throws */
  readonly run: (turn: Turn, data: unknown) => Reply | Promise<Reply>
}

const nothing = z.object({})
const askInput = z.object({ text: z.string().max(mostTyped) })

/** Every button's verb. A typed command runs the same rows (commands.ts). */
export const actions = {
  ask: row(askInput, false, (turn, { text }) => askFrameworks(turn, text)),
  'ask.change': row(readAsInput, false, changeReading),
  'miss.ask': row(aboutInput, true, askWhatMissed),
  'miss.note': row(missInput, true, keepMiss),
  'miss.show': row(feedbackIdInput, true, showMissQuestion),
  'miss.send': row(missQuestionInput, true, sendMissQuestion),
  'miss.takeBack': row(feedbackIdInput, true, takeMissQuestionBack),
  'miss.leave': row(nothing, true, leaveMiss),
  'prompt.request': row(promptRequestInput, false, givePrompt),
  'rhythm.show': row(nothing, true, showRhythm),
  'rhythm.keep': row(rhythmInput, true, keepChosen),
  'rhythm.stop': row(nothing, true, stopOwn),
  'prompt.answer': row(answerInput, true, answerPrompt),
  'prompt.keep': row(answerInput, true, keepTyped),
  'prompt.skip': row(reflectionIdInput, true, skip),
  'prompt.later': row(typedPromptInput, true, putOff),
  'prompt.snooze': row(typedSnoozeInput, true, snooze),
  'prompt.edit': row(typedPromptInput, true, edit),
  'prompt.back': row(reflectionIdInput, true, goBack),
  'prompt.show': row(reflectionIdInput, true, openReflection),
  'prompt.waiting': row(waitingInput, true, showWaiting),
  'prompt.again': row(nothing, true, showNewest),
  'prompt.askWithdraw': row(reflectionIdInput, true, askWithdraw),
  'prompt.withdraw': row(withdrawInput, true, withdraw),
  'share.choose': row(reflectionIdInput, true, chooseChannel),
  'share.preview': row(channelInput, true, previewShare),
  'share.post': row(shareInput, true, postShare),
  'share.takeBack': row(reflectionIdInput, true, takeBack),
  'reflections.list': row(listInput, true, listJournal),
  'reflections.find': row(findInput, true, findInJournal),
  'reflections.search': row(searchInput, true, lookInJournal),
  'coverage.show': row(nothing, true, showOwnCoverage),
  'scale.show': row(scaleSeriesInput, true, showOwnScale),
  'lus.choose': row(periodInput, true, chooseLus),
  'lus.file': row(chosenInput, true, offerLusFile),
  'lus.text': row(chosenInput, true, showLus),
  'profile.show': row(nothing, true, chooseFramework),
  'profile.choose': row(chooseInput, true, chooseRole),
  'profile.skip': row(nothing, true, skipProfile),
  'profile.save': row(profileInput, true, chooseProfile),
  'locale.set': row(chooseLocaleInput, true, chooseLocale),
  'pause.ask': row(nothing, true, askPause),
  'pause.set': row(pauseInput, true, pauseUntil),
  'pause.stop': row(nothing, true, stopForGood),
  'pause.end': row(nothing, true, startAgain),
  'privacy.show': row(nothing, false, showPrivacy),
  'data.show': row(dataInput, true, showData),
  'data.askErase': row(nothing, true, askErase),
  'data.erase': row(nothing, true, eraseData),
  'data.keep': row(nothing, true, keepData),
  'hr.write': row(requestTextInput, true, writeToHr),
  'hr.preview': row(requestTextInput, true, previewRequest),
  'hr.send': row(sendRequestInput, true, sendToHr),
  'hr.status': row(requestIdInput, true, showRequestState),
  'hr.cancel': row(nothing, true, leaveHr),
  // Only in the chat of one of HR: every verb begins with requireHr.
  'leaders.show': row(nothing, true, showLeaders),
  'leaders.how': row(nothing, true, tellHowToImport),
  'leaders.template': row(nothing, true, offerTemplate),
  'leaders.waiting': row(nothing, true, offerWaiting),
  'leaders.inform': row(nothing, true, showInformText),
  'roster.show': row(draftIdInput, true, showRoster),
  'roster.roles': row(reviewInput, true, saveTitles),
  'roster.faults': row(draftIdInput, true, offerFaults),
  'roster.drop': row(draftIdInput, true, dropNow),
  'roster.import': row(reviewImportInput, true, importNow),
  'roster.undo': row(draftIdInput, true, undoNow),
  'roster.find': row(draftIdInput, true, findInTeams),
  'campaign.new': row(nothing, true, newCampaign),
  'campaign.preview': row(formInput, true, previewForm),
  'campaign.next': row(formInput, true, nextStep),
  'campaign.back': row(formInput, true, previousStep),
  'campaign.bank': row(formInput, true, showMoreOfBank),
  'campaign.roles': row(formInput, true, showRoles),
  'campaign.offerSeries': row(nothing, true, offerSeries),
  'campaign.series': row(seriesInput, true, openSeries),
  'campaign.copy': row(campaignIdInput, true, duplicateCampaign),
  'campaign.sample': row(sampleInput, true, showSample),
  'campaign.review': row(campaignIdInput, true, reviewCampaign),
  'campaign.edit': row(campaignIdInput, true, editCampaign),
  'campaign.drop': row(campaignIdInput, true, dropDraft),
  'campaign.leave': row(nothing, true, leaveForm),
  'campaign.start': row(startPressInput, true, startNow),
  'campaign.list': row(pageInput, true, showCampaigns),
  'campaign.show': row(campaignIdInput, true, showCampaign),
  'campaign.more': row(campaignIdInput, true, showMore),
  'campaign.pause': row(campaignIdInput, true, pauseNow),
  'campaign.resume': row(campaignIdInput, true, resumeNow),
  'campaign.askCancel': row(campaignIdInput, true, askCancel),
  'campaign.cancel': row(campaignIdInput, true, cancelNow),
  'campaign.unreached': row(unreachedInput, true, showUnreached),
  'campaign.file': row(unreachedInput, true, offerUnreached),
  'season.show': row(seasonInput, true, showYear),
  'season.file': row(nothing, true, offerSeason),
  'campaign.askCallBack': row(campaignIdInput, true, askCallBack),
  'campaign.callBack': row(callBackInput, true, callBackNow),
  'campaign.askResend': row(campaignIdInput, true, askResend),
  'campaign.resend': row(resendInput, true, resendNow),
  'log.list': row(pageInput, true, showLog),
  'log.file': row(nothing, true, offerLog),
  'access.list': row(pageInput, true, showAccess),
  // Each begins with requireHrAdministrator.
  'access.new': row(nothing, true, askWhom),
  'access.find': row(findPeopleInput, true, lookForPerson),
  'access.choose': row(personInput, true, chooseUnits),
  'access.give': row(givePressInput, true, giveAccess),
  'access.askTake': row(personInput, true, askTakeAccess),
  'access.take': row(personInput, true, takeAccess),
  // Not private: they are pressed in a channel or group chat, and the verbs refuse them anywhere but where the discussion is held.
  'channel.answer': row(channelAnswerInput, false, postInThread),
  'channel.another': row(discussionInput, false, takeAnother),
  'channel.askEnd': row(discussionInput, false, askEnd),
  'channel.agree': row(agreeInput, false, keepAgreement),
  'channel.end': row(discussionInput, false, endTalk),
  'channel.goOn': row(discussionInput, false, goOnTalking),
  'place.choose': row(nothing, false, choosePlace),
  'place.group': row(placeFrameworkInput, false, choosePlaceGroup),
  'place.save': row(placeInput, false, keepPlace),
  'agreement.outcome': row(outcomeInput, false, sayOutcome),
  'agreement.again': row(lookAgainInput, false, askAgainLater),
  // The same, and each begins by finding the caller's own answer.
  'channel.edit': row(ownAnswerInput, false, editAnswer),
  'channel.change': row(ownAnswerInput, false, changeAnswer),
  'channel.leave': row(ownAnswerInput, false, leaveAnswer),
  'channel.remove': row(ownAnswerInput, false, removeAnswer),
  // Not private: they are pressed in HR's conversation, and each verb begins with requireHrDesk.
  'desk.list': row(pageInput, false, showRequests),
  'desk.show': row(requestIdInput, false, bringUpRequest),
  'desk.take': row(requestIdInput, false, takeRequest),
  'desk.answer': row(answerRequestInput, false, answerRequest),
  'desk.resend': row(resendAnswerInput, false, answerAgain),
  'desk.close': row(requestIdInput, false, closeRequest),
} satisfies Record<Verb, Action>

/** The table holds the schema of an input and what is done with it side by side. */
function row<S extends z.ZodType>(
  schema: S,
  isPrivate: boolean,
  act: (turn: Turn, input: z.infer<S>) => Reply | Promise<Reply>,
): Action {
  return {
    isPrivate,
    input: schema,
    run(turn, data) {
      const parsed = schema.safeParse(data)
      if (parsed.success) return act(turn, parsed.data)
      const fields = parsed.error.issues.map((issue) => issue.path.join('.'))
      const say = { key: 'error.invalid', ...(fields[0] && { field: fields[0] }) }
      throw new AppError('invalid', `The data of the button does not fit: ${fields.join(', ')}`, { say })
    },
  }
}
