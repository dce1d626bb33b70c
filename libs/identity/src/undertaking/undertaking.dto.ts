import { ApiProperty } from '@nestjs/swagger';
import { languages, type Language } from '@seloste/kernel';
import { Id, ListQuery, NotNull, OneOf, Reference, Text } from '@seloste/platform';

const longestText = 20_000;

/** A new text; it has to be accepted by everybody. */
export class PublishUndertaking {
  @Text(longestText)
  fi!: string;

  @Text(longestText)
  sv!: string;

  @Text(longestText)
  en!: string;
}

export class AcceptUndertaking {
  /** The one that was shown. */
  @Id()
  undertakingId!: string;

  /** The language in which it was shown. */
  @OneOf(languages)
  language!: Language;
}

export class UndertakingTextsResponse {
  fi!: string;
  sv!: string;
  en!: string;
}

/** The confidentiality undertaking as it reads now. */
export class UndertakingResponse {
  id!: string;
  version!: number;
  publishedAt!: Date;
  @ApiProperty({ enum: languages })
  language!: Language;
  /** In the caller's language; paragraphs are separated by empty lines. */
  text!: string;
  /** When the caller accepted this version; null: not yet. */
  acceptedAt!: Date | null;
  /** The caller accepted an earlier version: what they read now is another text. */
  acceptedEarlier!: boolean;
  /** In every language, for those who may publish another. */
  texts?: UndertakingTextsResponse;
}

export class ReceiptQuery extends ListQuery {
  /** Only this user's. */
  @NotNull()
  @Id()
  userId?: string;
}

/** That somebody accepted a version. */
export class ReceiptResponse {
  id!: string;
  user!: Reference;
  undertakingId!: string;
  undertakingVersion!: number;
  @ApiProperty({ enum: languages })
  language!: Language;
  acceptedAt!: Date;
}

export class ReceiptPage {
  items!: ReceiptResponse[];
  nextCursor!: string | null;
  /** Null when there are more than ten thousand, and on later pages. */
  total!: number | null;
}

/** What somebody accepted last, to be printed or sent when they leave. */
export class UndertakingCopy {
  user!: Reference;
  /** The company to which it was given. */
  controller!: string;
  undertakingVersion!: number;
  @ApiProperty({ enum: languages })
  language!: Language;
  text!: string;
  acceptedAt!: Date;
  /** That confidentiality goes on after the duties end, in the language of the text. */
  continuation!: string;
}
