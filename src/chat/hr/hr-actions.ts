import { campaignIdInput } from '../../campaigns/form/campaign-input'
import { approveInput } from '../../campaigns/verbs/approve-questions'
import { callBackInput } from '../../campaigns/verbs/call-back'
import { unreachedInput } from '../../campaigns/verbs/list-unreached'
import { resendInput } from '../../campaigns/verbs/resend-deliveries'
import { sampleInput } from '../../campaigns/verbs/sample-prompt'
import { seasonInput } from '../../campaigns/verbs/show-season'
import { findPeopleInput } from '../../hr-access/find-people'
import { personInput } from '../../hr-access/give-hr-access'
import { answerRequestInput, resendAnswerInput } from '../../hr-requests/answer-requests'
import { requestIdInput } from '../../hr-requests/send-request'
import { draftIdInput } from '../../people/roster/roster-draft'
import { type Action, nothing, row } from '../action'
import { answerAgain, answerRequest, closeRequest, takeRequest } from './answer-leader'
import { approveNow, showToApprove, toApproveInput } from './approve'
import {
  askCallBack,
  askCancel,
  askResend,
  callBackNow,
  cancelNow,
  moreInput,
  pageInput,
  pauseNow,
  resendNow,
  resumeNow,
  showCampaign,
  showCampaigns,
  showMore,
  showUnreached,
  showUnreachedOf,
} from './follow-campaign'
import { formInput } from './form-fields'
import { nextStep, previousStep, showMoreOfBank, showRoles } from './form-steps'
import {
  askTakeAccess,
  askWhom,
  chooseUnits,
  giveAccess,
  givePressInput,
  lookForPerson,
  showAccess,
  takeAccess,
} from './hr-access'
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
} from './import-leaders'
import { offerTemplate, offerWaiting, showInformText, showLeaders, tellHowToImport } from './leaders'
import { offerLog, showLog } from './log'
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
} from './plan-campaign'
import { offerSeries, openSeries, seriesInput } from './ready-made'
import { bringUpRequest, showRequests } from './requests'
import { offerSeason, offerSeasonPage, offerUnreached, showYear } from './season'
import { showSample } from './show-sample'

/** What HR does: a part of the table of actions. */
export const hrActions = {
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
  'campaign.toApprove': row(toApproveInput, true, showToApprove),
  'campaign.approve': row(approveInput, true, approveNow),
  'campaign.review': row(campaignIdInput, true, reviewCampaign),
  'campaign.edit': row(campaignIdInput, true, editCampaign),
  'campaign.drop': row(campaignIdInput, true, dropDraft),
  'campaign.leave': row(nothing, true, leaveForm),
  'campaign.start': row(startPressInput, true, startNow),
  'campaign.list': row(pageInput, true, showCampaigns),
  'campaign.show': row(campaignIdInput, true, showCampaign),
  'campaign.more': row(moreInput, true, showMore),
  'campaign.pause': row(campaignIdInput, true, pauseNow),
  'campaign.resume': row(campaignIdInput, true, resumeNow),
  'campaign.askCancel': row(campaignIdInput, true, askCancel),
  'campaign.cancel': row(campaignIdInput, true, cancelNow),
  'campaign.unreached': row(unreachedInput, true, showUnreached),
  'campaign.unreachedOf': row(campaignIdInput, true, showUnreachedOf),
  'campaign.file': row(unreachedInput, true, offerUnreached),
  'season.show': row(seasonInput, true, showYear),
  'season.file': row(nothing, true, offerSeason),
  'season.page': row(seasonInput, true, offerSeasonPage),
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
  // Not private: they are pressed in HR's conversation, and each verb begins with requireHrDesk.
  'desk.list': row(pageInput, false, showRequests),
  'desk.show': row(requestIdInput, false, bringUpRequest),
  'desk.take': row(requestIdInput, false, takeRequest),
  'desk.answer': row(answerRequestInput, false, answerRequest),
  'desk.resend': row(resendAnswerInput, false, answerAgain),
  'desk.close': row(requestIdInput, false, closeRequest),
} satisfies Record<string, Action>
