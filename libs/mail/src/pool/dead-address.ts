/** Plain words for "there is nobody of that name here"; what is said of a sender or of a policy is about us. */
const isUnknown = [
  /\b(unknown|invalid|no such|nonexistent|non-existent)\s+(\w+\s+)?(user|recipient|mailbox|account|address|addressee)\b/i,
  /\b(user|recipient|mailbox|account|address|addressee)\b[^.;\n]{0,80}?\b(unknown|not found|no longer exists|does(n't| not) exist|not exist|unavailable|not known)\b/i,
];
const isAboutUs =
  /\b(sender|relay\w*|denied|polic\w+|spam\w*|block\w*|blacklist\w*|reputation|dkim|dmarc|spf|authenticat\w+|not allowed|prohibited)\b/i;

/** RFC 3463, with the dots that an IP address has one more of. */
const enhanced = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/;

/** The first RFC 3463 code in the words of a server, such as `5.1.1`; null where there is none. */
export const statusIn = (words: string): string | null => enhanced.exec(words)?.[0] ?? null;

/** Does the code say nothing but that it failed? */
export const isBare = (status: string): boolean => /^[245]\.0\.0$|^5\.5\.0$/.test(status);

/**
 * Does a refusal say that the address itself is no good, so that nothing more may go to it (GDPR Art. 5(1)(d))? Nobody
 * has it (5.1.x), or its mailbox is disabled (5.2.0, 5.2.1); a bare code counts where the words plainly say so. Whatever
 * is about the sender (5.1.7, 5.1.8), a full mailbox, the way there or a policy may pass.
 * @param status RFC 3463
 * @param words the server's
 */
export function isDeadAddress(status: string, words: string): boolean {
  if (isBare(status))
    return (
      status.startsWith('5.') && !isAboutUs.test(words) && isUnknown.some((pattern) => pattern.test(words))
    );
  return /^5\.(1\.(?![78]$)\d+|2\.[01])$/.test(status);
}
