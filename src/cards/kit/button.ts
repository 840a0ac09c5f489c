/** What a button or a typed command can ask the bot to do. The table of actions has a row for each. */
export type Verb =
  | 'ask'
  | 'ask.change'
  | 'miss.ask'
  | 'miss.note'
  | 'miss.show'
  | 'miss.send'
  | 'miss.takeBack'
  | 'miss.leave'
  | 'prompt.request'
  | 'rhythm.show'
  | 'rhythm.keep'
  | 'rhythm.stop'
  | 'newRole.start'
  | 'newRole.stop'
  | 'prompt.answer'
  | 'prompt.keep'
  | 'prompt.skip'
  | 'prompt.later'
  | 'prompt.snooze'
  | 'prompt.edit'
  | 'prompt.then'
  | 'prompt.earlier'
  | 'prompt.askAgain'
  | 'prompt.stopAsking'
  | 'prompt.answerThen'
  | 'prompt.back'
  | 'prompt.askWithdraw'
  | 'prompt.withdraw'
  | 'share.choose'
  | 'share.preview'
  | 'share.post'
  | 'share.takeBack'
  | 'profile.show'
  | 'profile.choose'
  | 'profile.skip'
  | 'profile.save'
  | 'locale.set'
  | 'prompt.show'
  | 'prompt.waiting'
  | 'prompt.again'
  | 'note.write'
  | 'note.keep'
  | 'reflections.list'
  | 'reflections.find'
  | 'reflections.search'
  | 'coverage.show'
  | 'scale.show'
  | 'lus.choose'
  | 'lus.file'
  | 'lus.text'
  | 'expect.ask'
  | 'expect.pick'
  | 'expect.more'
  | 'expect.word'
  | 'expect.keep'
  | 'expect.show'
  | 'expect.edit'
  | 'expect.file'
  | 'pause.ask'
  | 'pause.set'
  | 'pause.stop'
  | 'pause.end'
  | 'privacy.show'
  | 'data.show'
  | 'data.askErase'
  | 'data.erase'
  | 'data.keep'
  | 'hr.write'
  | 'hr.preview'
  | 'hr.send'
  | 'hr.status'
  | 'hr.cancel'
  | 'channel.answer'
  | 'leaders.show'
  | 'leaders.how'
  | 'leaders.template'
  | 'leaders.waiting'
  | 'leaders.inform'
  | 'roster.show'
  | 'roster.roles'
  | 'roster.faults'
  | 'roster.drop'
  | 'roster.import'
  | 'roster.undo'
  | 'roster.find'
  | 'channel.another'
  | 'channel.askEnd'
  | 'channel.agree'
  | 'channel.end'
  | 'channel.goOn'
  | 'channel.edit'
  | 'channel.change'
  | 'channel.leave'
  | 'channel.remove'
  | 'place.choose'
  | 'place.group'
  | 'place.save'
  | 'teamRhythm.show'
  | 'teamRhythm.keep'
  | 'teamRhythm.stop'
  | 'teamRhythm.goOn'
  | 'agreement.outcome'
  | 'agreement.again'
  | 'agreement.edit'
  | 'agreement.change'
  | 'agreement.leave'
  | 'agreement.remove'
  | 'meeting.make'
  | 'meeting.start'
  | 'meeting.send'
  | 'meeting.file'
  | 'campaign.new'
  | 'campaign.preview'
  | 'campaign.next'
  | 'campaign.back'
  | 'campaign.bank'
  | 'campaign.roles'
  | 'campaign.copy'
  | 'campaign.offerSeries'
  | 'campaign.series'
  | 'campaign.sample'
  | 'campaign.more'
  | 'campaign.unreached'
  | 'campaign.unreachedOf'
  | 'campaign.file'
  | 'season.show'
  | 'season.file'
  | 'season.page'
  | 'campaign.askCallBack'
  | 'campaign.callBack'
  | 'campaign.review'
  | 'campaign.toApprove'
  | 'campaign.approve'
  | 'campaign.edit'
  | 'campaign.drop'
  | 'campaign.leave'
  | 'campaign.start'
  | 'campaign.list'
  | 'campaign.show'
  | 'campaign.pause'
  | 'campaign.resume'
  | 'campaign.askCancel'
  | 'campaign.cancel'
  | 'campaign.askResend'
  | 'campaign.resend'
  | 'access.list'
  | 'access.new'
  | 'access.find'
  | 'access.choose'
  | 'access.give'
  | 'access.askTake'
  | 'access.take'
  | 'log.list'
  | 'log.file'
  | 'desk.list'
  | 'desk.show'
  | 'desk.take'
  | 'desk.answer'
  | 'desk.resend'
  | 'desk.close'

export type ActionData = Readonly<Record<string, string | readonly string[]>>

/** A button as the templates take it. */
export interface Button {
  readonly title: string
  readonly verb: Verb
  readonly data: ActionData
  /** For clients without Action.Execute: their Action.Submit carries the verb inside, so that both arrive alike. */
  readonly submitData: ActionData
  /** `none`: what stands in the card's fields is neither checked nor sent. */
  readonly inputs: 'auto' | 'none'
  readonly style: 'default' | 'positive' | 'destructive'
}

/** Teams folds what comes after into a menu on narrow screens (docs/teams-facts.md#cards-on-every-client). */
export const mostButtons = 4

export function button(title: string, verb: Verb, data: ActionData = {}): Button {
  return { title, verb, data, submitData: { ...data, verb }, inputs: 'auto', style: 'default' }
}

/** The button that a form is for. */
export function primary(made: Button): Button {
  return { ...made, style: 'positive' }
}

/** A button after which something is gone. */
export function destructive(made: Button): Button {
  return { ...made, style: 'destructive' }
}

/** A button beside a form: works whatever the fields hold. */
export function withoutInputs(made: Button): Button {
  return { ...made, inputs: 'none' }
}

/** A button that asks a question as if the leader had typed it. @param title shorter than the question where that is long */
export function askButton(question: string, title = question): Button {
  return button(title, 'ask', { text: question })
}
