import { ApiProperty } from '@nestjs/swagger';
import { channels, languages, type Channel, type Language } from '@seloste/kernel';
import type { DecisionCode, EvidenceType, Obligation } from '@seloste/permissions';
import { Id, NotNull, OneOf, OptionalText, Reference, Text, TextList } from '@seloste/platform';
import { IsOptional, Matches } from 'class-validator';
import {
  messageOrigins,
  messageStatuses,
  type MessageOrigin,
  type MessageStatus,
} from '../message.entity.js';

/** A mail that somebody writes to one person. */
export class CreateMessage {
  /** What it is for: the key of a purpose. Marketing carries the way to say no; service mail is no marketing (V4). */
  @Matches(/^[a-z][a-z0-9_]{1,39}$/)
  purpose!: string;

  @Text(300)
  subject!: string;

  /** Plain text; line breaks and addresses of links are kept. */
  @Text(50_000)
  body!: string;

  /** The person's own when left out, else the company's. */
  @NotNull()
  @OneOf(languages)
  language?: Language;

  /** What it is about, as areas of responsibility (C2). */
  @IsOptional()
  @TextList(20, 100)
  areas?: string[] | null;

  /** Or in one's own words why it concerns the person's work. */
  @OptionalText(500)
  roleReason?: string | null;

  /** The template that the words came from; it has to be for the same purpose. */
  @IsOptional()
  @Id()
  templateId?: string | null;
}

/** The row that a decision rests on. */
export class MessageEvidence {
  @ApiProperty({ type: String })
  type!: EvidenceType;
  id!: string;
}

/** The decision that a message left by, or that stopped it. */
export class MessageDecision {
  @ApiProperty({ enum: channels })
  channel!: Channel;
  purpose!: string;
  allowed!: boolean;
  @ApiProperty({ type: String })
  code!: DecisionCode;
  law!: string;
  since!: Date | null;
  @ApiProperty({ type: MessageEvidence, nullable: true })
  evidence!: MessageEvidence | null;
  @ApiProperty({ type: [String] })
  obligations!: Obligation[];
  /** In the caller's language. */
  sentence!: string;
}

export class MessageResponse {
  id!: string;
  contactId!: string;
  @ApiProperty({ enum: ['service', 'marketing'] })
  class!: 'service' | 'marketing';
  purpose!: string;
  @ApiProperty({ enum: languages })
  language!: Language;
  /** Null where nothing tells it any more, such as of a message that never left. */
  subject!: string | null;
  @ApiProperty({ enum: messageOrigins })
  originKind!: MessageOrigin;
  /** Of the mailing or the sequence. */
  originId!: string | null;
  areas!: string[] | null;
  roleReason!: string | null;
  author!: Reference | null;
  @ApiProperty({ enum: messageStatuses })
  status!: MessageStatus;
  /** As codes: why the mail server did not take it. */
  failure!: string | null;
  createdAt!: Date;
  /** It does not leave before; until then it can be taken back. */
  notBefore!: Date;
  handedOverAt!: Date | null;
  /** The interaction that tells of it. */
  interactionId!: string | null;
  bouncedAt!: Date | null;
  @ApiProperty({ type: String, enum: ['hard', 'soft'], nullable: true })
  bounceKind!: 'hard' | 'soft' | null;
  complainedAt!: Date | null;
  /** Of a message that waits: the decision as it stands; made anew when it leaves. */
  @ApiProperty({ type: MessageDecision, nullable: true })
  decision!: MessageDecision | null;
}

export class MessagePage {
  items!: MessageResponse[];
  nextCursor!: string | null;
  total!: number | null;
}
