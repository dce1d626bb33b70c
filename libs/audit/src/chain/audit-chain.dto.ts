import { ApiProperty } from '@nestjs/swagger';
import { breakReasons, type BrokenLink } from './verify-chain.js';

export class BrokenLinkResponse {
  /** Null when it is no link that is broken. */
  seq!: number | null;
  eventId!: string | null;
  @ApiProperty({ type: String, enum: breakReasons })
  reason!: BrokenLink['reason'];
}

export class PrunedUntil {
  read!: Date | null;
  decision!: Date | null;
}

export class ChainHead {
  seq!: number;
  /** Hex. */
  hash!: string;
}

/** Whether the record of acts is what was written. */
export class AuditChainResponse {
  verified!: boolean;
  events!: number;
  links!: number;
  /** Events that wait for their link. */
  pending!: number;
  /** Null before the first event. */
  beganAt!: Date | null;
  /** Events before were pruned by their retention rule. */
  prunedUntil!: PrunedUntil;
  /** The last link: whoever notes it can prove later that nothing was cut off. */
  head!: ChainHead | null;
  firstBroken!: BrokenLinkResponse | null;
  checkedAt!: Date;
}
