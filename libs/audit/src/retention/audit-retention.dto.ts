import { IsInt, Max, Min } from 'class-validator';

/** How long events are kept, in months of the calendar. */
export class SetAuditRetention {
  /** Looks at people: 6–60. */
  @IsInt()
  @Min(6)
  @Max(60)
  readMonths!: number;

  /** Everything else: 24–120. */
  @IsInt()
  @Min(24)
  @Max(120)
  decisionMonths!: number;
}

export class AuditRetentionResponse {
  readMonths!: number;
  decisionMonths!: number;
  updatedAt!: Date;
}
