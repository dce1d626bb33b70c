import { ApiProperty, PartialType } from '@nestjs/swagger';
import {
  addressTypes,
  companySizes,
  legalForms,
  productStatuses,
  relationshipStatuses,
} from '@seloste/kernel';
import type { AddressType, CompanySize, LegalForm, ProductStatus, RelationshipStatus } from '@seloste/kernel';
import {
  BusinessId,
  CalendarDay,
  EInvoiceAddress,
  EmailAddress,
  Id,
  Industry,
  ListOf,
  Nested,
  NotNull,
  OneOf,
  OneOfOrNull,
  OptionalText,
  PhoneNumber,
  Reference,
  SourceDto,
  SourceResponse,
  Text,
  VatNumber,
} from '@seloste/platform';
import {
  IsInt,
  IsISO31661Alpha2,
  IsNumberString,
  IsOptional,
  IsUrl,
  Length,
  Max,
  Min,
} from 'class-validator';

export class AddressDto {
  @OneOf(addressTypes)
  type!: AddressType;

  @OptionalText(200)
  street?: string | null;

  @OptionalText(20)
  postalCode?: string | null;

  @OptionalText(100)
  city?: string | null;

  /** ISO 3166-1 alpha-2. */
  @NotNull()
  @IsISO31661Alpha2()
  country?: string;
}

export class ProductDto {
  @Text(100)
  name!: string;

  @OneOf(productStatuses)
  status!: ProductStatus;
}

export class BillingDto {
  /** Finnish e-invoice address: OVT (0037…) or IBAN. */
  @IsOptional()
  @EInvoiceAddress()
  eInvoiceAddress?: string | null;

  /** The operator's identifier. */
  @OptionalText(35)
  eInvoiceOperator?: string | null;

  @IsOptional()
  @EmailAddress()
  email?: string | null;

  @OptionalText(100)
  reference?: string | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(365)
  paymentTermDays?: number | null;
}

export class RelationshipDto {
  @OneOf(relationshipStatuses)
  status!: RelationshipStatus;

  @IsOptional()
  @CalendarDay()
  startedOn?: string | null;

  @IsOptional()
  @CalendarDay()
  endedOn?: string | null;
}

export class CreateCompany {
  @Text(200)
  name!: string;

  @IsOptional()
  @BusinessId()
  businessId?: string | null;

  @IsOptional()
  @VatNumber()
  vatNumber?: string | null;

  /** ISO 3166-1 alpha-2; FI when left out. */
  @NotNull()
  @IsISO31661Alpha2()
  country?: string;

  @OneOfOrNull(legalForms)
  legalForm?: LegalForm | null;

  /** TOL 2008, two to five digits. */
  @IsOptional()
  @IsNumberString({ no_symbols: true })
  @Length(2, 5)
  industryCode?: string | null;

  @OneOfOrNull(companySizes)
  size?: CompanySize | null;

  @NotNull()
  @ListOf(() => AddressDto, 10)
  addresses?: AddressDto[];

  @IsOptional()
  @PhoneNumber()
  phone?: string | null;

  @IsOptional()
  @EmailAddress()
  email?: string | null;

  @OptionalText(200)
  @IsUrl({ require_protocol: false, protocols: ['http', 'https'] })
  website?: string | null;

  @IsOptional()
  @Nested(() => BillingDto)
  billing?: BillingDto | null;

  @NotNull()
  @ListOf(() => ProductDto, 50)
  products?: ProductDto[];

  /** A prospect when left out. */
  @NotNull()
  @Nested(() => RelationshipDto)
  relationship?: RelationshipDto;

  /** A user; whoever creates the company when left out, nobody when null. */
  @IsOptional()
  @Id()
  ownerId?: string | null;

  @Nested(() => SourceDto)
  source!: SourceDto;
}

/** Any subset: what is left out stays, null clears, a list replaces the whole list. */
export class UpdateCompany extends PartialType(CreateCompany, { skipNullProperties: false }) {}

export class AddressResponse {
  @ApiProperty({ enum: addressTypes })
  type!: AddressType;
  street!: string | null;
  postalCode!: string | null;
  city!: string | null;
  country!: string;
}

export class BillingResponse {
  eInvoiceAddress!: string | null;
  eInvoiceOperator!: string | null;
  email!: string | null;
  reference!: string | null;
  paymentTermDays!: number | null;
}

export class RelationshipResponse {
  @ApiProperty({ enum: relationshipStatuses })
  status!: RelationshipStatus;
  startedOn!: string | null;
  endedOn!: string | null;
}

/** What a caller's roles may keep from them; contact details and privacy of sole traders only, who are people. */
export const companyFieldGroups = ['contact_details', 'privacy', 'billing'] as const;
export type CompanyFieldGroup = (typeof companyFieldGroups)[number];

export class CompanyListItem {
  id!: string;
  name!: string;
  businessId!: string | null;
  @ApiProperty({ type: String, enum: legalForms, nullable: true })
  legalForm!: LegalForm | null;
  /** A sole trader is a natural person. */
  isNaturalPerson!: boolean;
  industry!: Industry | null;
  city!: string | null;
  phone!: string | null;
  email!: string | null;
  relationship!: RelationshipResponse;
  owner!: Reference | null;
  /** People who work there, are not archived, and whom the caller may see. */
  contactCount!: number;
  /** Of the interactions that the caller may see. */
  lastInteractionAt!: Date | null;
  archivedAt!: Date | null;
  /** The field groups that the caller may not see; their fields are null. */
  @ApiProperty({ enum: companyFieldGroups, isArray: true })
  withheld!: CompanyFieldGroup[];
}

export class CompanyResponse extends CompanyListItem {
  vatNumber!: string | null;
  country!: string;
  industryCode!: string | null;
  @ApiProperty({ type: String, enum: companySizes, nullable: true })
  size!: CompanySize | null;
  /** Null when the contact details of a sole trader are withheld. */
  @ApiProperty({ type: [AddressResponse], nullable: true })
  addresses!: AddressResponse[] | null;
  website!: string | null;
  billing!: BillingResponse | null;
  products!: ProductDto[];
  ownerId!: string | null;
  /** Null when the privacy of a sole trader is withheld. */
  source!: SourceResponse | null;
  createdAt!: Date;
  updatedAt!: Date;
  version!: number;
}

export class CompanyPage {
  items!: CompanyListItem[];
  nextCursor!: string | null;
  /** Null when there are more than ten thousand, and on later pages. */
  total!: number | null;
}

export class IndustryList {
  items!: Industry[];
}
