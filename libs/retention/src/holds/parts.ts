import { HoldRelease } from './hold-release.entity.js';
import { HoldReview } from './hold-review.entity.js';
import { Hold } from './hold.entity.js';
import { HoldsController } from './holds.controller.js';
import { HoldsService } from './holds.service.js';
import { Holds } from './holds.js';

/** Holds as parts of the module. */
export const holding = {
  entities: [Hold, HoldRelease, HoldReview],
  controllers: [HoldsController],
  providers: [HoldsService],
  /** For other modules. */
  services: [Holds],
};
