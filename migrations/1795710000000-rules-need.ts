const all = `'{identity,contact_details,work_role,company_details,billing,preferences,communication,provenance,usage}'`;
const inTouch = `'{identity,contact_details,work_role,company_details,preferences,communication,provenance,usage}'`;

/**
 * What the shipped grounds need, now that it is acted on. A relationship needs everything of it, and a sale nearly so; a
 * consent needs to know who consented to what, how to reach them and whom a mailing is for, and nothing of what was said.
 * Where nobody has ever decided otherwise; as the first version in a register of nobody, as a new one in any other.
 */
export const needs = `
  DO $do$ BEGIN
    CREATE TEMP TABLE needed ON COMMIT DROP AS SELECT * FROM (VALUES
      ('customers', ${all}::text[]), ('former_customers', ${all}), ('prospects', ${inTouch}), ('form_senders', ${inTouch}), ('chats', ${inTouch}),
      ('marketing_contacts', '{identity,contact_details,work_role,preferences,provenance}')) AS n(key, keeps)
    WHERE NOT EXISTS (SELECT FROM retention_rule_versions v JOIN retention_rules r ON r.key = v.key WHERE v.key = n.key AND v.keeps <> r.keeps)
      AND NOT EXISTS (SELECT FROM retention_rule_versions v JOIN retention_rule_versions first ON first.key = v.key AND first.version = 1
        WHERE v.key = n.key AND v.keeps <> first.keeps);
    IF EXISTS (SELECT FROM contacts) THEN
      UPDATE retention_rules r SET keeps = n.keeps, version = r.version + 1, updated_at = now(), updated_by = NULL FROM needed n WHERE n.key = r.key;
      ALTER TABLE contacts DISABLE TRIGGER USER;
      -- The same clock, by the version that says the same of it.
      UPDATE contacts c SET retention_rule_version = r.version FROM retention_rules r JOIN needed n ON n.key = r.key
      WHERE r.key = c.retention_ground AND c.retention_rule_version = r.version - 1 AND c.erased_at IS NULL;
      ALTER TABLE contacts ENABLE TRIGGER USER;
    ELSE
      ALTER TABLE retention_rules DISABLE TRIGGER retention_rules_versioned;
      UPDATE retention_rules r SET keeps = n.keeps FROM needed n WHERE n.key = r.key;
      UPDATE retention_rule_versions v SET keeps = n.keeps FROM needed n WHERE n.key = v.key;
      ALTER TABLE retention_rules ENABLE TRIGGER retention_rules_versioned;
    END IF;
  END $do$;
`;
