import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { handOverCompanies } from '@seloste/companies';
import { handOverContacts } from '@seloste/contacts';
import { UserAccess, UserDirectory } from '@seloste/identity';
import { actingUserId, InvalidInput, newId, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';
import type { CreateOwnershipTransfer, OwnershipTransferResponse } from './ownership.dto.js';
import { OwnershipTransfer } from './ownership-transfer.entity.js';

/**
 * Records that change hands in one transaction, and people whom one event names: few enough that nobody who edits one
 * waits for long.
 */
const batchSize = 1_000;

/** An id before any other. */
const beforeAll = '00000000-0000-0000-0000-000000000000';

const handOvers = { companies: handOverCompanies, contacts: handOverContacts };

/**
 * Everything that somebody owned becomes somebody else's, so that no person is left without anybody when they leave.
 * Archived records go along, and restricted people unseen: neither counted nor named.
 */
@Injectable()
export class TransferOwnership {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly users: UserDirectory,
    private readonly access: UserAccess,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Safe to repeat: what was moved stays moved. @throws NotFound, InvalidInput */
  async run(context: RequestContext, wanted: CreateOwnershipTransfer): Promise<OwnershipTransferResponse> {
    await this.assertPossible(context, wanted);
    const nouns = (['companies', 'contacts'] as const).filter((noun) => wanted[noun] !== false);
    const id = await this.begin(context, wanted, nouns);
    for (const noun of nouns) await this.moveAll(context, { id, noun }, wanted);
    await this.database.manager.update(OwnershipTransfer, { id }, { finishedAt: this.clock.now() });
    const done = await this.database.manager.findOneByOrFail(OwnershipTransfer, { id });
    const { fromUserId, toUserId, companies, contacts, requestedAt, finishedAt } = done;
    return { id, fromUserId, toUserId, companies, contacts, requestedAt, finishedAt };
  }

  private async assertPossible(
    context: RequestContext,
    { fromUserId, toUserId }: CreateOwnershipTransfer,
  ): Promise<void> {
    await this.users.get(context, fromUserId);
    if (fromUserId === toUserId)
      throw InvalidInput.of('toUserId', 'same_user', 'must be somebody else than fromUserId');
    await this.users.assertActiveUser(toUserId, 'toUserId');
    if ((await this.access.contextOf(toUserId, 'contacts.read', context.requestId)) === null)
      throw InvalidInput.of('toUserId', 'may_not_read', 'must be somebody who may see people');
  }

  /** On record before anything moves: one act, however many batches it takes. */
  private begin(
    context: RequestContext,
    { fromUserId, toUserId }: CreateOwnershipTransfer,
    nouns: string[],
  ): Promise<string> {
    return this.database.transaction(async (tx) => {
      const id = newId();
      const requested = { requestedBy: actingUserId(context), requestedAt: this.clock.now() };
      await tx.insert(OwnershipTransfer, {
        id,
        fromUserId,
        toUserId,
        companies: 0,
        contacts: 0,
        ...requested,
      });
      const action = {
        action: 'ownership_transfer.create',
        subjectType: 'ownership_transfer',
        subjectId: id,
      };
      await this.audit.record(tx, context, { ...action, fields: nouns });
      return id;
    });
  }

  private async moveAll(
    context: RequestContext,
    part: Part,
    { fromUserId: from, toUserId: to }: CreateOwnershipTransfer,
  ): Promise<void> {
    let after: string | null = beforeAll;
    while (after !== null) after = await this.moveBatch(context, part, { from, to, after });
  }

  /** Whoever it moves is named on record. Returns the id of the last record that moved; null when none was left. */
  private moveBatch(
    context: RequestContext,
    { id, noun }: Part,
    { from, to, after }: { from: string; to: string; after: string },
  ): Promise<string | null> {
    return this.database.transaction(async (tx) => {
      const at = this.clock.now();
      const batch = await handOvers[noun](tx, { from, to, most: batchSize, at, after });
      if (!batch) return null;
      await tx.increment(OwnershipTransfer, { id }, noun, batch.moved);
      if (batch.people.length > 0)
        await this.audit.record(tx, context, {
          action: 'ownership_transfer.move',
          subjectType: 'ownership_transfer',
          subjectId: id,
          fields: [noun],
          shownIds: batch.people,
        });
      return batch.last;
    });
  }
}

/** What of a transfer is being moved. */
interface Part {
  id: string;
  noun: keyof typeof handOvers;
}
