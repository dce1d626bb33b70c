import { Injectable } from '@nestjs/common';
import type { Language, RequestContext } from '@seloste/kernel';
import type { EntityManager } from 'typeorm';
import { ControllerService, type ControllerDescription } from '../controller/controller.service.js';
import { AlreadySetUp } from './setup.errors.js';
import { Teams } from '../teams/teams.js';
import { defaultUndertaking } from '../undertaking/default-text.js';
import { Undertakings } from '../undertaking/undertakings.service.js';

/** What a company begins with before anybody works in it: its name, a team for everybody, the confidentiality undertaking. */
@Injectable()
export class FirstRecords {
  constructor(
    private readonly controllers: ControllerService,
    private readonly teams: Teams,
    private readonly undertakings: Undertakings,
  ) {}

  /** @throws AlreadySetUp */
  async create(tx: EntityManager, context: RequestContext, company: ControllerDescription): Promise<void> {
    // The table takes one row: of simultaneous setups the second waits for the first here, and then finds it done.
    if (!(await this.controllers.create(tx, context, company))) throw new AlreadySetUp();
    await this.teams.createFirst(tx, company.name);
  }

  /** Whoever sets the company up publishes the undertaking and is the first to give it. */
  async undertake(
    tx: EntityManager,
    context: RequestContext,
    { company, userId, language }: { company: string; userId: string; language: Language },
  ): Promise<void> {
    const undertakingId = await this.undertakings.publishFirst(tx, context, defaultUndertaking(company));
    await this.undertakings.acceptIn(tx, context, { userId, undertakingId, language });
  }
}
