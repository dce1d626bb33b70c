import { Injectable } from '@nestjs/common';
import type { Reader } from '@seloste/platform';
import type { PersonValues } from './rendering/merge-values.js';

const sql = `
  SELECT c.id, c.first_name AS "firstName", c.last_name AS "lastName", c.title, c.area_of_responsibility AS "areaOfResponsibility",
    co.name AS company, o.name AS "ownerName",
    (SELECT json_build_object('kind', s.kind, 'what', s.what, 'when', s.collected_on) FROM contact_sources s
      WHERE s.contact_id = c.id ORDER BY s.collected_on, s.recorded_at, s.id LIMIT 1) AS "addressSource",
    EXISTS (SELECT FROM notice_duties d WHERE d.contact_id = c.id AND d.discharged_at IS NULL) AS "noticeDue",
    (SELECT jsonb_object_agg(p.key, jsonb_build_object('key', p.key, 'basis', coalesce(b.basis, p.basis), 'name', CASE WHEN NOT p.built_in
        THEN jsonb_build_object('fi', p.name_fi, 'sv', p.name_sv, 'en', p.name_en) END))
      FROM purposes p LEFT JOIN contact_bases b ON b.contact_id = c.id AND b.purpose = p.key
      WHERE p.class <> 'profiling' AND coalesce(b.basis, p.basis) IS NOT NULL) AS purposes
  FROM contacts c LEFT JOIN companies co ON co.id = c.company_id LEFT JOIN users o ON o.id = c.owner_id
  WHERE c.id = ANY($1::uuid[])`;

interface PersonRow extends Omit<PersonValues, 'purposes'> {
  id: string;
  /** Null: no purpose rests on anything. */
  purposes: PersonValues['purposes'] | null;
}

/** What messages say of their readers, for many at once. */
@Injectable()
export class PeopleToWriteTo {
  /** By the person's id. Whoever is not there, or restricted, is not in it. */
  async valuesOf(reader: Reader, contactIds: readonly string[]): Promise<Map<string, PersonValues>> {
    const rows = await reader.read<PersonRow>(sql, [contactIds]);
    return new Map(rows.map(({ id, purposes, ...values }) => [id, { ...values, purposes: purposes ?? {} }]));
  }
}
