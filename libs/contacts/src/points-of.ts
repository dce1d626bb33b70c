import type { AddressDigests } from '@seloste/permissions';
import type { ContactPoint } from './contact-point.entity.js';

type Point = Pick<ContactPoint, 'kind' | 'position' | 'value' | 'digest'>;

/** Addresses of one kind as they are kept: in the order in which they were given, each with its digest. */
export const pointsOf = (kind: Point['kind'], values: string[], digests: AddressDigests): Point[] =>
  values.map((value, position) => ({ kind, position, value, digest: digests.digestOf(kind, value) }));
