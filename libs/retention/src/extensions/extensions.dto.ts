import { ApiProperty } from '@nestjs/swagger';
import { CalendarDay, OneOf, Reference, Text } from '@seloste/platform';
import { extensionBases, type ExtensionBasis } from './retention-extension.entity.js';

const day = { type: String, format: 'date' } as const;

/** Why a person is kept longer, and until when. */
export class ExtendRetention {
  /** What it rests on in law. */
  @OneOf(extensionBases)
  basis!: ExtensionBasis;

  /** In words: what makes it so in this case. */
  @Text(2000)
  reason!: string;

  /** When they go instead: after the day on which they would have gone, and at most twelve months ahead. */
  @CalendarDay()
  until!: string;
}

export class RetentionExtensionResponse {
  id!: string;
  contactId!: string;
  @ApiProperty({ type: String, enum: extensionBases })
  basis!: ExtensionBasis;
  reason!: string;
  /** When they would have gone. */
  @ApiProperty(day)
  wasDueOn!: string;
  /** When they go instead, unless somebody says anew why not. */
  @ApiProperty(day)
  until!: string;
  /** Is its last day still to come? (It counts no more once the person objects to everything.) */
  isOpen!: boolean;
  recordedAt!: Date;
  recordedBy!: Reference | null;
}

export class RetentionExtensionList {
  /** The latest first. */
  items!: RetentionExtensionResponse[];
}
