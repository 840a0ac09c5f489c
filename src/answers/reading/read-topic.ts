/** What may come before what a question is to be about: "der handler om", "til mig om", "over". */
const leadIn =
  /^(?:(?:der|som|handler|drejer|sig|til|mig|os|mere|lidt|noget|for|me|us)\s+)*(?:om|over|omkring|vedrørende|angående|about|on|regarding|concerning)\s+/i
/** A rest that begins so says when or for what, not about what: "i dag", "til mødet", "jeg kan tage med". */
const noTopic =
  /^(?:i|til|for|med|på|nu|igen|mere|til|jeg|vi|man|som|der|now|again|today|for|that|which|to|in|more)(?:\s|$)/i

/** The topic in what stands after a command: "feedback" of "giv mig et spørgsmål om feedback"; '' where it names none. */
export function readTopic(rest: string): string {
  const topic = rest.replace(leadIn, '').trim()
  return topic === rest.trim() && noTopic.test(topic) ? '' : topic
}
