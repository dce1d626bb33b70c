import { ApiProperty, PartialType } from '@nestjs/swagger';
import { languages, legalBases, relationshipStatuses } from '@seloste/kernel';
import type { Language, LegalBasis, Purpose, RelationshipStatus } from '@seloste/kernel';
import { PermissionSummary, returnWays, type ReturnWay } from '@seloste/permissions';
import {
  EmailAddress,
  Id,
  ListOf,
  Nested,
  NotNull,
  OneOf,
  OneOfOrNull,
  OptionalText,
  PastDay,
  PhoneNumber,
  Reference,
  SourceDto,
  SourceResponse,
  Text,
  TextList,
} from '@seloste/platform';
import { PersonRetention, RetentionResponse } from '@seloste/retention';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsOptional } from 'class-validator';

export class ContactSourceDto extends SourceDto {
  /** Of a source that is there already. */
  @NotNull()
  @Id()
  id?: string;
}

export class BasisDto {
  /** The key of a purpose that exists. */
  @Text(40)
  purpose!: Purpose;

  @OneOf(legalBases)
  basis!: LegalBasis;
}

/** Somebody who was erased came back by their own doing. Who says so, and when, is kept with it. */
export class ComesBackDto {
  @OneOf(returnWays)
  how!: ReturnWay;

  @PastDay()
  on!: string;

  /** In the words of whoever says so. */
  @OptionalText(500)
  note?: string | null;
}

/** A person; at least one of the names is needed. */
export class CreateContact {
  @OptionalText(100)
  firstName?: string | null;

  @OptionalText(100)
  lastName?: string | null;

  /** The first one is the first choice. */
  @NotNull()
  @IsArray()
  @ArrayMaxSize(10)
  @EmailAddress(true)
  @ArrayUnique()
  emails?: string[];

  /** Any common form; kept in E.164. The first one is the first choice. */
  @NotNull()
  @IsArray()
  @ArrayMaxSize(10)
  @PhoneNumber(true)
  @ArrayUnique()
  phones?: string[];

  @OptionalText(150)
  title?: string | null;

  @OptionalText(150)
  areaOfResponsibility?: string | null;

  @OptionalText(150)
  department?: string | null;

  /** The language to use with the person; null when not known. */
  @OneOfOrNull(languages)
  language?: Language | null;

  /** The employer. */
  @IsOptional()
  @Id()
  companyId?: string | null;

  /** What the person may do on behalf of the company, for example "orders up to 5 000 €". */
  @TextList(20, 150)
  authorisations?: string[];

  @TextList(50, 100)
  interests?: string[];

  /** A user; whoever creates the person when left out, nobody when null. */
  @IsOptional()
  @Id()
  ownerId?: string | null;

  @ListOf(() => ContactSourceDto, 20)
  @ArrayMinSize(1)
  @ArrayUnique((source: ContactSourceDto | null) => source?.id ?? source)
  sources!: ContactSourceDto[];

  @NotNull()
  @ListOf(() => BasisDto, 50)
  @ArrayUnique((basis: BasisDto | null) => basis?.purpose)
  bases?: BasisDto[];

  /**
   * Needed where one of the addresses or numbers belonged to somebody who was erased (409 `erased_person`); they are then
   * served, and marketed to only once they say so themselves. Else it is passed over.
   */
  @NotNull()
  @Nested(() => ComesBackDto)
  comesBack?: ComesBackDto;
}

/** Any subset: what is left out stays, null clears, a list replaces the whole list. */
export class UpdateContact extends PartialType(CreateContact, { skipNullProperties: false }) {}

/** What a caller's roles may keep from them: e-mails and phones · sources, bases and the clock. */
export const contactFieldGroups = ['contact_details', 'privacy'] as const;
export type ContactFieldGroup = (typeof contactFieldGroups)[number];

export class ContactListItem {
  id!: string;
  /** First name and last name. */
  name!: string;
  firstName!: string;
  lastName!: string;
  title!: string | null;
  areaOfResponsibility!: string | null;
  @ApiProperty({ type: String, enum: languages, nullable: true })
  language!: Language | null;
  /** The first choice. */
  email!: string | null;
  /** The first choice, E.164. */
  phone!: string | null;
  company!: Reference | null;
  owner!: Reference | null;
  lastInteractionAt!: Date | null;
  archivedAt!: Date | null;
  /** Is processing restricted (GDPR Art. 18)? Only a privacy officer who acts as such is ever shown `true`. */
  restricted!: boolean;
  retention!: RetentionResponse | null;
  /** The field groups that the caller may not see; their fields are null. */
  @ApiProperty({ enum: contactFieldGroups, isArray: true })
  withheld!: ContactFieldGroup[];
  /** Direct marketing by each channel; only where the list was asked to include it. */
  permissions?: PermissionSummary[];
}

export class ContactPage {
  items!: ContactListItem[];
  nextCursor!: string | null;
  /** Null when there are more than ten thousand, and on later pages. */
  total!: number | null;
}

export class Employer extends Reference {
  @ApiProperty({ enum: relationshipStatuses })
  relationship!: RelationshipStatus;
}

export class EmploymentResponse {
  companyId!: string;
  companyName!: string;
  title!: string | null;
  startedOn!: string | null;
  /** Null for the current one. */
  endedOn!: string | null;
}

export class ContactSourceResponse extends SourceResponse {
  id!: string;
}

export class ContactResponse {
  id!: string;
  name!: string;
  firstName!: string;
  lastName!: string;
  @ApiProperty({ type: [String], nullable: true })
  emails!: string[] | null;
  @ApiProperty({ type: [String], nullable: true })
  phones!: string[] | null;
  title!: string | null;
  areaOfResponsibility!: string | null;
  department!: string | null;
  @ApiProperty({ type: String, enum: languages, nullable: true })
  language!: Language | null;
  companyId!: string | null;
  company!: Employer | null;
  /** Newest first; the current one, if any, leads. */
  employments!: EmploymentResponse[];
  authorisations!: string[];
  interests!: string[];
  ownerId!: string | null;
  owner!: Reference | null;
  @ApiProperty({ type: [ContactSourceResponse], nullable: true })
  sources!: ContactSourceResponse[] | null;
  @ApiProperty({ type: [BasisDto], nullable: true })
  bases!: BasisDto[] | null;
  retention!: PersonRetention | null;
  lastInteractionAt!: Date | null;
  archivedAt!: Date | null;
  /** Since when nothing is left of them but a pseudonym, or what has to be held. */
  erasedAt!: Date | null;
  /** Is processing restricted (GDPR Art. 18)? Only a privacy officer who acts as such is ever shown `true`. */
  restricted!: boolean;
  /** Direct marketing, by each channel. */
  permissions!: PermissionSummary[];
  createdAt!: Date;
  updatedAt!: Date;
  version!: number;
  /** The field groups that the caller may not see; their fields are null. */
  @ApiProperty({ enum: contactFieldGroups, isArray: true })
  withheld!: ContactFieldGroup[];
}
