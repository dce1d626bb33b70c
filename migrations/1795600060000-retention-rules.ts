const bases = `'consent', 'contract', 'legal_obligation', 'vital_interests', 'public_task', 'legitimate_interest'`;

/** Grounds for keeping a person: the keys of the rules that cover people, in the order in which they are named. */
export const grounds = [
  'customers',
  'marketing_contacts',
  'former_customers',
  'prospects',
  'form_senders',
  'chats',
  'withdrawn',
] as const;

const starts = {
  people: `'customer_since', 'consented', 'relationship_ended', 'lead_lost', 'last_contact', 'collected', 'consent_withdrawn', 'objected'`,
  things: `'occurred', 'attached', 'collected', 'uploaded', 'expires', 'recorded', 'sent', 'received'`,
};

const decided = `
    covers text NOT NULL CHECK (covers IN ('people', 'interaction_bodies', 'visits', 'attachments', 'technical_data', 'imports', 'exports', 'audit_reads', 'audit_decisions', 'message_bodies', 'mailbox')),
    interaction_type text CHECK (interaction_type IN ('call', 'email', 'meeting', 'note', 'chat', 'form', 'visit')),
    starts text NOT NULL,
    period text CHECK (period ~ '^P(?=\\d)(\\d{1,3}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?$'),
    review_months smallint CHECK (review_months BETWEEN 1 AND 12),
    action text NOT NULL CHECK (action IN ('erase', 'delete', 'redact', 'review')),
    basis text NOT NULL CHECK (basis IN (${bases})),
    note text NOT NULL CHECK (note <> ''),
    keeps text[] NOT NULL DEFAULT '{}',
    longest text CHECK (longest ~ '^P(?=\\d)(\\d{1,3}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?$'),
    version integer NOT NULL DEFAULT 1`;

/** How long what is kept, and why: data, not code. Every version of a rule stays (GDPR Art. 5(1)(e), 5(2)). */
export const tables = `
  CREATE TABLE retention_rules (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    key text NOT NULL UNIQUE,
    ${decided},
    updated_at timestamptz NOT NULL,
    updated_by uuid REFERENCES users,
    CHECK ((covers IN ('interaction_bodies', 'visits')) = (interaction_type IS NOT NULL)),
    CHECK (CASE WHEN covers = 'people' THEN starts IN (${starts.people}) ELSE starts IN (${starts.things}) END),
    -- Design rule 4: what is kept without an end is looked at again, within a year; of things, nothing is.
    CONSTRAINT retention_rules_end_or_are_reviewed CHECK (period IS NOT NULL OR (covers = 'people' AND review_months IS NOT NULL)),
    -- H7, V12: nobody decides to keep longer than was promised.
    CONSTRAINT retention_rules_keep_to_the_longest CHECK (longest IS NULL OR coalesce(period::interval <= longest::interval, false))
  );

  CREATE TABLE retention_rule_versions (
    rule_id uuid NOT NULL REFERENCES retention_rules,
    key text NOT NULL,
    ${decided},
    changed_at timestamptz NOT NULL,
    changed_by uuid REFERENCES users,
    PRIMARY KEY (key, version)
  );

  CREATE FUNCTION retention_rule_is_versioned() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO retention_rule_versions (rule_id, key, covers, interaction_type, starts, period, review_months, action, basis, note, keeps, longest, version, changed_at, changed_by)
    VALUES (NEW.id, NEW.key, NEW.covers, NEW.interaction_type, NEW.starts, NEW.period, NEW.review_months, NEW.action, NEW.basis, NEW.note, NEW.keeps, NEW.longest, NEW.version, NEW.updated_at, NEW.updated_by);
    RETURN NULL;
  END $$;
  CREATE TRIGGER retention_rules_versioned AFTER INSERT OR UPDATE ON retention_rules FOR EACH ROW EXECUTE FUNCTION retention_rule_is_versioned();
`;

const everything = `'{identity,contact_details,work_role,preferences,communication,usage}'`;
const inTouch = `'{identity,contact_details,work_role,communication}'`;

/** What ships: the choices of a company that has not chosen yet. */
export const defaults = `
  INSERT INTO retention_rules (key, covers, interaction_type, starts, period, review_months, action, basis, keeps, longest, note, updated_at) VALUES
    ('customers', 'people', NULL, 'customer_since', NULL, 12, 'erase', 'contract', ${everything}, NULL, 'People at customers and partners, as long as the relationship lasts; looked at every year.', now()),
    ('marketing_contacts', 'people', NULL, 'consented', NULL, 12, 'erase', 'consent', '{identity,contact_details,preferences}', NULL, 'A marketing consent in force: until the person opts out; looked at every year.', now()),
    ('former_customers', 'people', NULL, 'relationship_ended', 'P12M', NULL, 'erase', 'legitimate_interest', ${everything}, 'P36M', 'Claims and open questions after the relationship: at most 12 months unless decided otherwise.', now()),
    ('prospects', 'people', NULL, 'lead_lost', 'P12M', NULL, 'erase', 'legitimate_interest', ${inTouch}, 'P24M', 'An active sales process: 12 months from the lost lead, else from when the person was last in touch, else from collecting the data.', now()),
    ('form_senders', 'people', NULL, 'last_contact', 'P12M', 12, 'erase', 'legitimate_interest', ${inTouch}, NULL, 'Who sent a form and nothing else is known of: answering, and following up the answer.', now()),
    ('chats', 'people', NULL, 'last_contact', 'P12M', 12, 'erase', 'legitimate_interest', ${inTouch}, NULL, 'Who chatted and nothing else is known of: answering, and following up the answer.', now()),
    ('withdrawn', 'people', NULL, 'consent_withdrawn', 'P0D', NULL, 'erase', 'legal_obligation', '{}', 'P30D', 'The last ground is gone by the person''s own word: GDPR Art. 17(1)(b) and (c).', now()),
    ('call_bodies', 'interaction_bodies', 'call', 'occurred', 'P36M', NULL, 'redact', 'legitimate_interest', '{}', 'P72M', 'What was agreed by phone.', now()),
    ('email_bodies', 'interaction_bodies', 'email', 'occurred', 'P36M', NULL, 'redact', 'legitimate_interest', '{}', 'P72M', 'What was agreed by e-mail.', now()),
    ('meeting_bodies', 'interaction_bodies', 'meeting', 'occurred', 'P36M', NULL, 'redact', 'legitimate_interest', '{}', 'P72M', 'What was agreed in a meeting.', now()),
    ('note_bodies', 'interaction_bodies', 'note', 'occurred', 'P36M', NULL, 'redact', 'legitimate_interest', '{}', 'P72M', 'What was noted for colleagues.', now()),
    ('chat_bodies', 'interaction_bodies', 'chat', 'occurred', 'P12M', NULL, 'redact', 'legitimate_interest', '{}', 'P36M', 'Chat history.', now()),
    ('form_bodies', 'interaction_bodies', 'form', 'occurred', 'P12M', NULL, 'redact', 'legitimate_interest', '{}', 'P36M', 'What was written into forms.', now()),
    ('visits', 'visits', 'visit', 'occurred', 'P18M', NULL, 'delete', 'legitimate_interest', '{}', 'P18M', 'Usage data: at most 18 months.', now()),
    ('technical_data', 'technical_data', NULL, 'collected', 'P18M', NULL, 'delete', 'legitimate_interest', '{}', 'P18M', 'Technical and usage data: at most 18 months.', now()),
    ('attachments', 'attachments', NULL, 'attached', 'P36M', NULL, 'delete', 'legitimate_interest', '{}', 'P72M', 'Files of interactions, as long as what was agreed.', now()),
    ('imports', 'imports', NULL, 'uploaded', 'P30D', NULL, 'delete', 'legitimate_interest', '{}', 'P90D', 'Files and rows of imports, for putting mistakes right.', now()),
    ('exports', 'exports', NULL, 'expires', 'P0D', NULL, 'delete', 'legitimate_interest', '{}', 'P30D', 'Exported files, until the end that each was given.', now()),
    ('audit_reads', 'audit_reads', NULL, 'recorded', 'P24M', NULL, 'delete', 'legal_obligation', '{}', 'P60M', 'Who looked at whom: GDPR Art. 5(2).', now()),
    ('audit_decisions', 'audit_decisions', NULL, 'recorded', 'P72M', NULL, 'delete', 'legal_obligation', '{}', 'P120M', 'Who changed and decided what: GDPR Art. 5(2).', now()),
    ('message_bodies', 'message_bodies', NULL, 'sent', 'P30D', NULL, 'redact', 'legitimate_interest', '{}', 'P180D', 'Contents of messages that have left.', now()),
    ('mailbox', 'mailbox', NULL, 'received', 'P30D', NULL, 'delete', 'legitimate_interest', '{}', 'P90D', 'The local mailbox.', now());
`;
