export type {
  ContactAttempt,
  Decision,
  DecisionCode,
  EvidenceType,
  Obligation,
} from './decision/decision.js';
