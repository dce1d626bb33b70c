import { isLoopback } from '@seloste/platform';
import type { ImapFlow } from 'imapflow';
import type { MailboxFailure } from './inbound-mailbox.entity.js';

/** What opening a mailbox takes. */
export interface MailboxAccess {
  host: string;
  port: number;
  secure: boolean;
  user: string;
  password: string;
  folder: string;
}

/** The mailbox cannot be read. The code says why, without the server's words. */
export class MailboxNotRead extends Error {
  constructor(readonly code: MailboxFailure) {
    super(code);
  }
}

/**
 * Opens the folder, works in it, and closes the connection however that ends. Letters cross a network encrypted or not
 * at all (GDPR Art. 32).
 * @param writes whether the folder is opened for changes; otherwise the server refuses any
 * @throws MailboxNotRead
 */
export async function withMailbox<T>(
  access: MailboxAccess,
  writes: boolean,
  work: (client: ImapFlow) => Promise<T>,
): Promise<T> {
  const { ImapFlow } = await import('imapflow'); // where no mailbox is read, it takes no memory
  const { host, port, secure, user, password, folder } = access;
  const client = new ImapFlow({
    host,
    port,
    secure,
    doSTARTTLS: secure ? undefined : !isLoopback(host),
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
  });
  client.on('error', () => undefined); // whoever waits for an answer gets it as well
  try {
    await opened(client.connect(), null);
    await opened(client.mailboxOpen(folder, { readOnly: !writes }), 'no_folder');
    return await work(client);
  } finally {
    await client.logout().catch(() => client.close());
  }
}

/** @throws MailboxNotRead */
async function opened(attempt: Promise<unknown>, refusal: MailboxFailure | null): Promise<void> {
  try {
    await attempt;
  } catch (error) {
    const code = failureOf(error);
    throw new MailboxNotRead(code === 'refused' && refusal ? refusal : code);
  }
}

/** What imapflow tells of an error. */
interface ImapError {
  code?: string;
  authenticationFailed?: boolean;
  tlsFailed?: boolean;
  responseStatus?: string;
}

/** A failed read, whether the connection broke or the server refused. */
export function failureOf(error: unknown): MailboxFailure {
  if (error instanceof MailboxNotRead) return error.code;
  const { code = '', authenticationFailed, tlsFailed, responseStatus } = error as ImapError;
  if (authenticationFailed) return 'login_refused';
  if (tlsFailed || /TLS|SSL|CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) return 'not_encrypted';
  if (responseStatus) return 'refused';
  return 'unreachable';
}
