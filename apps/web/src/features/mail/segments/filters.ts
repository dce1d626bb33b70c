import type { Language, ProductStatus, Ref, RelationshipStatus, Segment } from '../../../api/model.js';

/** The filters of a segment as its form holds them. */
export interface FilterValues {
  name: string;
  relationship: RelationshipStatus | null;
  industry: string;
  companies: Ref[];
  areasOfResponsibility: string[];
  products: string[];
  productStatus: ProductStatus | null;
  languages: Language[];
  tags: string[];
  lastContactAfter: string | null;
  lastContactBefore: string | null;
  ownerIds: string[];
  profilingPurpose: string | null;
}

/** A segment opened in its form; `companies` are those of its ids whose names are known. */
export const valuesOf = (segment: Segment | null, companies: Ref[]): FilterValues => ({
  name: segment?.name ?? '',
  relationship: segment?.filters.relationship ?? null,
  industry: segment?.filters.industry ?? '',
  companies,
  areasOfResponsibility: segment?.filters.areasOfResponsibility ?? [],
  products: segment?.filters.products ?? [],
  productStatus: segment?.filters.productStatus ?? null,
  languages: segment?.filters.languages ?? [],
  tags: segment?.filters.tags ?? [],
  lastContactAfter: segment?.filters.lastContactAfter ?? null,
  lastContactBefore: segment?.filters.lastContactBefore ?? null,
  ownerIds: segment?.filters.ownerIds ?? [],
  profilingPurpose: segment?.profilingPurpose ?? null,
});

const some = <T>(values: T[]): T[] | undefined => (values.length > 0 ? values : undefined);

/** What is sent: an empty filter is none. */
export function toSegment({ name, profilingPurpose, companies, ...values }: FilterValues) {
  return {
    name: name.trim(),
    profilingPurpose,
    filters: {
      relationship: values.relationship ?? undefined,
      industry: values.industry.trim() || undefined,
      companyIds: some(companies.map(({ id }) => id)),
      areasOfResponsibility: some(values.areasOfResponsibility),
      products: some(values.products),
      productStatus: values.productStatus ?? undefined,
      languages: some(values.languages),
      tags: some(values.tags),
      lastContactAfter: values.lastContactAfter ?? undefined,
      lastContactBefore: values.lastContactBefore ?? undefined,
      ownerIds: some(values.ownerIds),
    },
  };
}
