export { clockColumn, clockDay, toRetention } from './clock/clock-column.js';
export {
  partCategories,
  partsColumn,
  reasonOfPart,
  toRetentionPart,
  type ClockPart,
} from './clock/clock-parts.js';
export { PersonRetention, RetentionResponse, ThingRetentionResponse } from './clock/retention.dto.js';
export {
  interactionPartColumn,
  thingClockColumn,
  toThingRetention,
  type ThingClockColumn,
  type ThingPart,
} from './clock/thing-clock.js';
export { overBefore } from './clock/over-before.js';
export { addPeriod } from './clock/periods.js';
export { reasonOf, reasonOfThing, type Clock } from './clock/reason-of.js';
export { Forecast } from './forecast/forecast.js';
export { Holds, type HoldInForce } from './holds/holds.js';
export { countDueHolds } from './holds/read-holds.js';
export { RetentionModule } from './retention.module.js';
export { retentionGrounds, type RetentionGround } from './rules/retention-vocabulary.js';
