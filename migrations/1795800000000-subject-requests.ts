import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  -- contact_id refers to nobody: the request outlives the row of a person who was deleted.
  CREATE TABLE subject_requests (
    id uuid PRIMARY KEY,
    reference text NOT NULL UNIQUE,
    kind text NOT NULL CHECK (kind IN ('access', 'rectification', 'erasure', 'restriction', 'objection', 'portability', 'consent_withdrawal')),
    contact_id uuid,
    identifier text CHECK (identifier <> ''),
    wording text CHECK (wording <> ''),
    received_via text NOT NULL CHECK (received_via IN ('my_data', 'form', 'mail', 'phone', 'letter', 'in_person')),
    received_at timestamptz NOT NULL,
    received_on date NOT NULL,
    language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    due_on date NOT NULL,
    extension smallint NOT NULL DEFAULT 0 CHECK (extension BETWEEN 0 AND 2),
    extension_reason text CHECK (extension_reason IN ('complexity', 'number_of_requests')),
    status text NOT NULL CHECK (status IN ('received', 'in_progress', 'closed')),
    outcome text CHECK (outcome IN ('granted', 'partly_granted', 'refused', 'unidentified', 'passed_on', 'withdrawn')),
    refusal_grounds text[] NOT NULL DEFAULT '{}',
    passed_on_to uuid REFERENCES companies ON DELETE SET NULL,
    rules jsonb NOT NULL,
    identified_at timestamptz,
    hold_id uuid,
    restriction_id uuid,
    is_canary boolean NOT NULL DEFAULT false,
    assignee_id uuid REFERENCES users,
    recorded_by uuid REFERENCES users,
    recorded_at timestamptz NOT NULL,
    closed_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    -- GDPR Art. 12(3): a month by the calendar from receipt, at most two more, with a reason.
    CONSTRAINT subject_requests_are_answered_in_time CHECK (due_on = (received_on + make_interval(months => 1 + extension))::date),
    CONSTRAINT subject_requests_are_extended_with_a_reason CHECK ((extension > 0) = (extension_reason IS NOT NULL)),
    CONSTRAINT subject_requests_close_with_an_outcome CHECK ((status = 'closed') = (outcome IS NOT NULL AND closed_at IS NOT NULL)),
    -- GDPR Art. 12(4): nobody is refused without being told why.
    CONSTRAINT subject_requests_are_refused_with_a_ground CHECK ((outcome IN ('refused', 'partly_granted')) IS NOT TRUE OR cardinality(refusal_grounds) > 0)
  );
  CREATE INDEX subject_requests_by_deadline ON subject_requests (due_on, id) WHERE status <> 'closed';
  CREATE INDEX subject_requests_by_contact ON subject_requests (contact_id) WHERE contact_id IS NOT NULL;
  CREATE INDEX subject_requests_by_receipt ON subject_requests (received_at, id);

  -- Who asks for what is the privacy officers' alone: whoever writes a request down does not read it afterwards.
  ALTER TABLE subject_requests ENABLE ROW LEVEL SECURITY;
  CREATE POLICY privacy_officer ON subject_requests USING (acts_as_privacy_officer());

  CREATE TABLE subject_request_events (
    id uuid PRIMARY KEY,
    request_id uuid NOT NULL REFERENCES subject_requests,
    step text NOT NULL,
    code text,
    about_type text,
    about_id uuid,
    at timestamptz NOT NULL,
    by uuid REFERENCES users
  );
  CREATE INDEX subject_request_events_by_request ON subject_request_events (request_id, id);
`;

/** What people ask for, by when it has to be answered, and the trail of how it was (H13–H17, V8; GDPR Art. 12). */
export class SubjectRequests1795800000000 implements MigrationInterface {
  readonly name = 'SubjectRequests1795800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE subject_request_events, subject_requests');
  }
}
