import { isDeadAddress, statusIn } from './dead-address.js';

/**
 * What became of a message that was given to the mail server. `taken`: it is theirs. `not_taken`: it is certain that it
 * is not, and it may be tried again. `refused`: it is not, and never will be. `in_doubt`: it may be theirs, and must
 * not be given to them again. `code` is the transport's and the server's code, without words. `deadAddress` is what the
 * server said (RFC 3463) when it refused the message because its address is no good, else null.
 */
export type HandOver =
  | { result: 'taken' }
  | { result: 'not_taken' | 'in_doubt'; code: string }
  | { result: 'refused'; code: string; deadAddress: string | null };

/** What nodemailer says about a failure. */
interface Failure {
  code?: string;
  responseCode?: number;
  /** The server's line. */
  response?: string;
  /** What it answered. */
  command?: string;
}

/**
 * Reads a failure. The server answers for a whole message only after its last line, so that a message whose content had
 * begun to flow is only certainly not theirs when they said so.
 * @param contentFlowed the server had asked for the content, and some of it was sent
 */
export function handOverAfter(error: unknown, contentFlowed: boolean): HandOver {
  const failure = error as Failure;
  const { code: kind = 'unknown', responseCode = 0 } = failure;
  const code = [kind, responseCode || null].filter((part) => part !== null).join(' ');
  const isAboutMessage = kind === 'EENVELOPE' || kind === 'EMESSAGE';
  if (contentFlowed && !(isAboutMessage && responseCode >= 400)) return { result: 'in_doubt', code };
  // What is wrong with this address or message stays wrong, whether the server says so or it cannot even be asked; what
  // is wrong with the connection or our login may pass.
  const isForGood = isAboutMessage && (responseCode === 0 || responseCode >= 500);
  return isForGood
    ? { result: 'refused', code, deadAddress: deadAddressIn(failure) }
    : { result: 'not_taken', code };
}

/** Only what the server says of the recipient is about the address: the same codes are used of senders. */
function deadAddressIn({ response = '', command, responseCode = 0 }: Failure): string | null {
  if (command !== 'RCPT TO' || responseCode < 500) return null;
  const status = statusIn(response) ?? '5.0.0';
  return isDeadAddress(status, response) ? status : null;
}
