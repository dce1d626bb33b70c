import { permissionsOf, type HeldPermissions, type Role } from '@seloste/kernel';
import { enrolledFactors, type Factor } from '../second-factor/enrolled-factors.js';

/** What decides on the access of a user `u`, as {@link accessColumns} reads it. */
export interface AccessRow {
  user_id: string;
  roles: Role[];
  /** Ids; null when the user's teams take in everybody. */
  teammates: string[] | null;
  undertaking_accepted: boolean;
  second_factors: Factor[];
  second_factor_demanded: boolean;
  /** When a grant begins or ends next; null: no date is set. */
  access_changes_at: Date | null;
}

/** Does a grant, an alias of `role_grants`, count at a time? (K5: access ends with the grant.) In and out: SQL expressions. */
export const isHeld = (grant: string, at: string): string =>
  `(${grant}.ended_at IS NULL AND ${grant}.starts_at <= ${at} AND (${grant}.ends_at IS NULL OR ${grant}.ends_at > ${at}))`;

/** The roles that count for a user at a time; both are SQL expressions. */
export const heldRoles = (userId: string, at: string): string =>
  `ARRAY(SELECT g.role FROM role_grants g WHERE g.user_id = ${userId} AND ${isHeld('g', at)} ORDER BY g.role)`;

/** Does a role that the user holds at a time demand a second factor? Both are SQL expressions, and so is the answer. */
export const demandsSecondFactor = (userId: string, at: string): string =>
  `EXISTS (SELECT 1 FROM security_settings d WHERE d.second_factor_roles && ${heldRoles(userId, at)})`;

const teammates = `
  SELECT m.user_id FROM team_members m
  WHERE m.left_at IS NULL
    AND m.team_id IN (SELECT mine.team_id FROM team_members mine WHERE mine.user_id = u.id AND mine.left_at IS NULL)
  UNION SELECT u.id`;

/** Columns of {@link AccessRow} for a user `u` at a time, given as an SQL expression of type timestamptz. */
export const accessColumns = (at: string): string => `
  u.id AS user_id, ${heldRoles('u.id', at)} AS roles,
  CASE WHEN EXISTS (SELECT 1 FROM users x WHERE x.id NOT IN (${teammates})) THEN ARRAY(${teammates}) END AS teammates,
  NOT EXISTS (
    SELECT 1 FROM (SELECT id FROM undertakings ORDER BY version DESC LIMIT 1) AS latest
    WHERE NOT EXISTS (SELECT 1 FROM undertaking_receipts r WHERE r.undertaking_id = latest.id AND r.user_id = u.id)
  ) AS undertaking_accepted,
  ${enrolledFactors('u.id')} AS second_factors, ${demandsSecondFactor('u.id', at)} AS second_factor_demanded,
  (SELECT min(least(CASE WHEN g.starts_at > ${at} THEN g.starts_at END, CASE WHEN g.ends_at > ${at} THEN g.ends_at END))
     FROM role_grants g WHERE g.user_id = u.id AND g.ended_at IS NULL) AS access_changes_at`;

/** Everything that the user may do, and how far it reaches. */
export const permissionsOfRow = ({ user_id, roles, teammates }: AccessRow): HeldPermissions =>
  permissionsOf({ id: user_id, roles, teammates });
