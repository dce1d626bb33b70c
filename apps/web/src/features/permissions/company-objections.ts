import type { Objection } from '../../api/model.js';
import type { Channel } from './model.js';

/** Does a company forbid direct marketing through this channel? */
export const forbids = (objections: Objection[], channel: Channel): boolean =>
  objections.some(
    (objection) =>
      objection.inForce &&
      (objection.channel === 'all' || objection.channel === channel) &&
      (objection.purpose === 'all' || objection.purpose === 'direct_marketing'),
  );
