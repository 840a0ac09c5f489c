import { sharesThatStand } from '../../journal/share-standing'
import { isTalk } from '../../records/expectation-talk'
import { type Button, button, primary, withoutInputs } from '../kit/button'
import type { PromptState, PromptView, TypedAnswer } from './prompt-view'

/** At most four, the one that the card is for first. */
export function promptButtons(view: PromptView, state: PromptState): Button[] {
  const { texts, locale, reflection, form, typed = {} } = view
  const { id: reflectionId, revision = 0, text } = reflection
  const t = (key: string) => texts(locale, key)
  const id = { reflectionId }
  const at = { reflectionId, revision: String(revision) }
  const save = primary(button(t('prompt.save'), 'prompt.answer', at))
  const back = withoutInputs(button(t('prompt.back'), 'prompt.back', id))
  const later = button(t('prompt.later'), 'prompt.later', id)
  const skip = withoutInputs(button(t('prompt.skip'), 'prompt.skip', id))
  switch (state) {
    case 'open': {
      const isAgain = form !== undefined && reflection.state === 'withdrawn'
      const page = reflection.talk ? [withoutInputs(button(t('expect.page.show'), 'expect.show', id))] : []
      return isAgain ? [save, back] : [save, later, ...page, skip]
    }
    case 'edit':
      return [save, back]
    case 'answered':
      return [
        button(t('prompt.edit'), 'prompt.edit', id),
        // A number is quickly given again, a text is not.
        text === undefined
          ? button(t('prompt.withdraw'), 'prompt.withdraw', at)
          : button(t('prompt.withdraw'), 'prompt.askWithdraw', id),
        ...(text === undefined || isTalk(reflection) ? [] : [button(t('prompt.share'), 'share.choose', id)]),
        ...(reflection.talk ? [button(t('expect.page.show'), 'expect.show', id)] : []),
        button(t('button.myReflections'), 'reflections.list'),
      ]
    case 'snoozed':
      return [
        button(t('prompt.answerNow'), 'prompt.edit', { ...id, ...typedData(typed) }),
        button(t('prompt.otherTime'), 'prompt.later', { ...id, ...typedData(typed) }),
        button(t('prompt.skip'), 'prompt.skip', id),
      ]
    case 'calledBack':
      return [
        button(t('button.anotherPrompt'), 'prompt.request', { statementIds: [] }),
        button(t('button.myReflections'), 'reflections.list'),
      ]
    case 'skipped':
      return [
        button(t('prompt.answerAfterAll'), 'prompt.edit', id),
        button(t('button.anotherPrompt'), 'prompt.request', { statementIds: [] }),
        button(t('button.myReflections'), 'reflections.list'),
      ]
    case 'withdrawn':
      return [
        button(t('prompt.answerAgain'), 'prompt.edit', id),
        ...(sharesThatStand(reflection).length > 0 ? [button(t('share.takeBack'), 'share.takeBack', id)] : []),
        button(t('button.anotherPrompt'), 'prompt.request', { statementIds: [] }),
        button(t('button.myReflections'), 'reflections.list'),
      ]
  }
}

/** What was typed, as a button carries it on. */
export function typedData({ text = '', scale }: TypedAnswer): Readonly<Record<string, string>> {
  return { ...(text === '' ? {} : { text }), ...(scale === undefined ? {} : { scale: String(scale) }) }
}
