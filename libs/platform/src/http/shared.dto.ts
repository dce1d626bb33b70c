import { ApiProperty } from '@nestjs/swagger';
import { InvalidInput, sourceKinds, type SourceKind } from '@seloste/kernel';
import { PastDay, NotNull, OneOf, OptionalText } from './fields.js';

/** Where data came from and when (GDPR Art. 14(2)(f); H9, C3, K3, P3). */
export class SourceDto {
  @OneOf(sourceKinds)
  kind!: SourceKind;

  /** In words; required when kind is `other`. */
  @OptionalText(200)
  what?: string | null;

  /** When it was collected; today when left out. */
  @NotNull()
  @PastDay()
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

/**
 * A source with nothing left open, collected on `day` when it does not say when.
 * @throws InvalidInput naming the words, under `path`, when the kind is `other` and there are none
 */
export function sourceOf({ kind, what, when }: SourceDto, path: string, day: string): SourceResponse {
  if (kind === 'other' && !what)
    throw InvalidInput.of(`${path}.what`, 'required', 'must say in words where the data came from');
  return { kind, what: what ?? null, when: when ?? day };
}

/** A record that is named in passing: its id, and what to call it. */
export class Reference {
  id!: string;
  name!: string;
}

/** Null where there is no such record. */
export const referenceOf = (id: string | null, name: string | null): Reference | null =>
  id === null || name === null ? null : { id, name };

/** An industry of TOL 2008 with its names. */
export class Industry {
  code!: string;
  fi!: string;
  sv!: string;
  en!: string;
}
