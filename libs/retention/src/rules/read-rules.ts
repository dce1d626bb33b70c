import { NotFound } from '@seloste/kernel';
import { referenceOf, type Reader } from '@seloste/platform';
import type { RetentionRule } from './retention-rule.entity.js';
import { actionsOf, isOpenEnded, isSetElsewhere, startsOf } from './rule-terms.js';
import type { RuleResponse, RuleVersionResponse, RuleWithHistory } from './rules.dto.js';

type VersionRow = Omit<RuleVersionResponse, 'changedBy'> & {
  changedBy: string | null;
  changedByName: string | null;
};
type Row = VersionRow &
  Pick<RetentionRule, 'id' | 'key' | 'covers' | 'interactionType'> & { people: number | null };

const terms = (
  r: string,
): string => `${r}.version, ${r}.starts, ${r}.period, ${r}.review_months AS "reviewMonths",
  ${r}.action, ${r}.basis, ${r}.note, ${r}.keeps, ${r}.longest, u.name AS "changedByName"`;

const sql = `
  SELECT r.id, r.key, r.covers, r.interaction_type AS "interactionType", ${terms('r')},
    r.updated_at AS "changedAt", r.updated_by AS "changedBy",
    CASE WHEN r.covers = 'people' THEN (SELECT count(*)::int FROM contacts c WHERE c.retention_ground = r.key AND c.erased_at IS NULL) END AS people
  FROM retention_rules r LEFT JOIN users u ON u.id = r.updated_by
  WHERE $1::uuid IS NULL OR r.id = $1
  ORDER BY r.covers <> 'people', array_position(ARRAY['customers', 'marketing_contacts', 'former_customers', 'prospects', 'form_senders', 'chats', 'withdrawn'], r.key), r.key`;

const versionsSql = `
  SELECT ${terms('v')}, v.changed_at AS "changedAt", v.changed_by AS "changedBy"
  FROM retention_rule_versions v LEFT JOIN users u ON u.id = v.changed_by WHERE v.rule_id = $1 ORDER BY v.version DESC`;

/** Every rule: on people first, then on things. */
export const readRules = async (reader: Reader): Promise<RuleResponse[]> =>
  (await reader.read<Row>(sql, [null])).map(toRule);

/** @throws NotFound */
export async function readRule(reader: Reader, id: string): Promise<RuleWithHistory> {
  const [row] = await reader.read<Row>(sql, [id]);
  if (!row) throw new NotFound('retention_rule');
  const versions = await reader.read<VersionRow>(versionsSql, [id]);
  return { ...toRule(row), versions: versions.map(toVersion) };
}

const toVersion = ({ changedBy, changedByName, ...row }: VersionRow): RuleVersionResponse => ({
  ...row,
  changedBy: referenceOf(changedBy, changedByName),
});

const toRule = ({ changedBy, changedByName, ...row }: Row): RuleResponse => ({
  ...row,
  changedBy: referenceOf(changedBy, changedByName),
  possibleStarts: [...startsOf(row)],
  possibleActions: [...actionsOf(row)],
  isOpenEnded: isOpenEnded(row.key),
  isSetElsewhere: isSetElsewhere(row.covers),
});
