import { Inject, Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '@seloste/audit';
import {
  actingUserId,
  InvalidInput,
  newId,
  NotFound,
  type Clock,
  type RequestContext,
} from '@seloste/kernel';
import { assertVersion, CLOCK, Database, Sealer } from '@seloste/platform';
import { InboundMailbox } from './inbound-mailbox.entity.js';
import type {
  InboundMailboxResponse,
  MailboxTestResponse,
  SaveInboundMailbox,
} from './inbound-mailbox.dto.js';
import { failureOf, withMailbox, type MailboxAccess } from './mailbox-connection.js';

const passwordUse = 'password of the inbound mailbox';

/** The settings of the mailbox to which reports and replies come. */
@Injectable()
export class InboundMailboxes {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null where none is read. */
  find(): Promise<InboundMailbox | null> {
    return this.database.manager.findOneBy(InboundMailbox, { singleton: true });
  }

  /** @throws NotFound where none is read */
  async get(): Promise<InboundMailboxResponse> {
    const mailbox = await this.find();
    if (!mailbox) throw new NotFound('inbound mailbox');
    return responseOf(mailbox);
  }

  /**
   * Another server, user or folder is read from its latest thirty days on.
   * @throws InvalidInput without a password where none is kept, StaleVersion
   */
  async save(
    context: RequestContext,
    input: SaveInboundMailbox,
    ifMatch?: number,
  ): Promise<InboundMailboxResponse> {
    return this.database.transaction(async (tx) => {
      const before = await tx.findOne(InboundMailbox, {
        where: { singleton: true },
        lock: { mode: 'pessimistic_write' },
      });
      if (before) assertVersion(before, ifMatch);
      const id = before?.id ?? newId();
      this.assertPassword(before, input);
      const { host, port, secure, user, folder = 'INBOX' } = input;
      const isSame =
        before !== null && isSameAccount(before, input) && before.folder === folder && before.port === port;
      const mailbox = await tx.save(InboundMailbox, {
        ...(isSame ? before : { uidValidity: null, lastUid: '0', readAt: null }),
        ...{ host, port, secure, folder, id },

        singleton: true,
        username: user,
        sealedPassword: input.password
          ? this.sealer.seal(input.password, passwordUse, id)
          : (before?.sealedPassword ?? ''),
        addresses: input.addresses,
        afterReading: input.afterReading ?? 'leave',
        failure: null,
        failedAt: null,
        version: (before?.version ?? 0) + 1,
        updatedAt: this.clock.now(),
        updatedBy: actingUserId(context),
      });
      const fields = Object.keys(input);
      await this.audit.record(tx, context, {
        action: 'inbound_mailbox.save',
        ...subject(id),
        fields,
      });
      return responseOf(mailbox);
    });
  }

  /** Nothing is read any more, and the password is gone. */
  async delete(context: RequestContext): Promise<void> {
    await this.database.transaction(async (tx) => {
      const mailbox = await tx.findOneBy(InboundMailbox, { singleton: true });
      if (!mailbox) return;
      await tx.delete(InboundMailbox, { id: mailbox.id });
      await this.audit.record(tx, context, { action: 'inbound_mailbox.delete', ...subject(mailbox.id) });
    });
  }

  /** Opens the folder with these settings and reads nothing. @throws InvalidInput as save */
  async test(context: RequestContext, input: SaveInboundMailbox): Promise<MailboxTestResponse> {
    const before = await this.find();
    const access = this.accessOf(before, input);
    await this.database.transaction((tx) =>
      this.audit.record(tx, context, { action: 'inbound_mailbox.test', ...subject(before?.id ?? null) }),
    );
    try {
      await withMailbox(access, false, async () => undefined);
      return { works: true, failure: null };
    } catch (error) {
      return { works: false, failure: failureOf(error) };
    }
  }

  /** What opening the mailbox takes. */
  accessTo(mailbox: InboundMailbox): MailboxAccess {
    const { id, host, port, secure, folder, username: user, sealedPassword } = mailbox;
    const password = this.sealer.open(sealedPassword, passwordUse, id) ?? '';
    return { host, port, secure, folder, user, password };
  }

  /** A kept password goes nowhere but to the server and the user that it was given for. @throws InvalidInput */
  private assertPassword(before: InboundMailbox | null, input: SaveInboundMailbox): void {
    if (input.password === undefined && !(before && isSameAccount(before, input)))
      throw InvalidInput.of('password', 'required', 'give the password');
  }

  /** @throws InvalidInput */
  private accessOf(before: InboundMailbox | null, input: SaveInboundMailbox): MailboxAccess {
    this.assertPassword(before, input);
    const { host, port, secure, user, folder = 'INBOX' } = input;
    const password = input.password ?? (before ? this.accessTo(before).password : '');
    return { host, port, secure, user, folder, password };
  }
}

const isSameAccount = (before: InboundMailbox, { host, user }: SaveInboundMailbox): boolean =>
  before.host === host && before.username === user;

const subject = (subjectId: string | null): Pick<AuditEntry, 'subjectType' | 'subjectId'> => ({
  subjectType: 'inbound_mailbox',
  subjectId,
});

const responseOf = (mailbox: InboundMailbox): InboundMailboxResponse => ({
  host: mailbox.host,
  port: mailbox.port,
  secure: mailbox.secure,
  user: mailbox.username,
  folder: mailbox.folder,
  addresses: mailbox.addresses,
  afterReading: mailbox.afterReading,
  readAt: mailbox.readAt,
  failure: mailbox.failure,
  failedAt: mailbox.failedAt,
  version: mailbox.version,
  updatedAt: mailbox.updatedAt,
});
