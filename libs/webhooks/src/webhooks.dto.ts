import { ApiProperty } from '@nestjs/swagger';
import { OneOf, Text, type Reference } from '@seloste/platform';
import { ArrayNotEmpty, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { webhookEvents, type WebhookEvent } from './webhook-events.js';

export class CreateWebhook {
  /** https only. */
  @Text(300)
  url!: string;

  @ApiProperty({ enum: webhookEvents, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(webhookEvents, { each: true })
  events!: WebhookEvent[];
}

/** `failing`: nothing came through lately, tries go on. `disabled`: by somebody, or after failing for three days. */
export const webhookStates = ['working', 'failing', 'disabled'] as const;

export class WebhookResponse {
  id!: string;
  url!: string;
  @ApiProperty({ enum: webhookEvents, isArray: true })
  events!: WebhookEvent[];
  createdAt!: Date;
  createdBy!: Reference | null;
  @OneOf(webhookStates)
  status!: (typeof webhookStates)[number];
  failingSince!: Date | null;
  disabledAt!: Date | null;
  /** Null when it was disabled by itself, after failing for long. */
  disabledBy!: Reference | null;
}

export class NewWebhookResponse extends WebhookResponse {
  /** To verify signatures with; shown this once. */
  secret!: string;
}

export class WebhookList {
  items!: WebhookResponse[];
}

export const deliveryStates = ['waiting', 'delivered', 'failed'] as const;
export const deliveryProblems = ['status', 'private_address', 'timeout', 'unreachable', 'disabled'] as const;

export class WebhookDeliveryResponse {
  /** As the receiver knows it: `webhook-id`. */
  id!: string;
  event!: string;
  subjectType!: string;
  subjectId!: string | null;
  occurredAt!: Date;
  @OneOf(deliveryStates)
  status!: (typeof deliveryStates)[number];
  attempts!: number;
  nextAttemptAt!: Date | null;
  deliveredAt!: Date | null;
  /** When it was given up. */
  failedAt!: Date | null;
  /** The HTTP status of the latest answer. */
  lastStatus!: number | null;
  @ApiProperty({ enum: deliveryProblems, nullable: true })
  lastProblem!: string | null;
}

export class WebhookDeliveryPage {
  items!: WebhookDeliveryResponse[];
  nextCursor!: string | null;
  /** Null when there are more than ten thousand, and on later pages. */
  total!: number | null;
}
