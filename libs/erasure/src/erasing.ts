import { Erasure } from './erasure.entity.js';
import { ErasureMention } from './erasure-mention.entity.js';
import { ErasureRequests } from './erasure-requests.js';
import { ErasureSettings } from './erasure-settings.entity.js';
import { ErasureSettingsController } from './erasure-settings.controller.js';
import { ErasureSettingsService } from './erasure-settings.service.js';
import { ErasuresController } from './erasures.controller.js';
import { Erasures } from './erasures.service.js';
import { Conduct } from './execution/conduct.js';
import { ErasureMaps } from './execution/erasure-map.js';
import { Eraser } from './execution/eraser.js';
import { Execution } from './execution/execution.js';
import { Narrowings } from './execution/narrowings.js';
import { OneCalls } from './execution/one-calls.js';
import { PlainErasures } from './execution/plain-erasures.js';
import { PersonPlaces } from './execution/person-places.js';
import { Surveys } from './execution/survey.js';
import { ErasurePlan } from './plan/erasure-plan.entity.js';
import { ErasurePlansController } from './plan/erasure-plans.controller.js';
import { ErasurePlans } from './plan/erasure-plans.service.js';

/** Plan and execution as parts of the module. */
export const erasing = {
  entities: [Erasure, ErasurePlan, ErasureMention, ErasureSettings],
  controllers: [ErasurePlansController, ErasuresController, ErasureSettingsController],
  providers: [
    ...[ErasureRequests, ErasureSettingsService, ErasurePlans],
    ...[Conduct, Execution, Surveys, ErasureMaps, Narrowings, OneCalls, PlainErasures],
  ],
  /** For other modules. */
  services: [Eraser, Erasures, PersonPlaces],
};
