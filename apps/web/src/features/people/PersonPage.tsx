import { SkeletonRows } from '../../ui/index.js';

export function PersonPage() {
  return <SkeletonRows />;
}
