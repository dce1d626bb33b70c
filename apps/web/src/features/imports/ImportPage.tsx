import { SkeletonRows } from '../../ui/index.js';

export function ImportPage() {
  return <SkeletonRows />;
}
