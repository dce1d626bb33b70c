import { Inject, Injectable } from '@nestjs/common';
import { newId, type Clock } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import { In, IsNull, type EntityManager } from 'typeorm';
import { TeamMember } from './team-member.entity.js';
import { Team } from './team.entity.js';

/** Makes teams and puts people into them, always in the caller's transaction. */
@Injectable()
export class Teams {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** The team of a company that has just begun: everybody is in it until somebody makes others. */
  async createFirst(tx: EntityManager, name: string): Promise<void> {
    const now = this.clock.now();
    await tx.insert(Team, { id: newId(), name, managerId: null, version: 1, createdAt: now, updatedAt: now });
  }

  /**
   * Puts a new user into the teams that are named, or into the oldest when none are. A named one that was dissolved
   * meanwhile is left out, and no other takes its place: that would show them people whom nobody meant to show.
   */
  async welcome(
    tx: EntityManager,
    userId: string,
    { by, teamIds = [] }: { by: string | null; teamIds?: readonly string[] | undefined },
  ): Promise<void> {
    const teams =
      teamIds.length > 0
        ? await tx.findBy(Team, { id: In(teamIds), closedAt: IsNull() })
        : await tx.find(Team, {
            where: { closedAt: IsNull() },
            order: { createdAt: 'ASC', id: 'ASC' },
            take: 1,
          });
    const joined = { userId, joinedAt: this.clock.now(), addedBy: by };
    await tx.insert(
      TeamMember,
      teams.map((team) => ({ id: newId(), teamId: team.id, ...joined })),
    );
  }
}
