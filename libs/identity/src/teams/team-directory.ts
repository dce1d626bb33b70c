import { Injectable } from '@nestjs/common';
import { NotFound } from '@seloste/kernel';
import { Database, referenceOf, type Reference } from '@seloste/platform';
import type { TeamList, TeamResponse } from './teams.dto.js';

interface Row {
  id: string;
  name: string;
  manager_id: string | null;
  manager: string | null;
  members: Reference[];
  created_at: Date;
  version: number;
}

const select = `
  SELECT t.id, t.name, t.manager_id, m.name AS manager, t.created_at, t.version, coalesce((
    SELECT json_agg(json_build_object('id', u.id, 'name', u.name) ORDER BY u.name, u.id)
    FROM team_members tm JOIN users u ON u.id = tm.user_id WHERE tm.team_id = t.id AND tm.left_at IS NULL
  ), '[]') AS members
  FROM teams t LEFT JOIN users m ON m.id = t.manager_id
  WHERE t.closed_at IS NULL`;

/** Which teams there are, and who is in them. */
@Injectable()
export class TeamDirectory {
  constructor(private readonly database: Database) {}

  async list(): Promise<TeamList> {
    const rows = await this.database.read<Row>(`${select} ORDER BY t.name, t.id`);
    return { items: rows.map(toTeamResponse) };
  }

  /** @throws NotFound */
  async get(id: string): Promise<TeamResponse> {
    const [row] = await this.database.read<Row>(`${select} AND t.id = $1`, [id]);
    if (!row) throw new NotFound('team');
    return toTeamResponse(row);
  }
}

const toTeamResponse = (row: Row): TeamResponse => ({
  id: row.id,
  name: row.name,
  manager: referenceOf(row.manager_id, row.manager),
  members: row.members,
  createdAt: row.created_at,
  version: row.version,
});
