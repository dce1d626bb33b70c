import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A letter in the mailbox. */
export interface StoredLetter {
  uid: number;
  source: string;
  flags: Set<string>;
  receivedAt: Date;
}

/** An IMAP server on this machine with one folder, INBOX, for one user. */
export interface ImapServer {
  host: '127.0.0.1';
  port: number;
  user: string;
  password: string;
  letters: StoredLetter[];
  /** What clients asked, oldest first, without tags: `UID FETCH 1 (UID BODY.PEEK[])`. */
  asked: string[];
  /** Puts a letter into the mailbox; returns its UID. */
  deliver(source: string, receivedAt?: Date): number;
  /** As after a repair: every letter has another UID. */
  renumber(): void;
  /** The connection breaks at the next command of this kind. */
  breakAt(command: string): void;
  close(): Promise<void>;
}

interface Mailbox extends Pick<ImapServer, 'letters' | 'asked' | 'user' | 'password'> {
  uidValidity: number;
  nextUid: number;
  breaksAt: string | null;
}

/** As much of RFC 9051 as reading a mailbox takes, over a real connection. */
export async function startImapServer(): Promise<ImapServer> {
  const mailbox: Mailbox = {
    ...{ user: 'crm', password: 'hauki', letters: [], asked: [] },
    ...{ uidValidity: 1_795_500_000, nextUid: 1, breaksAt: null },
  };
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => undefined);
    converse(mailbox, socket);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return Object.assign(mailbox, {
    host: '127.0.0.1' as const,
    port: (server.address() as AddressInfo).port,
    deliver: (source: string, receivedAt = new Date()) => {
      const uid = mailbox.nextUid++;
      mailbox.letters.push({ uid, source, receivedAt, flags: new Set() });
      return uid;
    },
    renumber: () => {
      mailbox.uidValidity += 1;
      for (const letter of mailbox.letters) letter.uid = mailbox.nextUid++;
    },
    breakAt: (command: string) => void (mailbox.breaksAt = command),
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  });
}

/** One connection: lines in, answers out. */
function converse(mailbox: Mailbox, socket: Socket): void {
  const session: Session = { readOnly: true, say: (text) => void socket.write(text) };
  session.say('* OK [CAPABILITY IMAP4rev1 UIDPLUS] ready\r\n');
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
    for (let end = received.indexOf('\r\n'); end >= 0; end = received.indexOf('\r\n')) {
      const [tag = '', ...words] = received.slice(0, end).split(' ');
      received = received.slice(end + 2);
      const command = words.join(' ');
      const isSecret = /^login/i.test(command);
      mailbox.asked.push(isSecret ? 'LOGIN' : command);
      if (mailbox.breaksAt !== null && command.includes(mailbox.breaksAt)) {
        mailbox.breaksAt = null;
        socket.destroy();
        return;
      }
      session.say(`${tag} ${answer(mailbox, session, command)}\r\n`);
      if (/^logout/i.test(command)) socket.end();
    }
  });
}

interface Session {
  readOnly: boolean;
  say(text: string): void;
}

/** Says what has to be said, and returns how it ended. */
function answer(mailbox: Mailbox, session: Session, command: string): string {
  const [name = ''] = command.toUpperCase().replace(/^UID /, 'UID_').split(' ', 1);
  const known: Record<string, () => string> = {
    CAPABILITY: () => (session.say('* CAPABILITY IMAP4rev1 UIDPLUS\r\n'), 'OK'),
    LOGIN: () => logIn(mailbox, command),
    LIST: () => (session.say('* LIST (\\HasNoChildren) "/" INBOX\r\n'), 'OK'),
    SELECT: () => select(mailbox, session, command),
    EXAMINE: () => select(mailbox, session, command),
    UID_SEARCH: () => search(mailbox, session, command),
    UID_FETCH: () => fetchLetters(mailbox, session, command),
    UID_STORE: () => store(mailbox, session, command),
    UID_EXPUNGE: () => expunge(mailbox, session),
    EXPUNGE: () => expunge(mailbox, session),
    NOOP: () => 'OK',
    CLOSE: () => 'OK',
    LOGOUT: () => (session.say('* BYE\r\n'), 'OK'),
  };
  const ended = known[name]?.() ?? 'BAD unknown';
  return ended.includes(' ') ? ended : `${ended} done`;
}

const quoted = (command: string): string[] =>
  [...command.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
    ([, inQuotes, bare]) => inQuotes?.replace(/\\(.)/g, '$1') ?? bare ?? '',
  );

function logIn({ user, password }: Mailbox, command: string): string {
  const [, givenUser, givenPassword] = quoted(command);
  const isRight = givenUser === user && givenPassword === password;
  return isRight ? 'OK' : 'NO [AUTHENTICATIONFAILED] wrong';
}

function select({ letters, uidValidity, nextUid }: Mailbox, session: Session, command: string): string {
  const [how, folder] = quoted(command);
  if (folder?.toUpperCase() !== 'INBOX') return 'NO [NONEXISTENT] there is no such folder';
  session.readOnly = how?.toUpperCase() === 'EXAMINE';
  session.say(
    `* FLAGS (\\Seen \\Deleted)\r\n* ${letters.length} EXISTS\r\n* 0 RECENT\r\n` +
      `* OK [UIDVALIDITY ${uidValidity}] valid\r\n* OK [UIDNEXT ${nextUid}] next\r\n`,
  );
  return `OK [${session.readOnly ? 'READ-ONLY' : 'READ-WRITE'}] selected`;
}

/** Letters of a set such as `3,5:7,9:*`; a `*` names the last one. */
function named({ letters }: Mailbox, set: string): StoredLetter[] {
  const last = letters.at(-1)?.uid ?? 0;
  const numberOf = (text: string): number => (text === '*' ? last : Number(text));
  const ranges = set.split(',').map((range) => range.split(':').map(numberOf));
  return letters.filter(({ uid }) =>
    ranges.some(([from = 0, to = from]) => uid >= Math.min(from, to) && uid <= Math.max(from, to)),
  );
}

function search(mailbox: Mailbox, session: Session, command: string): string {
  const [, since] = /\bSINCE "?(\d{1,2}-\w{3}-\d{4})/i.exec(command) ?? [];
  const [, set] = /^UID SEARCH .*?\bUID (\S+)/i.exec(command) ?? [];
  const from = since === undefined ? null : Date.parse(`${since} UTC`);
  const found = (set === undefined ? mailbox.letters : named(mailbox, set)).filter(
    ({ receivedAt }) => from === null || receivedAt.getTime() >= from,
  );
  session.say(`* SEARCH${found.map(({ uid }) => ` ${uid}`).join('')}\r\n`);
  return 'OK';
}

function fetchLetters(mailbox: Mailbox, session: Session, command: string): string {
  const [, set = '', items = ''] = /^UID FETCH (\S+) (.*)$/i.exec(command) ?? [];
  for (const letter of named(mailbox, set)) {
    const parts = [`UID ${letter.uid}`, `INTERNALDATE "${dateOf(letter)}"`];
    const [, names] = /BODY\.PEEK\[HEADER\.FIELDS \(([^)]*)\)\]/i.exec(items) ?? [];
    if (names !== undefined)
      parts.push(`BODY[HEADER.FIELDS (${names})] ${literal(headersOf(letter.source, names.split(' ')))}`);
    const [whole, , most] = /BODY\.PEEK\[\](<0\.(\d+)>)?/i.exec(items) ?? [];
    if (whole !== undefined)
      parts.push(
        `BODY[]${most ? '<0>' : ''} ${literal(Buffer.from(letter.source).subarray(0, most ? Number(most) : undefined))}`,
      );
    session.say(`* ${mailbox.letters.indexOf(letter) + 1} FETCH (${parts.join(' ')})\r\n`);
  }
  return 'OK';
}

/** As IMAP writes it: `23-Nov-2026 09:00:00 +0000`. */
function dateOf({ receivedAt }: StoredLetter): string {
  const [, day, month, year, time] = receivedAt.toUTCString().split(' ');
  return `${day}-${month}-${year} ${time} +0000`;
}

function literal(bytes: Buffer | string): string {
  const text = Buffer.from(bytes);
  return `{${text.length}}\r\n${text.toString()}`;
}

function headersOf(source: string, names: string[]): string {
  const [head = ''] = source.split('\r\n\r\n', 1);
  const wanted = new Set(names.map((name) => name.replace(/"/g, '').toLowerCase()));
  const fields = head.split(/\r\n(?![ \t])/);
  const kept = fields.filter((field) => wanted.has(field.slice(0, field.indexOf(':')).toLowerCase()));
  return `${kept.map((field) => `${field}\r\n`).join('')}\r\n`;
}

function store(mailbox: Mailbox, session: Session, command: string): string {
  if (session.readOnly) return 'NO [READ-ONLY] opened for reading';
  const [, set = '', flags = ''] = /^UID STORE (\S+) \+FLAGS\S* \(([^)]*)\)/i.exec(command) ?? [];
  for (const letter of named(mailbox, set)) for (const flag of flags.split(' ')) letter.flags.add(flag);
  return 'OK';
}

function expunge(mailbox: Mailbox, session: Session): string {
  if (session.readOnly) return 'NO [READ-ONLY] opened for reading';
  for (const letter of mailbox.letters.filter(({ flags }) => flags.has('\\Deleted'))) {
    session.say(`* ${mailbox.letters.indexOf(letter) + 1} EXPUNGE\r\n`);
    mailbox.letters.splice(mailbox.letters.indexOf(letter), 1);
  }
  return 'OK';
}
