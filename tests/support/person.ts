import type { Activity } from 'botbuilder'
import {
  type BotAnswer,
  type BotClient,
  type Captured,
  captured,
  channelMessage,
  invoke,
  type Overrides,
  person,
  personalMessage,
  submit,
  type WireActivity,
} from './bot-client'
import { type Card, cardOf, faultsIn, pressIn } from './card-text'
import type { FakeConnector } from './fake-connector'

/** What a person sees after they did something. */
export interface Seen {
  readonly status: number
  /** The cards that came below, in order. */
  readonly cards: readonly Card[]
  /** What the pressed card turned into: by the invoke's answer, or by an update of the message. */
  readonly replaced: Card | undefined
  /** What was said of a press: the line of text an invoke was answered with, or what a card that came back says is wrong. */
  readonly notice: string | undefined
  readonly answer: BotAnswer
}

/** Somebody in Teams: speaks, presses and installs. */
export interface Person {
  /** aadObjectId. */
  readonly id: string
  readonly name: string
  readonly conversationId: string
  /** What their activities carry. */
  readonly from: Overrides
  say(text: string, overrides?: Overrides): Promise<Seen>
  /** Says it and answers with the one card that came. */
  ask(text: string, overrides?: Overrides): Promise<Card>
  /** Presses a button of a card by its verb, with the card's inputs filled in; Action.Execute. */
  press(card: Card, verb: string, inputs?: object, overrides?: Overrides): Promise<Seen>
  /** The same on a client without Action.Execute. */
  submit(card: Card, verb: string, inputs?: object, overrides?: Overrides): Promise<Seen>
  /** An Action.Execute with whatever verb and data. */
  send(verb: unknown, data: unknown, overrides?: Overrides): Promise<Seen>
  /** An Action.Submit with whatever value. */
  sendSubmit(value: unknown, overrides?: Overrides): Promise<Seen>
  mention(text: string, overrides?: Overrides): Promise<Seen>
  /** A captured activity as if it came from them. */
  event(name: Captured, overrides?: Overrides): Promise<Seen>
  /** A prompt card, as "giv mig et spørgsmål" brings it. */
  getPrompt(): Promise<Card>
  /** Chooses municipality and role. */
  chooseProfile(framework: string, role: string): Promise<void>
}

export interface PersonOptions {
  readonly number: number
  readonly name?: string | undefined
  /** Everything they say is noted here, to look for where it must not be. */
  readonly said: Set<string>
  readonly connector: FakeConnector
  client(): BotClient
}

export function createPerson({ number, name, said, connector, client }: PersonOptions): Person {
  const own = person(number)
  const from = { ...(own.from as object), ...(name !== undefined && { name }) } as { aadObjectId: string; name: string }
  const conversation = own.conversation as { id: string }
  const mine = (overrides: Overrides = {}) => ({ from, conversation, ...overrides })
  note(from.name)

  function note(words: unknown): void {
    // Shorter ones stand in a log by chance.
    if (typeof words === 'string' && words.trim().length > 6) said.add(words.trim())
    else if (typeof words === 'object' && words !== null) Object.values(words).forEach(note)
  }

  async function post(activity: WireActivity): Promise<Seen> {
    const updatesBefore = updatesOf(connector, activity.replyToId).length
    const repliesBefore = connector.repliesTo(activity.id).length
    const answer = await client().post(activity)
    const body = answer.body as { type?: string; value?: unknown } | undefined
    const update = updatesOf(connector, activity.replyToId)[updatesBefore]
    const replaced = body?.type?.endsWith('card.adaptive') ? (body.value as Card) : update && cardOf(update)
    return {
      status: answer.status,
      // Texts to read, such as one's own data, are meant to be no cards.
      cards: answer.replies
        .slice(repliesBefore)
        .filter(({ textFormat }) => textFormat !== 'markdown')
        .map(cardOf),
      replaced,
      notice: body?.type?.endsWith('activity.message') ? (body.value as string) : faultsIn(replaced),
      answer,
    }
  }

  const they: Person = {
    id: from.aadObjectId,
    name: from.name,
    conversationId: conversation.id,
    from: mine(),
    say: (text, overrides) => {
      note(text)
      return post(personalMessage(text, mine(overrides)))
    },
    async ask(text, overrides) {
      const { cards } = await they.say(text, overrides)
      return cards[0] as Card
    },
    press(card, verb, inputs = {}, overrides) {
      note(inputs)
      return post(invoke(verb, { ...pressIn(card, verb).data, ...inputs }, mine(overrides)))
    },
    submit(card, verb, inputs = {}, overrides) {
      note(inputs)
      return post(submit({ ...pressIn(card, verb).fallback.data, ...inputs }, mine(overrides)))
    },
    send: (verb, data, overrides) => post(invoke(verb as string, data as object, mine(overrides))),
    sendSubmit: (value, overrides) => post(submit(value as object, mine(overrides))),
    mention: (text, overrides) => {
      note(text)
      return post(channelMessage(text, { from, ...overrides }))
    },
    event: (name, overrides) => post(captured(name, mine(overrides))),
    async getPrompt() {
      return they.ask('giv mig et spørgsmål')
    },
    async chooseProfile(framework, role) {
      await they.event('installation-update-personal')
      await they.send('profile.save', { framework, role })
    },
  }
  return they
}

function updatesOf(connector: FakeConnector, activityId: unknown): Partial<Activity>[] {
  return connector.requests
    .filter((request) => request.kind === 'update' && request.activityId === activityId)
    .map((request) => request.body)
}
