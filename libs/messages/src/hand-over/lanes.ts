import { Injectable } from '@nestjs/common';
import { MailPool } from '@seloste/mail';
import type { Reader } from '@seloste/platform';
import { Pace } from '../settings/pace.js';
import { Departures } from './departures.js';
import type { Hold } from './hold.js';
import { Lane } from './lane.js';
import { Letterheads } from './letterheads.js';
import { Outcomes } from './outcomes.js';
import { Slots } from './slots.js';

/** So many messages are in hand at once for every connection to the mail server: what a process that dies leaves in doubt. */
const perConnection = 32;

/** Two lanes keep the mail server busy: one has its batch decided and written while the other's is on its way. */
export const laneCount = 2;

/** Lanes of this process, which take turns at the mail server. */
@Injectable()
export class Lanes {
  private readonly turn = new Slots(1);
  private readonly connections: Slots;

  constructor(
    private readonly departures: Departures,
    private readonly outcomes: Outcomes,
    private readonly pool: MailPool,
    private readonly pace: Pace,
    private readonly letterheads: Letterheads,
  ) {
    this.connections = new Slots(pool.connections);
  }

  areNeeded(reader: Reader): Promise<boolean> {
    return this.departures.areDue(reader);
  }

  /** @param batchSize messages that are in hand at once */
  async on(hold: Hold, batchSize = this.pool.connections * perConnection): Promise<Lane> {
    const { departures, outcomes, pool, pace, turn, connections } = this;
    const letterhead = await this.letterheads.current();
    return new Lane(hold, { departures, outcomes, pool, pace, turn, connections, letterhead, batchSize });
  }
}
