import { NotFound } from '@seloste/kernel';
import type { EntityManager } from 'typeorm';
import { User } from './user.entity.js';

/** The user, held until the transaction ends. @throws NotFound */
export async function lockUser(tx: EntityManager, id: string): Promise<User> {
  const user = await tx.findOne(User, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!user) throw new NotFound('user');
  return user;
}
