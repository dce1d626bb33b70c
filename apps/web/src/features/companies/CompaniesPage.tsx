import { SkeletonRows } from '../../ui/index.js';

export function CompaniesPage() {
  return <SkeletonRows />;
}
