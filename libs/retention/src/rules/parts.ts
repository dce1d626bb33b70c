import { RetentionRuleVersion } from './retention-rule-version.entity.js';
import { RetentionRule } from './retention-rule.entity.js';

/** Rules and clocks as parts of the module. */
export const ruling = {
  entities: [RetentionRule, RetentionRuleVersion],
};
