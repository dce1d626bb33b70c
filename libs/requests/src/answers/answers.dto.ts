import { languages, type Language } from '@seloste/kernel';
import { Id, NotNull, Nested, OneOf, PastDay, Reference, Text } from '@seloste/platform';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import {
  extensionReasons,
  refusalGrounds,
  requestOutcomes,
  type ExtensionReason,
  type RefusalGround,
  type RequestOutcome,
} from '../request-words.js';
import { challengeWays, type ChallengeWay } from './request-challenge.entity.js';
import { letterWays, type LetterWay } from './request-letter.entity.js';
import { letterKinds, type LetterKind } from './words/request-letter-words.js';

const decidedOutcomes = requestOutcomes.filter((outcome) => outcome !== 'withdrawn');
export type DecidedOutcome = Exclude<RequestOutcome, 'withdrawn'>;

/** A letter as it goes, or went, out. */
export class LetterInput {
  @Text(300)
  subject!: string;

  @Text(20_000)
  body!: string;

  /** `email`: we send it to the person's own address, or to the one that asked. Else it was sent or said already. */
  @OneOf(letterWays)
  way!: LetterWay;

  /** When the person was told, where it was not by e-mail; today when left out. */
  @NotNull()
  @PastDay()
  sentOn?: string;
}

export class SendLetter {
  @OneOf(['receipt', 'note'])
  kind!: 'receipt' | 'note';

  @Nested(() => LetterInput)
  letter!: LetterInput;
}

export class ExtendRequest {
  @IsInt()
  @Min(1)
  @Max(2)
  months!: 1 | 2;

  @OneOf(extensionReasons)
  reason!: ExtensionReason;

  @Nested(() => LetterInput)
  letter!: LetterInput;
}

export class DecideRequest {
  @OneOf(decidedOutcomes)
  outcome!: DecidedOutcome;

  /** Why it is refused, wholly or in part; required for those. */
  @NotNull()
  @ApiProperty({ type: String, enum: refusalGrounds, isArray: true, required: false })
  @IsArray()
  @ArrayUnique()
  @IsIn(refusalGrounds, { each: true })
  grounds?: RefusalGround[];

  /** The customer to whom it was passed on; required for that. */
  @NotNull()
  @Id()
  passedOnTo?: string;

  @Nested(() => LetterInput)
  letter!: LetterInput;
}

export class DraftQuery {
  @OneOf(letterKinds)
  kind!: LetterKind;

  @IsOptional()
  @OneOf(decidedOutcomes)
  outcome?: DecidedOutcome;

  /** Separated by commas. */
  @IsOptional()
  @Matches(new RegExp(`^(${refusalGrounds.join('|')})(,(${refusalGrounds.join('|')}))*$`))
  grounds?: string;

  @IsOptional()
  @OneOf(extensionReasons)
  reason?: ExtensionReason;

  /** Months, for an extension. */
  @IsOptional()
  @OneOf(['1', '2'])
  months?: '1' | '2';
}

export class DraftResponse {
  @ApiProperty({ type: String, enum: languages })
  language!: Language;
  subject!: string;
  body!: string;
  /** Where it would be sent by e-mail; null where no address is known. */
  address!: string | null;
}

export class RequestLetterResponse {
  id!: string;
  @ApiProperty({ type: String, enum: letterKinds })
  kind!: LetterKind;
  @ApiProperty({ type: String, enum: letterWays })
  way!: LetterWay;
  @ApiProperty({ type: String, enum: languages })
  language!: Language;
  subject!: string;
  body!: string;
  @ApiProperty({ type: String, format: 'date' })
  sentOn!: string;
  recordedBy!: Reference | null;
}

export class RequestLetters {
  items!: RequestLetterResponse[];
}

export class ChallengeRequest {
  @OneOf(challengeWays)
  way!: ChallengeWay;

  /** An address or number that we already know of the person. */
  @Text(300)
  address!: string;
}

export class ChallengeResponse {
  id!: string;
  @ApiProperty({ type: String, enum: challengeWays })
  way!: ChallengeWay;
  expiresAt!: Date;
  /** To be read out at the number that we know; null for e-mail, and never shown again. */
  code!: string | null;
}

export class ConfirmChallenge {
  @Text(20)
  code!: string;
}
