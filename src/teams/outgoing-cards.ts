import { createBoundedMap } from '../bounded-map'
import type { RenderedCard } from '../cards/kit/render'
import type { Outgoing } from '../delivery/policy/sender'

/** Stands for the reflection's id in a card that is made once for many leaders. No text of ours or anybody's holds it. */
const placeholder = '{reflection-id}'
const mostKept = 300

/**
 * Makes a card once for all who get the same one, since expanding a template costs more than sending the result. Two leaders
 * get the same card but for its id when prompt, language and municipality are the same.
 * @param make makes one card from scratch
 */
export function createOutgoingCards(make: (message: Outgoing) => RenderedCard): (message: Outgoing) => RenderedCard {
  const kept = createBoundedMap<string, { readonly json: string; readonly summary: string }>(mostKept)

  return (message) => {
    if (!isAlike(message)) return make(message)
    const { json, summary } = kept.get(keyOf(message), () => {
      const made = make({ ...message, reflection: { ...message.reflection, id: placeholder } })
      return { json: JSON.stringify(made.card), summary: made.summary }
    })
    const id = JSON.stringify(message.reflection.id).slice(1, -1)
    return { card: JSON.parse(json.replaceAll(placeholder, id)), summary }
  }
}

type Alike = Extract<Outgoing, { kind: 'prompt' | 'snoozed' }>

/** What many leaders get. A card that is called back may hold an answer, and is its leader's own. */
function isAlike(message: Outgoing): message is Alike {
  return message.kind === 'prompt' || message.kind === 'snoozed'
}

/** Everything of a message that its card depends on, but for the reflection's id. */
function keyOf(message: Alike): string {
  const { promptId, statementIds, question, deliveryId, goesOnFrom, revision = 0 } = message.reflection
  const { locale, framework, role, timeZone } = message.leader
  const more = message.kind === 'prompt' ? [message.reminder ?? 0, message.isAfterPause ?? false] : []
  const asked = [promptId, question, revision, message.hasEarlier ?? false, goesOnFrom?.answeredAt, ...statementIds]
  return JSON.stringify([message.kind, ...more, locale, framework, role, timeZone, deliveryId !== undefined, asked])
}
