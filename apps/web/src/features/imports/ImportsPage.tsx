import { SkeletonRows } from '../../ui/index.js';

export function ImportsPage() {
  return <SkeletonRows />;
}
