import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  CREATE TABLE request_letters (
    id uuid PRIMARY KEY,
    request_id uuid NOT NULL REFERENCES subject_requests,
    kind text NOT NULL CHECK (kind IN ('receipt', 'extension', 'answer', 'note')),
    way text NOT NULL CHECK (way IN ('email', 'letter', 'phone', 'in_person')),
    language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    subject text NOT NULL CHECK (subject <> ''),
    body text NOT NULL CHECK (body <> ''),
    sent_on date NOT NULL,
    mail_id uuid,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid REFERENCES users,
    CONSTRAINT request_letters_by_email_are_mail CHECK ((way = 'email') = (mail_id IS NOT NULL))
  );
  CREATE INDEX request_letters_by_request ON request_letters (request_id, id);

  CREATE TABLE request_challenges (
    id uuid PRIMARY KEY,
    request_id uuid NOT NULL REFERENCES subject_requests,
    way text NOT NULL CHECK (way IN ('email', 'phone')),
    address text,
    code_digest bytea NOT NULL,
    tries smallint NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
    expires_at timestamptz NOT NULL,
    confirmed_at timestamptz,
    created_at timestamptz NOT NULL,
    created_by uuid REFERENCES users
  );
  CREATE INDEX request_challenges_by_request ON request_challenges (request_id, id);

  ALTER TABLE request_letters ENABLE ROW LEVEL SECURITY;
  CREATE POLICY privacy_officer ON request_letters USING (acts_as_privacy_officer());
  ALTER TABLE request_challenges ENABLE ROW LEVEL SECURITY;
  CREATE POLICY privacy_officer ON request_challenges USING (acts_as_privacy_officer());

  -- GDPR Art. 12(3), (4): the person is told of an extension, and of an answer, or there is none.
  CREATE FUNCTION request_is_told() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.extension > OLD.extension AND NOT EXISTS (SELECT FROM request_letters l
        WHERE l.request_id = NEW.id AND l.kind = 'extension' AND l.sent_on <= (NEW.received_on + interval '1 month')::date) THEN
      RAISE EXCEPTION 'an extension is told within the first month' USING ERRCODE = 'check_violation', CONSTRAINT = 'subject_requests_tell_of_extensions';
    END IF;
    IF NEW.status = 'closed' AND NEW.outcome <> 'withdrawn' AND NOT NEW.is_canary AND NOT EXISTS (SELECT FROM request_letters l
        WHERE l.request_id = NEW.id AND l.kind = 'answer') THEN
      RAISE EXCEPTION 'a request is closed by its answer' USING ERRCODE = 'check_violation', CONSTRAINT = 'subject_requests_are_answered';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER subject_requests_are_told BEFORE UPDATE OF extension, status ON subject_requests FOR EACH ROW EXECUTE FUNCTION request_is_told();
`;

/** What people are told of their requests, and how they show that it is them (GDPR Art. 12(1), (3), (4), (6); V8). */
export class RequestAnswers1795800060000 implements MigrationInterface {
  readonly name = 'RequestAnswers1795800060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER subject_requests_are_told ON subject_requests;
      DROP FUNCTION request_is_told();
      DROP TABLE request_challenges, request_letters;
    `);
  }
}
