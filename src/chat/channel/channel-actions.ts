import { lookAgainInput, outcomeInput } from '../../channels/agreements'
import { channelAnswerInput, discussionInput, ownAnswerInput } from '../../channels/answer-in-channel'
import { agreementChangeInput, agreementIdInput } from '../../channels/change-agreement'
import { agreeInput } from '../../channels/end-discussion'
import { placeFrameworkInput, placeInput } from '../../channels/place'
import { goOnInput } from '../../channels/team-rhythm'
import { rhythmInput } from '../../dates/agreed-rhythm'
import { type Action, nothing, row } from '../action'
import { choosePlace, choosePlaceGroup, keepPlace } from './choose-place'
import { askEnd, endTalk, goOnTalking, keepAgreement } from './end-talk'
import { askAgainLater, sayOutcome } from './follow-agreement'
import { takeAnother } from './open-talk'
import { keepEdited, leaveEditing, removeAgreement, startEditing } from './own-agreement'
import { changeAnswer, editAnswer, leaveAnswer, removeAnswer } from './own-answer'
import { postInThread } from './post-in-thread'
import { kitInput, meetingInput, offerMeetingFile, prepareMeeting, sendMeeting, sentKitInput } from './prepare-meeting'
import { startMeeting } from './start-meeting'
import { goOnWithTeam, keepTeamChosen, showTeamRhythm, stopTeam } from './team-rhythm'

/** What is done among others: a part of the table of actions. */
export const channelActions = {
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
  'teamRhythm.show': row(nothing, false, showTeamRhythm),
  'teamRhythm.keep': row(rhythmInput, false, keepTeamChosen),
  'teamRhythm.stop': row(nothing, false, stopTeam),
  'teamRhythm.goOn': row(goOnInput, false, goOnWithTeam),
  'agreement.outcome': row(outcomeInput, false, sayOutcome),
  'agreement.again': row(lookAgainInput, false, askAgainLater),
  'agreement.edit': row(agreementIdInput, false, startEditing),
  'agreement.change': row(agreementChangeInput, false, keepEdited),
  'agreement.leave': row(agreementIdInput, false, leaveEditing),
  'agreement.remove': row(agreementIdInput, false, removeAgreement),
  'meeting.make': row(meetingInput, false, prepareMeeting),
  'meeting.start': row(sentKitInput, false, startMeeting),
  'meeting.send': row(sentKitInput, false, sendMeeting),
  'meeting.file': row(kitInput, false, offerMeetingFile),
  // The same, and each begins by finding the caller's own answer.
  'channel.edit': row(ownAnswerInput, false, editAnswer),
  'channel.change': row(ownAnswerInput, false, changeAnswer),
  'channel.leave': row(ownAnswerInput, false, leaveAnswer),
  'channel.remove': row(ownAnswerInput, false, removeAnswer),
} satisfies Record<string, Action>
