/** What a meeting is asked for with: where it is held ("i direktionen"), and what it is to be about ("tillid"). */
export interface MeetingAsked {
  readonly where: string
  readonly topic: string
}

const about = /(?:^|\s)(?:om|over|omkring|vedrørende|angående|ud fra|about|on|regarding|concerning)\s+(?<topic>\S.*)$/i
/** A rest that begins so says where or when, not about what. */
const noTopic = /^(?:i|til|for|på|hos|med|now|nu|in|for|to|with|at)(?:\s|$)/i
/** With these it is somebody's own talk with one person, which is no meeting of leaders. */
const oneToOne = /^(?:med|with)\s+(?:en|et|min|mit|mine|a|an|my|one)\s/i

/** "(dagsorden til) vores næste ledermøde om …". */
const meeting =
  /^(?:(?:vores|jeres|et|det|næste|kort|our|next|the|a|short)\s+)*(?:leder|ledergruppe|ledelses|direktions|chef)møde\S*\s*/i

/** Both in what stands after "forbered et møde"; undefined where that is no meeting of leaders. */
export function readMeeting(rest: string): MeetingAsked | undefined {
  const said = rest.trim().replace(meeting, '')
  if (oneToOne.test(said)) return undefined
  const found = about.exec(said)
  if (found?.groups) return { where: said.slice(0, found.index).trim(), topic: found.groups.topic?.trim() ?? '' }
  return noTopic.test(said) ? { where: said, topic: '' } : { where: '', topic: said }
}
