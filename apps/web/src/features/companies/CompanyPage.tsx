import { SkeletonRows } from '../../ui/index.js';

export function CompanyPage() {
  return <SkeletonRows />;
}
