import type { EntityManager } from 'typeorm';

/**
 * Says to PostgreSQL that this transaction acts as privacy officer: row-level security then shows restricted people
 * (GDPR Art. 18(2)), until the transaction ends, however it ends. Only who puts the act on record may say so:
 * `PrivacyOfficer` in libs/audit.
 */
export async function becomePrivacyOfficer(tx: EntityManager): Promise<void> {
  await tx.query(`SELECT set_config('seloste.acts_as', 'privacy_officer', true)`);
}
