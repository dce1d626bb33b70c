import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The outbox of mail, and the mailbox that shows what could not be sent. */
export class Mail1795400120000 implements MigrationInterface {
  readonly name = 'Mail1795400120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail_messages (
        id uuid PRIMARY KEY,
        class text NOT NULL CHECK (class = 'service'),
        template text NOT NULL CHECK (template <> ''),
        language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
        recipient text NOT NULL CHECK (recipient <> ''),
        user_id uuid REFERENCES users,
        contact_id uuid REFERENCES contacts ON DELETE CASCADE,
        about_type text,
        about_id uuid,
        sealed_values text,
        status text NOT NULL CHECK (status IN ('waiting', 'handed_over', 'failed', 'kept')),
        attempts integer NOT NULL DEFAULT 0,
        next_attempt_at timestamptz,
        deliver_before timestamptz,
        failure text,
        message_id text,
        handed_over_at timestamptz,
        followed_up_at timestamptz,
        created_at timestamptz NOT NULL,
        CHECK ((status = 'waiting') = (next_attempt_at IS NOT NULL)),
        CHECK ((status = 'handed_over') = (handed_over_at IS NOT NULL AND message_id IS NOT NULL)),
        CHECK ((status IN ('waiting', 'kept')) = (sealed_values IS NOT NULL)),
        CHECK ((about_type IS NULL) = (about_id IS NULL))
      );
      CREATE INDEX mail_messages_due ON mail_messages (next_attempt_at) WHERE status = 'waiting';
      CREATE INDEX mail_messages_to_follow_up ON mail_messages (handed_over_at)
        WHERE status = 'handed_over' AND followed_up_at IS NULL;
      CREATE INDEX mail_messages_by_time ON mail_messages (created_at, id);
      CREATE INDEX mail_messages_by_user ON mail_messages (user_id);
      CREATE INDEX mail_messages_by_contact ON mail_messages (contact_id) WHERE contact_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mail_messages');
  }
}
