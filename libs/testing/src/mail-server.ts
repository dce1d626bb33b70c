import type { AddressInfo } from 'node:net';
import type { AppConfig } from '@seloste/platform';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server on this machine that takes mail and keeps it. */
export interface MailServer {
  /** For {@link createTestApp}. */
  mail: Pick<AppConfig, 'smtpUrl' | 'mailFrom'>;
  /** What came, oldest first, as it came. */
  received: { raw: string; mail: ParsedMail }[];
  /** The next `count` messages to the address are answered with this code instead of being taken. */
  refuse(address: string, code: number, count: number): void;
  /** Waits for a message that fits. */
  waitFor(fits: (mail: ParsedMail) => boolean): Promise<ParsedMail>;
  close(): Promise<void>;
}

export const addressesOf = ({ to }: ParsedMail): string[] =>
  [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''));

/** A real SMTP server for the tests. */
export async function startMailServer(): Promise<MailServer> {
  const received: MailServer['received'] = [];
  const refusals: { address: string; code: number }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      const at = refusals.findIndex((refusal) => refusal.address === address);
      const [refusal] = at < 0 ? [] : refusals.splice(at, 1);
      done(refusal ? Object.assign(new Error('no'), { responseCode: refusal.code }) : null);
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        void simpleParser(raw).then((mail) => {
          received.push({ raw: raw.toString(), mail });
          done();
        });
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    mail: {
      smtpUrl: `smtp://127.0.0.1:${port}`,
      mailFrom: { name: null, address: 'crm@havukka.example' },
    },
    received,
    refuse: (address, code, count) => {
      for (let i = 0; i < count; i++) refusals.push({ address, code });
    },
    waitFor: (fits) => waitFor(received, fits),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function waitFor(
  received: MailServer['received'],
  fits: (mail: ParsedMail) => boolean,
): Promise<ParsedMail> {
  const end = performance.now() + 15_000;
  for (;;) {
    const found = received.find(({ mail }) => fits(mail));
    if (found) return found.mail;
    if (performance.now() > end) throw new Error('No such mail came.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
