import { isHr } from '../caller/access'
import { notice } from '../cards/kit/notice-card'
import { readTrouble } from '../chat/care'
import { readList } from '../chat/hr/import-leaders'
import { type Reply, send } from '../chat/reply'
import type { Turn } from '../chat/turn'
import { AppError } from '../errors'
import type { DownloadFile } from './download-file'

/**
 * What files that are attached lead to: a list of leaders that one of HR sends is read. Undefined where the words beside them are what is
 * to be answered: those of somebody in trouble, and a leader's, whose files are nobody's to read.
 */
export async function answerFile(
  turn: Turn,
  urls: readonly string[],
  text: string,
  download: DownloadFile,
): Promise<Reply | undefined> {
  const [url, another] = urls
  if (url === undefined || !turn.isPersonal || (text !== '' && readTrouble(turn, text))) return undefined
  if (!isHr(turn.ctx)) return text === '' ? send(notice(turn.reader, 'file.notHr')) : undefined
  if (another !== undefined) {
    throw new AppError('invalid', 'Several files were attached', { say: { key: 'file.fault.many' } })
  }
  return readList(turn, await download(url))
}
