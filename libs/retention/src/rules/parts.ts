import { RetentionReview } from '../clock/retention-review.entity.js';
import { RetentionReviewsController } from '../clock/retention-reviews.controller.js';
import { RetentionReviews } from '../clock/retention-reviews.js';
import { RecomputeClocks } from './recompute-clocks.js';
import { RetentionRuleVersion } from './retention-rule-version.entity.js';
import { RetentionRule } from './retention-rule.entity.js';
import { RulePreviews } from './rule-previews.js';
import { RulesController } from './rules.controller.js';
import { RulesService } from './rules.service.js';

/** Rules and clocks as parts of the module. */
export const ruling = {
  entities: [RetentionRule, RetentionRuleVersion, RetentionReview],
  controllers: [RulesController, RetentionReviewsController],
  providers: [RulesService, RulePreviews, RecomputeClocks, RetentionReviews],
};
