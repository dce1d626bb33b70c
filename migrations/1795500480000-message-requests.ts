import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which a message is known to be the one that the same request wrote. */
export class MessageRequests1795500480000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE messages ADD request_digest text CHECK (request_digest <> '')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE messages DROP request_digest');
  }
}
