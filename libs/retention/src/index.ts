export { Holds, type HoldInForce } from './holds/holds.js';
export { RetentionModule } from './retention.module.js';
