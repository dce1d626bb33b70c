import { languages, type Language } from '@seloste/kernel';
import { Id, ListQuery, NotNull, OneOf, OptionalText, Reference } from '@seloste/platform';
import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601, IsOptional } from 'class-validator';
import {
  extensionReasons,
  refusalGrounds,
  requestDoors,
  requestKinds,
  requestOutcomes,
  requestStatuses,
  staffDoors,
  type ExtensionReason,
  type RefusalGround,
  type RequestDoor,
  type RequestKind,
  type RequestOutcome,
  type RequestStatus,
} from '../request-words.js';
import { requestSteps, type RequestStep } from './request-event.entity.js';

const day = { type: String, format: 'date' } as const;

/** A request that somebody of ours writes down (H13, H14). */
export class RecordRequest {
  @OneOf(requestKinds)
  kind!: RequestKind;

  /** Whose it says it is, where the caller knows; else it is looked for by `identifier`. */
  @NotNull()
  @Id()
  contactId?: string;

  /** By what the person can be found: an address, a number or a name. Required without `contactId`. */
  @OptionalText(300)
  identifier?: string | null;

  @OneOf(staffDoors)
  receivedVia!: (typeof staffDoors)[number];

  /** When it reached us, which is when its month begins; now when left out. */
  @NotNull()
  @IsISO8601({ strict: true, strictSeparator: true })
  @ApiProperty({ type: String, format: 'date-time', required: false })
  receivedAt?: string;

  /** In which the person is answered; the person's own, or the company's, when left out. */
  @NotNull()
  @OneOf(languages)
  language?: Language;

  /** What they asked for in their own words. */
  @OptionalText(10_000)
  wording?: string | null;
}

export class UpdateRequest {
  /** Whose it is; it is identified by a challenge or a decision of its own. */
  @NotNull()
  @Id()
  contactId?: string;

  @NotNull()
  @Id()
  assigneeId?: string;

  @NotNull()
  @OneOf(requestKinds)
  kind?: RequestKind;

  @NotNull()
  @OneOf(languages)
  language?: Language;
}

const urgencies = ['in_time', 'due_soon', 'overdue'] as const;
type Urgency = (typeof urgencies)[number];

export class RequestQuery extends ListQuery {
  @IsOptional()
  @OneOf(['open', 'closed'])
  status?: 'open' | 'closed';

  @IsOptional()
  @OneOf(requestKinds)
  kind?: RequestKind;

  /** Of open ones: those whose deadline stands so. */
  @IsOptional()
  @OneOf(['due_soon', 'overdue'])
  urgency?: 'due_soon' | 'overdue';

  @IsOptional()
  @Id()
  contactId?: string;
}

export class RequestListItem {
  id!: string;
  /** By which people name it, such as `SR-7F39K2`. */
  reference!: string;
  @ApiProperty({ type: String, enum: requestKinds })
  kind!: RequestKind;
  /** Whose it is; null where nobody is known, or they were erased since. */
  contact!: Reference | null;
  contactId!: string | null;
  @ApiProperty({ type: String, enum: requestDoors })
  receivedVia!: RequestDoor;
  receivedAt!: Date;
  @ApiProperty(day)
  receivedOn!: string;
  /** The last day for the answer. */
  @ApiProperty(day)
  dueOn!: string;
  /** Null once it is closed. */
  @ApiProperty({ type: String, enum: urgencies, nullable: true })
  urgency!: Urgency | null;
  @ApiProperty({ type: String, enum: requestStatuses })
  status!: RequestStatus;
  @ApiProperty({ type: String, enum: requestOutcomes, nullable: true })
  outcome!: RequestOutcome | null;
  assignee!: Reference | null;
  closedAt!: Date | null;
}

export class RequestEventResponse {
  id!: string;
  @ApiProperty({ type: String, enum: requestSteps })
  step!: RequestStep;
  code!: string | null;
  aboutType!: string | null;
  aboutId!: string | null;
  at!: Date;
  /** Null: the person, or the software itself. */
  by!: Reference | null;
}

/** Who the request may be of: people who are known by what it names. */
export class RequestCandidate extends Reference {
  company!: Reference | null;
}

export class RequestResponse extends RequestListItem {
  identifier!: string | null;
  wording!: string | null;
  @ApiProperty({ type: String, enum: languages })
  language!: Language;
  /** Months by which the answer was put off. */
  extension!: number;
  @ApiProperty({ type: String, enum: extensionReasons, nullable: true })
  extensionReason!: ExtensionReason | null;
  @ApiProperty({ type: String, enum: refusalGrounds, isArray: true })
  refusalGrounds!: RefusalGround[];
  passedOnTo!: Reference | null;
  identifiedAt!: Date | null;
  recordedBy!: Reference | null;
  recordedAt!: Date;
  isCanary!: boolean;
  /** What a later change needs as `If-Match`. */
  version!: number;
  /** Empty once it is known whose it is. */
  @ApiProperty({ type: () => RequestCandidate, isArray: true })
  candidates!: RequestCandidate[];
  /** The trail, the first step first. */
  @ApiProperty({ type: () => RequestEventResponse, isArray: true })
  events!: RequestEventResponse[];
}

export class RequestPage {
  items!: RequestListItem[];
  nextCursor!: string | null;
  total!: number | null;
}

/** Where a request stands right after it was written down: what to tell the person. */
export class RequestRecorded {
  id!: string;
  reference!: string;
  @ApiProperty(day)
  receivedOn!: string;
  @ApiProperty(day)
  dueOn!: string;
}
