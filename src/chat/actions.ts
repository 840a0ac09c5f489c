import { z } from 'zod'
import type { Verb } from '../cards/kit/button'
import { feedbackIdInput, missQuestionInput } from '../feedback/miss-question'
import { aboutInput, missInput } from '../feedback/note-miss'
import { requestIdInput, requestTextInput, sendRequestInput } from '../hr-requests/send-request'
import { thenInput } from '../journal/answer-then'
import { askAgainInput } from '../journal/ask-again'
import { reflectionIdInput } from '../journal/change-reflection'
import { noteInput } from '../journal/keep-note'
import { chosenPointsInput, keepTalkInput, pickTalkInput } from '../journal/keep-talk'
import { listInput } from '../journal/list-reflections'
import { waitingInput } from '../journal/list-waiting'
import { chosenInput, periodInput } from '../journal/prepare-lus'
import { answerInput } from '../journal/save-reflection'
import { searchInput } from '../journal/search-reflections'
import { channelInput, shareInput } from '../journal/share-reflection'
import { scaleSeriesInput } from '../journal/show-scale'
import { withdrawInput } from '../journal/withdraw-reflection'
import { pauseInput } from '../people/pause-prompts'
import { profileInput } from '../people/save-profile'
import { newRoleInput } from '../prompts/new-role'
import { promptRequestInput } from '../prompts/request-prompt'
import { ownRhythmInput } from '../prompts/rhythm'
import { type Action, nothing, row } from './action'
import { askFrameworks, mostTyped } from './ask-frameworks'
import { changeReading, readAsInput } from './change-reading'
import { channelActions } from './channel/channel-actions'
import { askPartner, askTalkInput, choosePartnerInput, pickPartner } from './expectations/start-talk'
import { offerTalkFile } from './expectations/talk-file'
import { editPage, makePage, showOtherPoints, showPage, wordPoints } from './expectations/word-talk'
import { hrActions } from './hr/hr-actions'
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
import { keepWritten, writeNote } from './journal/note'
import { askWithdraw, chooseChannel, postShare, previewShare, takeBack, withdraw } from './journal/share'
import { leaveHr, previewRequest, sendToHr, showRequestState, writeToHr } from './leader/ask-hr'
import { startNewRole, stopNewRole } from './leader/new-role'
import { askPause, pauseUntil, startAgain, stopForGood } from './leader/pause'
import { askErase, dataInput, eraseData, keepData, showData, showPrivacy } from './leader/personal-data'
import {
  chooseFramework,
  chooseInput,
  chooseLocale,
  chooseLocaleInput,
  chooseProfile,
  chooseRole,
  showProfileInput,
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
import { askThen, keepThen } from './prompts/answer-then'
import { givePrompt } from './prompts/give-prompt'
import { comeAgain, leaveIt, showEarlier } from './prompts/go-on'
import { keepChosen, showRhythm, stopOwn } from './prompts/rhythm'
import { showNewest, showWaiting } from './prompts/waiting'

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
  'rhythm.keep': row(ownRhythmInput, true, keepChosen),
  'rhythm.stop': row(nothing, true, stopOwn),
  'newRole.start': row(newRoleInput, true, startNewRole),
  'newRole.stop': row(nothing, true, stopNewRole),
  'prompt.answer': row(answerInput, true, answerPrompt),
  'prompt.keep': row(answerInput, true, keepTyped),
  'prompt.skip': row(reflectionIdInput, true, skip),
  'prompt.later': row(typedPromptInput, true, putOff),
  'prompt.snooze': row(typedSnoozeInput, true, snooze),
  'prompt.edit': row(typedPromptInput, true, edit),
  'prompt.earlier': row(typedPromptInput, true, showEarlier),
  'prompt.askAgain': row(askAgainInput, true, comeAgain),
  'prompt.stopAsking': row(reflectionIdInput, true, leaveIt),
  'prompt.then': row(reflectionIdInput, true, askThen),
  'prompt.answerThen': row(thenInput, true, keepThen),
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
  'note.write': row(nothing, true, writeNote),
  'note.keep': row(noteInput, true, keepWritten),
  'reflections.list': row(listInput, true, listJournal),
  'reflections.find': row(findInput, true, findInJournal),
  'reflections.search': row(searchInput, true, lookInJournal),
  'coverage.show': row(nothing, true, showOwnCoverage),
  'scale.show': row(scaleSeriesInput, true, showOwnScale),
  'lus.choose': row(periodInput, true, chooseLus),
  'lus.file': row(chosenInput, true, offerLusFile),
  'lus.text': row(chosenInput, true, showLus),
  'expect.ask': row(askTalkInput, true, askPartner),
  'expect.pick': row(choosePartnerInput, true, pickPartner),
  'expect.more': row(pickTalkInput, true, showOtherPoints),
  'expect.word': row(chosenPointsInput, true, wordPoints),
  'expect.keep': row(keepTalkInput, true, makePage),
  'expect.show': row(reflectionIdInput, true, showPage),
  'expect.edit': row(reflectionIdInput, true, editPage),
  'expect.file': row(reflectionIdInput, true, offerTalkFile),
  'profile.show': row(showProfileInput, true, chooseFramework),
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
  ...channelActions,
  ...hrActions,
} satisfies Record<Verb, Action>
