import { createHash, randomBytes } from 'node:crypto';
import type { RequestContext } from '@seloste/kernel';
import { NotFound } from '@seloste/kernel';
import { SubjectRequest } from '@seloste/requests';
import type { EntityManager } from 'typeorm';
import type { Package } from '../package.entity.js';

/** Another try took over, or the package is over. */
export class NotOurs extends Error {}

/** A try at a stage of one package. */
export interface Attempt {
  work: Package;
  /** Puts down how far it is, and more in the same transaction. @throws NotOurs */
  progress: (rows: number, also?: (tx: EntityManager) => Promise<void>) => Promise<void>;
}

/** The software itself, at work on a package. */
export const contextOf = (id: string): RequestContext => ({
  actor: { kind: 'system', name: 'packages' },
  requestId: id,
});

/** The name under which parts are sealed. */
export const partUse = 'package part';

export const digestOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A token for one link, and what is kept of it. */
export function newToken(): { token: string; digest: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, digest: digestOfToken(token) };
}

/** The request that a package answers, open or closed, and whose it is. @throws NotFound */
export async function requestOf(
  tx: EntityManager,
  { requestId }: Pick<Package, 'requestId'>,
): Promise<SubjectRequest & { contactId: string }> {
  const request = await tx.findOneBy(SubjectRequest, { id: requestId });
  const contactId = request?.contactId;
  if (!request || !contactId) throw new NotFound('subject_request');
  return Object.assign(request, { contactId });
}
