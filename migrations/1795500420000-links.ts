import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As the owner, who is exempt from row-level security: whoever shows a token sees what belongs to its person, and no other. */
const byToken = 'LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp';

const linkByToken = `
  CREATE FUNCTION link_by_token(token_hash bytea) RETURNS SETOF contact_links ${byToken} ROWS 1 AS $$
    SELECT * FROM contact_links l WHERE l.token_hash = $1
  $$;
`;

const inForce = (of: string): string => `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'channel', o.channel, 'purpose', o.purpose, 'since', o.objected_at) ORDER BY o.objected_at), '[]')
  FROM objections o WHERE ${of} AND NOT EXISTS (SELECT FROM objection_withdrawals w WHERE w.objection_id = o.id))`;

const points = (kind: 'email' | 'phone'): string => `(
  SELECT coalesce(jsonb_agg(p.value ORDER BY p.position), '[]') FROM contact_points p WHERE p.contact_id = c.id AND p.kind = '${kind}')`;

/** What the person sees of themselves (GDPR Art. 15(1), 21); nothing of somebody erased. */
const personByToken = `
  CREATE FUNCTION person_by_token(token_hash bytea) RETURNS jsonb ${byToken} AS $$
    SELECT jsonb_build_object(
      'firstName', c.first_name, 'lastName', c.last_name, 'title', c.title, 'area', c.area_of_responsibility,
      'department', c.department, 'language', c.language, 'interests', c.interests, 'authorisations', cardinality(c.authorisations),
      'company', co.name, 'isAtLegalPerson', co.id IS NOT NULL AND co.legal_form IS DISTINCT FROM 'sole_trader',
      'hasRelationship', coalesce(co.relationship_status <> 'prospect', false), 'restricted', c.restricted, 'emails', ${points('email')}, 'phones', ${points('phone')},
      'retention', jsonb_build_object('dueOn', c.retention_due_on, 'ground', c.retention_ground, 'reviewOn', c.retention_review_on),
      'interactions', (SELECT count(*) FROM interaction_participants p WHERE p.contact_id = c.id),
      'hasBought', EXISTS (SELECT FROM sale_references r WHERE r.contact_id = c.id),
      'sources', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'what', s.what, 'on', s.collected_on) ORDER BY s.collected_on, s.id), '[]')
        FROM contact_sources s WHERE s.contact_id = c.id),
      'bases', (SELECT coalesce(jsonb_object_agg(b.purpose, b.basis), '{}') FROM contact_bases b WHERE b.contact_id = c.id),
      'objections', ${inForce('o.contact_id = c.id')},
      'companyObjections', ${inForce('o.company_id = c.company_id')},
      'consents', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', y.id, 'channel', y.channel, 'purpose', y.purpose, 'since', y.obtained_at,
          'isInForce', NOT y.needs_confirmation OR f.consent_id IS NOT NULL) ORDER BY y.obtained_at), '[]')
        FROM consents y LEFT JOIN consent_confirmations f ON f.consent_id = y.id
        WHERE y.contact_id = c.id AND NOT EXISTS (SELECT FROM consent_withdrawals w WHERE w.consent_id = y.id)))
    FROM contact_links l JOIN contacts c ON c.id = l.contact_id LEFT JOIN companies co ON co.id = c.company_id
    WHERE l.token_hash = $1 AND c.erased_at IS NULL
  $$;

  -- The consent that a link asks its person to confirm.
  CREATE FUNCTION consent_by_token(token_hash bytea) RETURNS jsonb ${byToken} AS $$
    SELECT jsonb_build_object('id', y.id, 'channel', y.channel, 'purpose', y.purpose, 'text', w.text, 'since', y.obtained_at,
      'confirmedAt', f.confirmed_at, 'withdrawnAt', d.withdrawn_at)
    FROM contact_links l JOIN consents y ON y.id = l.consent_id AND y.contact_id = l.contact_id
    JOIN contacts c ON c.id = y.contact_id JOIN consent_wordings w ON w.id = y.wording_id
    LEFT JOIN consent_confirmations f ON f.consent_id = y.id LEFT JOIN consent_withdrawals d ON d.consent_id = y.id
    WHERE l.token_hash = $1 AND c.erased_at IS NULL
  $$;
`;

/**
 * Whoever changes a person's address in the register gets the links that are sent there. So a link may only ever close,
 * unless the address that it reached is still the person's, and was when they said no to anything that still stands.
 */
const mayOpen = `
  CREATE FUNCTION link_may_open(link uuid) RETURNS boolean ${byToken} AS $$
    SELECT EXISTS (
      SELECT FROM contact_links l LEFT JOIN messages m ON m.id = l.message_id
      JOIN contact_points p ON p.contact_id = l.contact_id AND p.kind = 'email' AND (p.digest = l.address_digest OR p.value = m.recipient)
      WHERE l.id = link AND NOT EXISTS (
        SELECT FROM objections o WHERE o.contact_id = l.contact_id AND p.digest <> ALL (o.address_digests)
          AND NOT EXISTS (SELECT FROM objection_withdrawals w WHERE w.objection_id = o.id)))
  $$;
`;

/** What a person's own link opens, restricted or not (GDPR Art. 18 stops us, not them). */
export class Links1795500420000 implements MigrationInterface {
  readonly name = 'Links1795500420000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(linkByToken + personByToken + mayOpen);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP FUNCTION link_may_open(uuid), consent_by_token(bytea), person_by_token(bytea), link_by_token(bytea)',
    );
  }
}
