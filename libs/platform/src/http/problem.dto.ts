import { ApiProperty } from '@nestjs/swagger';

/** One refused input field. */
export class ProblemField {
  /** Path of the field, for example `emails.0`. */
  field!: string;
  /** Stable code of the rule that refused it. */
  code!: string;
  /** English, for developers; never holds a value. */
  message!: string;
}

/** Why somebody may not be contacted, with `not_permitted`. */
export class ProblemPermission {
  channel!: string;
  purpose!: string;
  allowed!: boolean;
  /** Stable code of the decision. */
  code!: string;
  law!: string;
  since!: Date | null;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, nullable: true })
  evidence!: { type: string; id: string } | null;
  obligations!: string[];
  /** The decision in words, in the caller's language. */
  sentence!: string;
}

/** An RFC 9457 problem document. */
export class Problem {
  type!: string;
  title!: string;
  status!: number;
  /** Stable, for programs. */
  code!: string;
  detail!: string;
  requestId!: string;
  fields?: ProblemField[];
  /** With `second_factor_required`: what the account takes beside the password. */
  factors?: string[];
  permission?: ProblemPermission;
}
