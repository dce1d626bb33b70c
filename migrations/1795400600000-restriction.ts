import type { MigrationInterface, QueryRunner } from 'typeorm';
import { redefine } from './redefine-functions.js';
import { consequences } from './1795400600000-restriction-effects.js';

/**
 * The parts of a person. `(contact_id, restricted)` refers to `contacts (id, restricted)`: PostgreSQL carries the flag
 * along, and refuses, whatever races whatever, a part that does not know of the restriction.
 */
const parts = ['contact_points', 'contact_sources', 'contact_bases', 'employments'];

const rowSecured = [
  ...['contacts', ...parts].map((table) => [table, 'restricted']),
  ...['interactions', 'interaction_participants', 'interaction_revisions'].map((t) => [t, 'restricted']),
  ['import_rows', 'contact_restricted'],
];

const flags = `
  ALTER TABLE contacts ADD restricted boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT contacts_with_restriction UNIQUE (id, restricted);
  CREATE INDEX contacts_restricted ON contacts (company_id) WHERE restricted;
  ${parts
    .map(
      (table) => `
  ALTER TABLE ${table} ADD restricted boolean NOT NULL DEFAULT false, DROP CONSTRAINT ${table}_contact_id_fkey,
    ADD CONSTRAINT ${table}_contact_fkey FOREIGN KEY (contact_id, restricted) REFERENCES contacts (id, restricted) ON UPDATE CASCADE ON DELETE CASCADE;`,
    )
    .join('')}
  CREATE INDEX contact_points_restricted ON contact_points (value, kind) WHERE restricted;

  -- An interaction is hidden as a whole as soon as one of its people is restricted: what was said is about them too.
  ALTER TABLE interactions ADD restricted boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT interactions_with_restriction UNIQUE (id, restricted);
  ALTER TABLE interaction_participants
    ADD contact_restricted boolean NOT NULL DEFAULT false, ADD restricted boolean NOT NULL DEFAULT false,
    DROP CONSTRAINT interaction_participants_contact_id_fkey, DROP CONSTRAINT interaction_participants_interaction_id_fkey,
    ADD CONSTRAINT interaction_participants_contact_fkey FOREIGN KEY (contact_id, contact_restricted) REFERENCES contacts (id, restricted) ON UPDATE CASCADE,
    ADD CONSTRAINT interaction_participants_interaction_fkey FOREIGN KEY (interaction_id, restricted) REFERENCES interactions (id, restricted) ON UPDATE CASCADE ON DELETE CASCADE;
  ALTER TABLE interaction_revisions ADD restricted boolean NOT NULL DEFAULT false,
    DROP CONSTRAINT interaction_revisions_interaction_id_fkey,
    ADD CONSTRAINT interaction_revisions_interaction_fkey FOREIGN KEY (interaction_id, restricted) REFERENCES interactions (id, restricted) ON UPDATE CASCADE ON DELETE CASCADE;

  ALTER TABLE import_rows ADD contact_restricted boolean NOT NULL DEFAULT false, DROP CONSTRAINT import_rows_contact_id_fkey,
    ADD CONSTRAINT import_rows_contact_fkey FOREIGN KEY (contact_id, contact_restricted) REFERENCES contacts (id, restricted) ON UPDATE CASCADE ON DELETE SET NULL (contact_id);
`;

const unflag = `
  ALTER TABLE import_rows DROP contact_restricted,
    ADD CONSTRAINT import_rows_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts ON DELETE SET NULL;
  ALTER TABLE interaction_revisions DROP restricted,
    ADD CONSTRAINT interaction_revisions_interaction_id_fkey FOREIGN KEY (interaction_id) REFERENCES interactions ON DELETE CASCADE;
  ALTER TABLE interaction_participants DROP restricted, DROP contact_restricted,
    ADD CONSTRAINT interaction_participants_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts,
    ADD CONSTRAINT interaction_participants_interaction_id_fkey FOREIGN KEY (interaction_id) REFERENCES interactions ON DELETE CASCADE;
  ALTER TABLE interactions DROP restricted;
  DROP INDEX contact_points_restricted;
  ${parts
    .map(
      (table) => `
  ALTER TABLE ${table} DROP restricted,
    ADD CONSTRAINT ${table}_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts ON DELETE CASCADE;`,
    )
    .join('')}
  DROP INDEX contacts_restricted;
  ALTER TABLE contacts DROP restricted;
`;

const tables = `
  CREATE TABLE restrictions (
    id uuid PRIMARY KEY,
    contact_id uuid NOT NULL REFERENCES contacts ON DELETE CASCADE,
    reason text NOT NULL CHECK (reason <> ''),
    until date,
    placed_at timestamptz NOT NULL,
    placed_by uuid REFERENCES users,
    lift_requested_at timestamptz,
    lift_requested_by uuid REFERENCES users,
    lift_reason text,
    notice_id uuid,
    notice_queued_at timestamptz,
    informed_via text CHECK (informed_via IN ('email', 'phone', 'letter', 'in_person', 'other')),
    informed_on date,
    lifted_at timestamptz,
    CHECK (lift_requested_at IS NOT NULL OR num_nonnulls(lift_requested_by, lift_reason, notice_id, notice_queued_at, informed_via, lifted_at) = 0),
    CHECK ((informed_via IS NULL) = (informed_on IS NULL)),
    -- GDPR Art. 18(3): nobody's restriction is lifted before they were told.
    CONSTRAINT restrictions_are_lifted_after_the_notice CHECK (lifted_at IS NULL OR informed_via IS NOT NULL)
  );
  CREATE UNIQUE INDEX restrictions_current ON restrictions (contact_id) WHERE lifted_at IS NULL;
  CREATE INDEX restrictions_by_contact ON restrictions (contact_id);
  CREATE INDEX restrictions_by_time ON restrictions (placed_at, id) WHERE lifted_at IS NULL;

  CREATE TABLE privacy_acts (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users,
    reason text NOT NULL CHECK (reason <> ''),
    subject_type text NOT NULL,
    subject_id uuid,
    request_id text NOT NULL,
    acted_at timestamptz NOT NULL
  );
  CREATE INDEX privacy_acts_by_subject ON privacy_acts (subject_id, acted_at);
`;

/** Owners are exempt, so the flags' own foreign keys and triggers see everybody; the app's role is not. */
const policies = `
  CREATE FUNCTION acts_as_privacy_officer() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(current_setting('seloste.acts_as', true), '') = 'privacy_officer'
  $$;
  ${rowSecured
    .map(
      ([table, flag]) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  CREATE POLICY not_restricted ON ${table} USING (NOT ${flag});
  CREATE POLICY privacy_officer_reads ON ${table} FOR SELECT USING (acts_as_privacy_officer());`,
    )
    .join('')}
  ALTER TABLE restrictions ENABLE ROW LEVEL SECURITY;
  CREATE POLICY privacy_officer ON restrictions USING (acts_as_privacy_officer());
  ALTER TABLE privacy_acts ENABLE ROW LEVEL SECURITY;
  CREATE POLICY privacy_officer ON privacy_acts USING (acts_as_privacy_officer());
`;

/** Filters and counts go on reading an index alone, now that every query asks for the flag too. */
const indexes = {
  contacts_by_name: ['contacts (sort_name, id)', [], 'archived_at IS NULL'],
  contacts_archived: ['contacts (sort_name, id)', [], 'archived_at IS NOT NULL'],
  contacts_by_company: [
    'contacts (company_id, sort_name, id)',
    ['owner_id', 'language', 'area_of_responsibility'],
    'archived_at IS NULL',
  ],
  contacts_by_owner: [
    'contacts (owner_id, sort_name, id)',
    ['company_id', 'language', 'area_of_responsibility'],
    'archived_at IS NULL',
  ],
  contacts_by_language: [
    'contacts (language, sort_name, id)',
    ['company_id', 'owner_id', 'area_of_responsibility'],
    'archived_at IS NULL',
  ],
  contacts_by_area: [
    'contacts (area_of_responsibility, sort_name, id)',
    ['company_id', 'owner_id', 'language'],
    'archived_at IS NULL',
  ],
  interactions_by_time: ['interactions (occurred_at, id)', [], null],
  interactions_by_company: ['interactions (company_id, occurred_at, id)', [], null],
  interactions_by_author: ['interactions (author_id, occurred_at, id)', [], null],
  interaction_participants_by_contact: [
    'interaction_participants (contact_id, occurred_at, interaction_id)',
    [],
    null,
  ],
} as const;

const rebuilt = (extra: string[]) =>
  Object.entries(indexes)
    .map(([name, [on, included, where]]) => {
      const columns = [...included, ...extra];
      const include = columns.length > 0 ? ` INCLUDE (${columns.join(', ')})` : '';
      return `DROP INDEX ${name}; CREATE INDEX ${name} ON ${on}${include}${where ? ` WHERE ${where}` : ''};`;
    })
    .join('\n');

/** search_entries has no row-level security (its index would go unused): who is restricted has no entry, whoever writes. */
const searchFunctions: Record<string, [was: string, becomes: string][]> = {
  'search_index_contacts(uuid[])': [
    ['r.id = e.ref_id', 'r.id = e.ref_id AND NOT r.restricted'],
    ['r.id = ANY (ids)', 'r.id = ANY (ids) AND NOT r.restricted'],
  ],
  'search_index_interactions(uuid[])': [
    ['r.id = e.ref_id', 'r.id = e.ref_id AND NOT r.restricted'],
    ['r.id = ANY (ids)', 'r.id = ANY (ids) AND NOT r.restricted'],
  ],
  'search_contacts_updated()': [['company_id, archived_at,', 'company_id, archived_at, restricted,']],
  'search_interactions_updated()': [['subject, body,', 'subject, body, restricted,']],
};

const redefinitions = Object.entries(searchFunctions).flatMap(([routine, changes]) =>
  changes.map((change) => [routine, ...change] as const),
);

/** Restriction of processing (GDPR Art. 18): a restricted person is absent, by row-level security. */
export class Restriction1795400600000 implements MigrationInterface {
  readonly name = 'Restriction1795400600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      flags + tables + policies + rebuilt(['restricted']) + redefine(redefinitions, 'up') + consequences,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    const drops = rowSecured.map(
      ([table]) => `
      DROP POLICY not_restricted ON ${table}; DROP POLICY privacy_officer_reads ON ${table};
      ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY;`,
    );
    await runner.query(`
      DROP TABLE restrictions, privacy_acts;
      DROP TRIGGER interaction_participants_restricted ON interaction_participants;
      DROP TRIGGER interaction_participants_gone ON interaction_participants;
      DROP FUNCTION restriction_takes_effect(), imports_follow_restriction(uuid), restricted_among(jsonb), hold_restrictions(), hold_restrictions_alone(), interaction_restrictions_follow();
      ${drops.join('')}
      DROP FUNCTION acts_as_privacy_officer();
      ${rebuilt([])} ${redefine(redefinitions, 'down')} ${unflag}
    `);
  }
}
