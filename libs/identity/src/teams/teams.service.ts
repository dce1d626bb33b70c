import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import {
  actingUserId,
  InvalidInput,
  newId,
  NotFound,
  type Clock,
  type RequestContext,
} from '@seloste/kernel';
import { assertVersion, CLOCK, Database } from '@seloste/platform';
import { IsNull, QueryFailedError, type EntityManager } from 'typeorm';
import { LiveSessions } from '../access/live-sessions.js';
import { applyChanges } from '../changes.js';
import { User } from '../users/user.entity.js';
import { TeamMember } from './team-member.entity.js';
import { Team } from './team.entity.js';
import type { CreateTeam, UpdateTeam } from './teams.dto.js';
import { TeamNameTaken } from './teams.errors.js';

/** Making teams and moving people between them; what each member sees changes at once, in every process. */
@Injectable()
export class TeamsService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly live: LiveSessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Returns the id. @throws InvalidInput, TeamNameTaken */
  create(context: RequestContext, { name, managerId = null }: CreateTeam): Promise<string> {
    return this.database.transaction(async (tx) => {
      await assertActive(tx, managerId, 'managerId');
      const [id, now] = [newId(), this.clock.now()];
      const made = { createdAt: now, createdBy: actingUserId(context), updatedAt: now };
      await tx.insert(Team, { id, name, managerId, version: 1, ...made }).catch(toTeamNameTaken);
      await this.audit.record(tx, context, entryOf('team.create', id, ['name', 'managerId']));
      return id;
    });
  }

  /** @throws NotFound, StaleVersion, InvalidInput, TeamNameTaken */
  async update(context: RequestContext, id: string, changes: UpdateTeam, ifMatch?: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const team = await lockTeam(tx, id);
      assertVersion(team, ifMatch);
      await assertActive(tx, changes.managerId ?? null, 'managerId');
      const fields = applyChanges<Pick<Team, 'name' | 'managerId'>>(team, changes);
      if (fields.length === 0) return;
      await this.save(tx, team).catch(toTeamNameTaken);
      await this.audit.record(tx, context, entryOf('team.update', id, fields));
    });
  }

  /** Puts a user into a team; one can be in several. Doing it twice is once. @throws NotFound, InvalidInput */
  async join(context: RequestContext, id: string, userId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const team = await lockTeam(tx, id);
      if (await tx.existsBy(TeamMember, { teamId: id, userId, leftAt: IsNull() })) return;
      await assertActive(tx, userId, 'userId');
      const joined = { joinedAt: this.clock.now(), addedBy: actingUserId(context) };
      const membershipId = newId();
      await tx.insert(TeamMember, { id: membershipId, teamId: id, userId, ...joined });
      await this.save(tx, team);
      await this.audit.record(tx, context, memberEntry('team_member.create', membershipId));
    });
    this.live.forget('*');
  }

  /** Takes a user out of a team; out of one that they are not in is nothing. @throws NotFound */
  async leave(context: RequestContext, id: string, userId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const team = await lockTeam(tx, id);
      const left = { leftAt: this.clock.now(), removedBy: actingUserId(context) };
      const membership = await tx.findOneBy(TeamMember, { teamId: id, userId, leftAt: IsNull() });
      if (!membership) return;
      await tx.update(TeamMember, { id: membership.id }, left);
      await this.save(tx, team);
      await this.audit.record(tx, context, memberEntry('team_member.end', membership.id));
    });
    this.live.forget('*');
  }

  /** Dissolves a team: its members share nothing through it any more; who was in it stays on record. @throws NotFound, StaleVersion */
  async dissolve(context: RequestContext, id: string, ifMatch?: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const team = await lockTeam(tx, id);
      assertVersion(team, ifMatch);
      const [now, by] = [this.clock.now(), actingUserId(context)];
      await tx.update(TeamMember, { teamId: id, leftAt: IsNull() }, { leftAt: now, removedBy: by });
      team.close(now, by);
      await this.save(tx, team);
      await this.audit.record(tx, context, entryOf('team.end', id));
    });
    this.live.forget('*');
  }

  private async save(tx: EntityManager, team: Team): Promise<void> {
    team.version += 1;
    team.updatedAt = this.clock.now();
    await tx.save(team);
  }
}

/** @throws NotFound */
async function lockTeam(tx: EntityManager, id: string): Promise<Team> {
  const team = await tx.findOne(Team, {
    where: { id, closedAt: IsNull() },
    lock: { mode: 'pessimistic_write' },
  });
  if (!team) throw new NotFound('team');
  return team;
}

async function assertActive(tx: EntityManager, userId: string | null, field: string): Promise<void> {
  if (userId !== null && !(await tx.existsBy(User, { id: userId, deactivatedAt: IsNull() })))
    throw InvalidInput.of(field, 'unknown_user', 'must be the id of an active user');
}

function toTeamNameTaken(error: unknown): never {
  const cause = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }) : {};
  throw cause.constraint === 'teams_name_key' ? new TeamNameTaken() : error;
}

const entryOf = (action: string, id: string, fields: string[] = []) => ({
  action,
  subjectType: 'team',
  subjectId: id,
  fields,
});

/** The subject is the membership, which says who was in which team. */
const memberEntry = (action: string, membershipId: string) => ({
  action,
  subjectType: 'team_member',
  subjectId: membershipId,
});
