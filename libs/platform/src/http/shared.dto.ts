import { ApiProperty } from '@nestjs/swagger';
import { sourceKinds, type SourceKind } from '@seloste/kernel';
import { CalendarDay, NotNull, OneOf, OptionalText } from './fields.js';

/** Where data came from and when (GDPR Art. 14(2)(f); H9, C3, K3, P3). */
export class SourceDto {
  @OneOf(sourceKinds)
  kind!: SourceKind;

  /** In words; required when kind is `other`. */
  @OptionalText(200)
  what?: string | null;

  /** When it was collected; today when left out. */
  @NotNull()
  @CalendarDay()
  when?: string;
}

/** A source as it is known. */
export class SourceResponse {
  @ApiProperty({ type: String, enum: sourceKinds })
  kind!: SourceKind;
  what!: string | null;
  /** The day it was collected. */
  @ApiProperty({ type: String, format: 'date' })
  when!: string;
}

/** A record that is named in passing: its id, and what to call it. */
export class Reference {
  id!: string;
  name!: string;
}

/** An industry of TOL 2008 with its names. */
export class Industry {
  code!: string;
  fi!: string;
  sv!: string;
  en!: string;
}
