import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { PrivacyOfficer } from '@seloste/audit';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Database, Sealer } from '@seloste/platform';
import { RequestTrail } from '@seloste/requests';
import type { Response } from 'express';
import type { EntityManager } from 'typeorm';
import { contextOf, digestOfToken, partUse, requestOf } from '../building/kit.js';
import { PackagePart } from '../package-part.entity.js';
import { Package } from '../package.entity.js';

/** Hands a package over, once, to whoever has the link. */
@Injectable()
export class Delivery {
  constructor(
    private readonly database: Database,
    private readonly privacy: PrivacyOfficer,
    private readonly sealer: Sealer,
    private readonly trail: RequestTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The package that a link opens now; null for any other. */
  find(token: string): Promise<Package | null> {
    return this.act((tx) => this.findIn(tx, token));
  }

  /** Streams it and deletes it; false: there is none. When the reader goes away half way, the link still works. */
  async send(token: string, response: Response): Promise<boolean> {
    const taken = await this.act((tx) => this.take(tx, token));
    if (taken === null) return false;
    response.setHeader('Content-Type', 'application/zip');
    response.setHeader('Content-Disposition', 'attachment; filename="data.zip"');
    try {
      await pipeline(Readable.from(this.bytesOf(taken.id)), response);
    } catch (error) {
      await this.act((tx) => this.giveBack(tx, taken));
      if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
      return true;
    }
    await this.act((tx) => erase(tx, taken.id));
    return true;
  }

  /** Of somebody who was erased meanwhile, nothing is left to fetch. */
  private async findIn(tx: EntityManager, token: string): Promise<Package | null> {
    const found = await tx.findOne(Package, {
      where: { tokenDigest: digestOfToken(token), status: 'released' },
      lock: { mode: 'pessimistic_write' },
    });
    if (!found || found.expiresAt <= this.clock.now()) return null;
    return (await tx.existsBy(PackagePart, { packageId: found.id })) ? found : null;
  }

  private async take(tx: EntityManager, token: string): Promise<Package | null> {
    const found = await this.findIn(tx, token);
    if (found === null) return null;
    const { id, kind } = found;
    await tx.update(
      Package,
      { id },
      { status: 'delivered', tokenDigest: null, deliveredAt: this.clock.now() },
    );
    const about = { type: 'package', id };
    await this.trail.record(tx, contextOf(id), await requestOf(tx, found), {
      ...{ step: 'package_delivered', code: kind, about },
    });
    return found;
  }

  private async giveBack(tx: EntityManager, { id, tokenDigest }: Package): Promise<void> {
    if (await tx.existsBy(PackagePart, { packageId: id }))
      await tx.update(Package, { id }, { status: 'released', tokenDigest, deliveredAt: null });
  }

  private async *bytesOf(packageId: string): AsyncGenerator<Buffer> {
    for (let position = 0; ; position++) {
      const part = await this.act((tx) => tx.findOneBy(PackagePart, { packageId, position }));
      if (part === null) return;
      const opened = this.sealer.open(part.sealed, partUse, `${packageId} ${position}`);
      if (opened === null) throw new Error('a part of the package was changed');
      yield Buffer.from(opened, 'base64');
    }
  }

  private act<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction((tx) => this.privacy.carryOut(tx, () => work(tx)));
  }
}

/** Takes away what a package holds. */
export async function erase(tx: EntityManager, id: string): Promise<void> {
  await tx.query('DELETE FROM package_parts WHERE package_id = $1', [id]);
  await tx.query('DELETE FROM package_redactions WHERE package_id = $1', [id]);
}
