import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '@seloste/audit';
import { actingUserId, newId, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, Database, holdLock, Sealer } from '@seloste/platform';
import { DkimKey } from './dkim-key.entity.js';
import { dkimKeyUse } from './dkim-signing.js';

/** Where the public key is published. */
export interface DkimPlace {
  domainName: string;
  keySelector: string;
}

/** Choosing what mail is signed with. The private key is made here and never shown. */
@Injectable()
export class DkimSettings {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Signs from now on. The same place again keeps its key; another one gets a new key. */
  async choose(context: RequestContext, { domainName, keySelector }: DkimPlace): Promise<void> {
    const { privateKey, publicKey } = await newKeyPair();
    await this.database.transaction(async (tx) => {
      await holdLock(tx, 'dkimKey');
      if (await tx.existsBy(DkimKey, { domainName, keySelector })) return;
      const id = newId();
      const sealedPrivateKey = this.sealer.seal(privateKey, dkimKeyUse, id);
      const made = { createdAt: this.clock.now(), createdBy: actingUserId(context) };
      await tx.delete(DkimKey, { singleton: true });
      await tx.insert(DkimKey, {
        id,
        singleton: true,
        domainName,
        keySelector,
        publicKey,
        sealedPrivateKey,
        ...made,
      });
      const fields = ['domainName', 'keySelector', 'privateKey'];
      await this.audit.record(tx, context, entryOf('dkim_key.create', id, fields));
    });
  }

  /** Signs no more, and forgets the key. Doing it twice is once. */
  async end(context: RequestContext): Promise<void> {
    await this.database.transaction(async (tx) => {
      await holdLock(tx, 'dkimKey');
      const key = await tx.findOneBy(DkimKey, { singleton: true });
      if (!key) return;
      await tx.delete(DkimKey, { id: key.id });
      await this.audit.record(tx, context, entryOf('dkim_key.delete', key.id));
    });
  }
}

const entryOf = (action: string, subjectId: string, fields: string[] = []): AuditEntry => ({
  action,
  subjectType: 'dkim_key',
  subjectId,
  fields,
});

/** 2,048 bits: what every receiver accepts, and what fits into a name server's record. */
async function newKeyPair(): Promise<{ privateKey: string; publicKey: string }> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'der' },
  });
  return { privateKey, publicKey: publicKey.toString('base64') };
}
