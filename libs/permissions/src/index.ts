export { PermissionsModule } from './permissions.module.js';
export type {
  ContactAttempt,
  Decision,
  DecisionCode,
  EvidenceType,
  Obligation,
} from './decision/decision.js';
