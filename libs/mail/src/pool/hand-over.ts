/**
 * What became of a message that was given to the mail server. `taken`: it is theirs. `not_taken`: it is certain that it
 * is not, and it may be tried again. `refused`: it is not, and never will be. `in_doubt`: it may be theirs, and must
 * not be given to them again. `code` is the transport's and the server's code, without words.
 */
export type HandOver = { result: 'taken' } | { result: 'not_taken' | 'refused' | 'in_doubt'; code: string };

/** What nodemailer says about a failure. */
interface Failure {
  code?: string;
  responseCode?: number;
}

/**
 * Reads a failure. The server answers for a whole message only after its last line, so that a message whose content had
 * begun to flow is only certainly not theirs when they said so.
 * @param contentFlowed the server had asked for the content, and some of it was sent
 */
export function handOverAfter(error: unknown, contentFlowed: boolean): HandOver {
  const { code = 'unknown', responseCode = 0 } = error as Failure;
  const text = [code, responseCode || null].filter((part) => part !== null).join(' ');
  const isAnswerToMessage = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (contentFlowed && !(isAnswerToMessage && responseCode >= 400)) return { result: 'in_doubt', code: text };
  // What is wrong with this address or message stays wrong; what is wrong with the connection or our login may pass.
  return { result: isAnswerToMessage && responseCode >= 500 ? 'refused' : 'not_taken', code: text };
}
