import { hrRightOf, requireEveryUnit } from '../../caller/hr-right'
import { button, primary } from '../../cards/kit/button'
import { sheetCard } from '../../cards/kit/sheet-card'
import { informText } from '../../cards/roster/inform-text'
import { leadersCard } from '../../cards/roster/leaders-card'
import { listLeaders } from '../../people/roster/list-leaders'
import { type Reply, send } from '../reply'
import type { Turn } from '../turn'
import { sheetOffer, templateFile, waitingFile, waitingLeaders } from './leader-files'

/** How many leaders are known and in touch, and what can be done about them. */
export async function showLeaders({ ctx, reader }: Turn): Promise<Reply> {
  return send(leadersCard({ ...reader, leaders: await listLeaders(ctx), right: hrRightOf(ctx) }))
}

/** How a list is sent. */
export function tellHowToImport({ ctx, reader }: Turn): Reply {
  requireEveryUnit(ctx)
  const t = (key: string) => reader.texts(reader.locale, key)
  return send(
    sheetCard(reader, {
      title: t('leaders.how.title'),
      text: t('leaders.how.text'),
      buttons: [
        primary(button(t('leaders.template'), 'leaders.template')),
        button(t('leaders.inform'), 'leaders.inform'),
        button(t('leaders.show'), 'leaders.show'),
      ],
    }),
  )
}

export async function offerTemplate(turn: Turn): Promise<Reply> {
  const offer = sheetOffer(turn, { what: 'leaders-template' }, await templateFile(turn))
  return send(sheet(turn, 'leaders.template'), { before: [offer] })
}

/** The names of those who have not yet been in touch: what HR can help with is that they get the app. */
export async function offerWaiting(turn: Turn): Promise<Reply> {
  const { length: n } = await waitingLeaders(turn)
  const { reader } = turn
  if (n === 0) {
    const text = reader.texts(reader.locale, 'leaders.waitingFile.none')
    return send(sheet(turn, 'leaders.waitingFile', { n }, text))
  }
  const offer = sheetOffer(turn, { what: 'leaders-waiting' }, await waitingFile(turn), n)
  const text = reader.texts(reader.locale, n === 1 ? 'leaders.waitingFile.text1' : 'leaders.waitingFile.text', { n })
  return send(sheet(turn, 'leaders.waitingFile', { n }, text), { before: [offer] })
}

/** A text to tell leaders with that HR has given data about them. */
export function showInformText(turn: Turn): Reply {
  requireEveryUnit(turn.ctx)
  return send(sheet(turn, 'leaders.informed'), { before: [informText(turn.reader, turn.ctx.config)] })
}

function sheet({ reader }: Turn, key: string, params = {}, text = reader.texts(reader.locale, `${key}.text`, params)) {
  const title = reader.texts(reader.locale, `${key}.title`)
  const leaders = button(reader.texts(reader.locale, 'leaders.show'), 'leaders.show')
  return sheetCard(reader, { title, text, buttons: [leaders] })
}
